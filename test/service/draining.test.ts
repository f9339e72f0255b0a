import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { startClient } from './harness.ts';

const long = 'The minister met the president in Hamburg on July 7, 2017.\n\n'.repeat(3000);
const headers = { 'content-type': 'text/plain' };

test('on shutdown a request under way is answered, and a connection that asks for nothing is closed', async () => {
  const { app } = await startClient();
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const silent = connect(Number(new URL(address).port), '127.0.0.1');
  const answer = fetch(`${address}/v1/extract`, { method: 'POST', headers, body: long });
  await delay(200);
  const closed = new Promise((resolve) => silent.once('close', resolve));
  await app.close();
  assert.equal((await answer).status, 200);
  await closed;
});

test('a request that outlasts the limit does not hold up the shutdown', async () => {
  const { app } = await startClient({ DATELINE_SHUTDOWN_TIMEOUT: 50 });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const answer = fetch(`${address}/v1/extract`, { method: 'POST', headers, body: long.repeat(10) });
  const outcome = answer.then(
    () => 'answered',
    () => 'cut off',
  );
  await delay(200);
  await app.close();
  assert.equal(await outcome, 'cut off');
});
