import type { FastifyReply, FastifyRequest } from 'fastify';
import LinkHeader from 'http-link-header';

/** Says in the Link header (RFC 8288) where the next page is. The path is the one asked for, with only the cursor new. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, next: string | null): void {
  if (next === null) return;
  const url = new URL(request.url, 'http://service');
  url.searchParams.set('cursor', next);
  const link = new LinkHeader();
  link.set({ rel: 'next', uri: `${url.pathname}${url.search}` });
  reply.header('link', link.toString());
}
