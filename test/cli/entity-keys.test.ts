import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inProcess } from '../../src/cli/client.ts';
import { entityKeys } from '../../src/cli/entity-keys.ts';
import { json, startClient } from '../service/harness.ts';

const send = await startClient();
const texts = [
  'Angela Merkel met Theresa May in Brussels on May 2. The European Union (EU) and France welcomed it. Merkel thanked them.',
  'Swedish Defence Minister Karl Holm resigned on May 3.',
  'Danish Finance Minister Karl Holm resigned on May 4.',
];
for (const text of texts)
  await json(send({ method: 'POST', url: '/v1/documents', payload: { publishedAt: '2017-05-05', text } }), 201);
const client = inProcess({ app: send.app, close: async () => {} }, 1);
const idOf = async (key: string) => (await json<{ id: string }>(send(`/v1/entities/${key}`))).id;

const names: [named: string, key: string][] = [
  ['Angela Merkel', 'Q567'],
  ['angela merkel', 'Q567'],
  ['Merkel', 'Q567'],
  ['EU', 'Q458'],
];
for (const [named, key] of names) {
  test(`"${named}" is an entity's name`, async () => {
    assert.deepEqual(await entityKeys(client, [named]), [await idOf(key)]);
  });
}

for (const key of ['Q567', 'FR', 'fr']) {
  test(`${key} stays the key it is`, async () => {
    assert.deepEqual(await entityKeys(client, [key]), [key]);
  });
}

test('a name of two is refused, with both', async () => {
  await assert.rejects(entityKeys(client, ['Karl Holm']), {
    message: /^"Karl Holm" may be Karl Holm \(.+\); Karl Holm \(.+\)\.$/,
  });
});

test('a name that nobody has is refused, with who is near', async () => {
  await assert.rejects(entityKeys(client, ['Angela Merkle']), {
    message: 'Nobody is called "Angela Merkle".',
    remedy: /Angela Merkel \(.*Q567\)/,
  });
  await assert.rejects(entityKeys(client, ['Zzyzx']), { remedy: /dateline entities/ });
});
