import Type from 'typebox';
import type { App, Deps } from '../app.ts';
import { DatelineError } from '../errors.ts';

const Health = Type.Object({ status: Type.Literal('ok') }, { description: 'Yes' });

/** For whatever watches over the service: whether to restart it, and whether to send it requests. */
export function healthRoutes(app: App, { store }: Deps): void {
  const schema = (operationId: string, summary: string) => ({
    schema: { operationId, tags: ['service'], summary, response: { 200: Health } },
  });
  app.get('/livez', schema('isAlive', 'Whether the service runs'), async () => ({ status: 'ok' as const }));
  app.get('/readyz', schema('isReady', 'Whether the service can answer requests'), async () => {
    await store.ping().catch((cause: unknown) => {
      throw new DatelineError('not-ready', 'The database does not answer.', { cause });
    });
    return { status: 'ok' as const };
  });
}
