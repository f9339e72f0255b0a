import accepts from '@fastify/accepts';
import type { App } from '../app.ts';
import { DatelineError } from '../errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The media types that a route can answer in, the preferred one first; JSON without it. */
    readonly produces?: readonly string[];
  }
}

/** Refuses a request that accepts none of what its route can answer, before any work is done for it. */
export async function negotiation(app: App): Promise<void> {
  await app.register(accepts);
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.routeOptions.schema?.hide || request.routeOptions.schema === undefined) return;
    const produces = request.routeOptions.config.produces ?? ['application/json'];
    if (produces.length > 1) reply.header('vary', 'accept');
    if (request.accepts().type([...produces]) === false) {
      throw new DatelineError('not-acceptable', `This can be had as ${produces.join(', ')}.`);
    }
  });
}
