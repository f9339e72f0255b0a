import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { mapInOrder } from '../../src/streams/in-order.ts';

const toArray = <T>(values: AsyncIterable<T>): Promise<T[]> => Readable.from(values).toArray();
async function* items(...values: number[]) {
  yield* values;
}

test('results come in the order of the items, whichever is ready first', async () => {
  const results = mapInOrder(items(30, 1, 20, 2), 4, async (wait) => {
    await delay(wait);
    return wait;
  });
  assert.deepEqual(await toArray(results), [30, 1, 20, 2]);
});

test('no more than the width are under way', async () => {
  let now = 0;
  let most = 0;
  const results = mapInOrder(items(5, 1, 5, 1, 5, 1), 2, async (wait) => {
    most = Math.max(most, ++now);
    await delay(wait);
    now--;
  });
  await toArray(results);
  assert.equal(most, 2);
});

test('a result is given out before the next item has come', async () => {
  let more = () => {};
  async function* slowly() {
    yield 1;
    await new Promise<void>((resolve) => {
      more = resolve;
    });
    yield 2;
  }
  const results = mapInOrder(slowly(), 8, async (item) => item);
  assert.equal((await results.next()).value, 1);
  more();
  assert.equal((await results.next()).value, 2);
  assert.equal((await results.next()).done, true);
});

test('an error comes in its turn', async () => {
  const results = mapInOrder(items(10, 0), 2, async (wait) => {
    await delay(wait);
    if (wait === 0) throw new Error('zero');
    return wait;
  });
  assert.equal((await results.next()).value, 10);
  await assert.rejects(results.next(), /zero/);
});
