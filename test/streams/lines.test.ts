import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '../../src/streams/lines.ts';

const toArray = <T>(values: AsyncIterable<T>): Promise<T[]> => Readable.from(values).toArray();
async function* chunks(...pieces: Uint8Array[]) {
  yield* pieces;
}
const read = (limit: number, ...pieces: string[]) =>
  toArray(linesOf(chunks(...pieces.map((piece) => Buffer.from(piece))), limit));

test('lines are numbered as they stand, empty ones included', async () => {
  assert.deepEqual(await read(10, 'a\r\n\nb\n  \nc'), [
    { number: 1, text: 'a' },
    { number: 3, text: 'b' },
    { number: 5, text: 'c' },
  ]);
});

test('a line beyond the limit is skipped, the next one read', async () => {
  assert.deepEqual(await read(3, 'aa', 'aa', 'a\nb\n'), [
    { number: 1, text: undefined },
    { number: 2, text: 'b' },
  ]);
});

test('it does not matter how the bytes are cut up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'grapheme', minLength: 1 })),
      fc.integer({ min: 1, max: 7 }),
      async (texts, size) => {
        const lines = texts.map((text) => text.replaceAll(/\s/g, '_'));
        const bytes = Buffer.from(lines.join('\n'));
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        const found = await toArray(linesOf(chunks(...pieces), 1e6));
        assert.deepEqual(
          found.map(({ text }) => text),
          lines,
        );
      },
    ),
  );
});
