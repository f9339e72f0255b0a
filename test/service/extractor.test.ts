import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DatelineError } from '../../src/errors.ts';
import { extractorPool, inlineExtractor } from '../../src/extractor.ts';

const pool = extractorPool({ jobs: 2, maxQueue: 3 });
after(() => pool.close());

const news = (id: string) => ({ id, text: 'Putin and Trump met in Hamburg on July 7.', publishedAt: '2017-07-10' });
const code = (expected: string) => (error: unknown) => error instanceof DatelineError && error.code === expected;

test('the pool reads what the calling thread reads', async () => {
  const [there, here] = await Promise.all([pool.read(news('a')), inlineExtractor().read(news('a'))]);
  assert.deepEqual(there, here);
});

test('a text that takes too long ends in a problem, and the pool goes on', async () => {
  const hasty = extractorPool({ jobs: 1, timeout: 1, timeoutPerMillion: 0 });
  try {
    await assert.rejects(
      hasty.read({ id: 'slow', text: 'The minister said no. '.repeat(20_000) }),
      code('extraction-timeout'),
    );
    await assert.rejects(hasty.read(news('next')), code('extraction-timeout'));
  } finally {
    await hasty.close();
  }
});

test('an error in the analysis ends in a problem, and the pool goes on', async () => {
  await assert.rejects(
    pool.read({ ...news('bad'), timezone: 7 as unknown as string, text: [] as unknown as string }),
    code('extraction-failed'),
  );
  assert.equal((await pool.read(news('b'))).extraction.id, 'b');
});

test('a full queue turns the next text away', async () => {
  const results = await Promise.allSettled(['1', '2', '3', '4', '5', '6'].map((id) => pool.read(news(id))));
  assert.deepEqual(
    results.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'rejected'],
  );
});

test('a caller who gives up frees its place', async () => {
  const signal = AbortSignal.abort(new Error('gone'));
  await assert.rejects(pool.read(news('c'), signal), /gone/);
  assert.equal((await pool.read(news('d'))).extraction.id, 'd');
});

test('closing ends what is waiting', async () => {
  const closing = extractorPool({ jobs: 1 });
  const waiting = Promise.allSettled([closing.read(news('1')), closing.read(news('2'))]);
  await closing.close();
  for (const result of await waiting) assert.equal(result.status, 'rejected');
});
