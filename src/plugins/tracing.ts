import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { App } from '../app.ts';

const ACCEPTABLE_ID = /^[\w.:~+/=-]{1,128}$/;
/** W3C Trace Context, version 00. */
const TRACEPARENT = /^00-(?<trace>(?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

const header = (request: IncomingMessage, name: string): string => String(request.headers[name] ?? '');

/** The caller's own id of the request, or its trace, or a new id. */
export function requestId(request: IncomingMessage): string {
  const given = header(request, 'x-request-id');
  if (ACCEPTABLE_ID.test(given)) return given;
  return TRACEPARENT.exec(header(request, 'traceparent'))?.groups?.trace ?? randomUUID();
}

/** Every answer carries the id of its request, and its trace context when it came with one. */
export function tracing(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    const traceparent = header(request.raw, 'traceparent');
    if (TRACEPARENT.test(traceparent)) reply.header('traceparent', traceparent);
  });
}
