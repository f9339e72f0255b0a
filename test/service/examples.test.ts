import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Edit } from '../../schemas/edit.ts';
import { packageRoot } from '../../src/data.ts';
import type { Document } from '../../src/routes/openapi-examples.ts';
import { json, startClient } from './harness.ts';

const send = await startClient();
const contract = () => json<Document>(send('/openapi.json'));
const exampleOf = ({ paths }: Document, method: string, path: string) => {
  const { parameters = [], requestBody } = paths![path]![method]!;
  const id = parameters.find(({ in: where }) => where === 'path')?.example;
  return { url: path.replace('{id}', String(id)), payload: requestBody?.content['application/json']?.example };
};

const folder = join(packageRoot, 'data', 'en', 'samples');
const edits: [method: 'PATCH' | 'POST', path: string][] = [
  ['PATCH', '/v1/events/{id}'],
  ['POST', '/v1/events/merge'],
  ['POST', '/v1/events/split'],
  ['PATCH', '/v1/entities/{id}'],
  ['POST', '/v1/entities/merge'],
  ['POST', '/v1/entities/split'],
];

test('the contract of an empty store is whole, without edits of what is not there', async () => {
  assert.equal(exampleOf(await contract(), 'post', '/v1/events/merge').payload, undefined);
});

test('the example of every edit does what it says as it stands, and so does that of taking it back', async () => {
  for (const name of readdirSync(folder).slice(0, 4)) {
    const payload = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    assert.equal((await send({ method: 'POST', url: '/v1/documents', payload })).statusCode, 201);
  }
  for (const [method, path] of edits) {
    const { url, payload } = exampleOf(await contract(), method.toLowerCase(), path);
    const edit = await json<Edit>(send({ method, url, payload: payload as object }));
    const undo = exampleOf(await contract(), 'post', '/v1/edits/{id}/undo');
    assert.ok(undo.url.includes(edit.id), `${path}: the latest edit is the example`);
    const undone = await json<Edit>(send({ method: 'POST', url: undo.url, payload: undo.payload as object }));
    assert.ok(undone.undone, path);
  }
});
