import type { FastifyReply } from 'fastify';
import { DatelineError } from '../errors.ts';

/**
 * Aborts when the caller goes away before the answer. (Fastify's own `request.signal` follows the request stream, which
 * in Node also closes when a body has been read to its end.)
 */
export function callerGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) {
      controller.abort(new DatelineError('request-abandoned', 'The caller closed the connection.'));
    }
  });
  return controller.signal;
}
