import Type, { type Static } from 'typebox';

/** RFC 9457 problem details. `type` is a path of this service that explains the problem. */
export const Problem = Type.Object(
  {
    type: Type.String({ format: 'uri-reference', examples: ['/problems/unknown-parameter'] }),
    title: Type.String(),
    status: Type.Integer({ minimum: 400, maximum: 599 }),
    detail: Type.String({ description: 'What is wrong in this request' }),
    remedy: Type.String({ description: 'What to do about it' }),
    instance: Type.Optional(Type.String({ description: 'The request id, also in the X-Request-Id header' })),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          pointer: Type.String({ description: 'JSON pointer to the bad field, for example `/body/publishedAt`' }),
          detail: Type.String(),
        }),
        { description: 'Each bad field' },
      ),
    ),
  },
  { $id: 'Problem', description: 'What is wrong and what to do about it (RFC 9457)' },
);
export type Problem = Static<typeof Problem>;
