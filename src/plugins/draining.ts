import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { DatelineError } from '../errors.ts';

/**
 * On shutdown, requests under way are finished within a limit, further ones on open connections are refused, and then
 * every connection is closed: also those that browsers open ahead of a request they may never make.
 */
export function draining(app: App, config: Config): void {
  let closing = false;
  let underWay = 0;
  let drained = () => {};
  app.addHook('onRequest', async (_, reply) => {
    underWay++;
    reply.raw.once('close', () => {
      underWay--;
      if (underWay === 0) drained();
    });
    if (closing) {
      reply.header('connection', 'close');
      throw new DatelineError('not-ready', 'The service is shutting down.', { headers: { 'retry-after': '5' } });
    }
  });
  app.addHook('preClose', async () => {
    closing = true;
    if (underWay > 0) {
      await new Promise<void>((resolve) => {
        drained = resolve;
        setTimeout(resolve, config.DATELINE_SHUTDOWN_TIMEOUT).unref();
      });
    }
    setImmediate(() => app.server.closeAllConnections());
  });
}
