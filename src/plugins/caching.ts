import { createHash } from 'node:crypto';
import compress from '@fastify/compress';
import type { App } from '../app.ts';

/**
 * An entity tag for whatever a GET answers, 304 to whoever has it already (RFC 9110, section 13), and compression. The
 * tag is weak: it stands for the content, however encoded.
 */
export async function caching(app: App): Promise<void> {
  app.addHook('onSend', async (request, reply, payload) => {
    const cacheable = (request.method === 'GET' || request.method === 'HEAD') && reply.statusCode === 200;
    if (!cacheable || !(typeof payload === 'string' || Buffer.isBuffer(payload))) return payload;
    const tag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
    reply.header('etag', tag);
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
    if (!matches(request.headers['if-none-match'], tag)) return payload;
    reply.code(304).removeHeader('content-length');
    return '';
  });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip', 'deflate'] });
}

function matches(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => `W/${candidate.trim().replace(/^W\//, '')}` === tag);
}
