import type { FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { DatelineError } from '../errors.ts';

/** Texts may be sent as they are, in the encoding that their Content-Type names. */
export function bodies(app: App): void {
  app.addHook('onRequest', async (request) => {
    const schema = request.routeOptions.schema?.body as { content?: object } | undefined;
    const given = request.headers['content-type'];
    if (schema === undefined || given === undefined) return;
    const read = Object.keys(schema.content ?? { 'application/json': {} });
    if (!read.includes(given.split(';')[0]!.trim().toLowerCase())) {
      throw new DatelineError('unsupported-media-type', `The Content-Type is ${given}; read here: ${read.join(', ')}.`);
    }
  });
  app.addContentTypeParser(
    ['text/plain', 'text/html'],
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => decode(body, request.headers['content-type'] ?? ''),
  );
}

function decode(body: Buffer, contentType: string): string {
  const charset = /;\s*charset="?(?<name>[^\s;"]+)/i.exec(contentType)?.groups?.name ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch (cause) {
    throw new DatelineError('malformed-body', `The body is not text in the encoding ${charset}.`, { cause });
  }
}
