import assert from 'node:assert/strict';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { InjectOptions, Response } from 'light-my-request';
import type { App } from '../../src/app.ts';

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** A check that an answer is one which the OpenAPI document promises: status, media type, and every field of the body. */
export function contractOf(app: App): (request: InjectOptions, response: Response) => void {
  const document = closed(JSON.parse(JSON.stringify(app.swagger()))) as { paths: Paths };
  const ajv = new Ajv2020({
    strict: false,
    formats: { 'storable-text': true, 'date-or-date-time': true, 'edtf-date': true, 'iana-time-zone': true },
  });
  addFormats.default(ajv);
  ajv.addSchema(document, 'openapi');
  const routes = Object.entries(document.paths).map(([path, operations]) => ({
    path,
    operations,
    pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
  }));

  return ({ url, method = 'GET' }, response) => {
    const pathname = new URL(String(url), 'http://localhost').pathname;
    const found = routes
      .filter(({ pattern }) => pattern.test(pathname))
      .sort((a, b) => fewestParameters(a.path, b.path))[0];
    const verb = method.toLowerCase() === 'head' ? 'get' : method.toLowerCase();
    const operation = found?.operations[verb];
    if (found === undefined || operation === undefined || response.body === '') return;
    const status = response.statusCode in operation.responses ? String(response.statusCode) : 'default';
    const media = String(response.headers['content-type']).split(';')[0]!;
    const name = `${method} ${pathname} → ${response.statusCode} ${media}`;
    assert.ok(status !== 'default' || response.statusCode >= 400, `${name}: this status is not documented`);
    assert.ok(operation.responses[status]?.content?.[media], `${name}: this media type is not documented`);
    if (!media.endsWith('json') || media.endsWith('ndjson')) return;
    const pointer = ['paths', found.path, verb, 'responses', status, 'content', media, 'schema']
      .map(pointerPart)
      .join('/');
    const validate = ajv.compile({ $ref: `openapi#/${pointer}` });
    assert.ok(
      validate(response.json()),
      `${name}: ${JSON.stringify(validate.errors, null, 1)}\n${response.body.slice(0, 1000)}`,
    );
  };
}

const fewestParameters = (a: string, b: string): number => a.split('{').length - b.split('{').length;
const pointerPart = (part: string): string => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The document with every object closed: a field that it does not describe is an error too. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const isOpen = copy.type === 'object' && 'properties' in copy && !('additionalProperties' in copy);
  return isOpen ? { ...copy, additionalProperties: false } : copy;
}
