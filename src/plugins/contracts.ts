import type { FastifySchema, RouteOptions } from 'fastify';
import { components, withReferences } from '../../schemas/index.ts';
import { Problem } from '../../schemas/problem.ts';
import type { App } from '../app.ts';
import { compile, invalid } from '../validation.ts';

const problem = {
  description: 'A problem, explained at the path in `type`',
  content: { 'application/problem+json': { schema: withReferences({ schema: Problem }).schema } },
};
const noParameters = { type: 'object', properties: {}, additionalProperties: false };
const parts = { querystring: '/query', params: '/params', headers: '/headers', body: '/body' } as const;

/** Schemas are enforced on what comes in, and named and completed for the OpenAPI document. */
export function contracts(app: App): void {
  for (const component of components) app.addSchema(withReferences(component));
  app.setValidatorCompiler(({ schema, httpPart }) => {
    const part = (httpPart ?? 'body') as keyof typeof parts;
    const check = compile(schema as object, part === 'body' ? 'json' : 'text');
    return (value: unknown) => {
      const bad = check(value);
      if (bad.length === 0) return { value };
      const unknown = part === 'querystring' && bad.every(({ detail }) => detail.startsWith('is not known'));
      const code = part === 'body' ? 'invalid-body' : unknown ? 'unknown-parameter' : 'invalid-parameter';
      return { error: invalid(code, bad, parts[part]) };
    };
  });
  // The contract tests hold every answer against its schema; serialising by it as well would cost time in production.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.addHook('onRoute', completeSchema);
}

function completeSchema(route: RouteOptions): void {
  if (!route.schema || route.schema.hide) return;
  const { response = {}, querystring = noParameters, ...rest } = route.schema;
  route.schema = {
    ...rest,
    querystring,
    response: { ...withReferences(response as object), default: problem },
  } as FastifySchema;
}
