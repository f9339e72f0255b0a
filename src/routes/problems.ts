import Type from 'typebox';
import type { App } from '../app.ts';
import { catalogue, DatelineError, type ErrorCode } from '../errors.ts';

const ProblemType = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  remedy: Type.String(),
});
const describe = (code: ErrorCode) => ({ type: `/problems/${code}`, ...catalogue[code] });
const codes = Object.keys(catalogue) as ErrorCode[];

/** Where the `type` of a problem leads. */
export function problemRoutes(app: App): void {
  app.get(
    '/problems',
    {
      schema: {
        operationId: 'listProblems',
        tags: ['service'],
        summary: 'Every problem that this service answers with',
        response: { 200: Type.Object({ items: Type.Array(ProblemType) }, { description: 'All of them' }) },
      },
    },
    async () => ({ items: codes.map(describe) }),
  );
  app.get(
    '/problems/:code',
    {
      schema: {
        operationId: 'getProblem',
        tags: ['service'],
        summary: 'What a problem means and what to do about it',
        params: Type.Object({
          code: Type.String({ description: 'The last part of its `type`', examples: ['unknown-parameter'] }),
        }),
        response: { 200: Type.Object(ProblemType.properties, { description: 'The problem' }) },
      },
    },
    async ({ params: { code } }) => {
      if (!Object.hasOwn(catalogue, code)) throw new DatelineError('not-found', `No problem is called "${code}".`);
      return describe(code as ErrorCode);
    },
  );
}
