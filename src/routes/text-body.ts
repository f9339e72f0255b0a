import type { FastifyRequest } from 'fastify';
import Type, { type TSchema } from 'typebox';
import { contentTypes } from '../../schemas/document.ts';
import { DatelineError } from '../errors.ts';

const example =
  'Putin and Trump talked on the phone Tuesday, discussing the situation around North Korea. They are to meet at the ' +
  'G20 summit in Hamburg, Germany, on July 7 and 8.';

/** A body that is JSON with a `text`, or the text itself with everything else in the query. */
export function textBody(json: TSchema): object {
  return {
    content: {
      'application/json': { schema: { ...json, examples: [{ text: example, publishedAt: '2017-05-04' }] } },
      'text/plain': { schema: Type.String({ minLength: 1, format: 'storable-text', examples: [example] }) },
      'text/html': {
        schema: Type.String({
          minLength: 1,
          format: 'storable-text',
          examples: [`<article><p>${example}</p></article>`],
        }),
      },
    },
  };
}

/** The text and what the caller says about it, however it was sent. A field of the body goes before the query. */
export function textOf<T extends { text: string }>({ body, query, headers }: FastifyRequest): T {
  if (body === undefined || body === null) throw new DatelineError('malformed-body', 'The request has no body.');
  if (typeof body !== 'string') return { ...(query as object), ...(body as T) };
  const contentType = contentTypes.find((type) => headers['content-type']?.startsWith(type)) ?? 'text/plain';
  return { ...(query as object), text: body, contentType } as unknown as T;
}
