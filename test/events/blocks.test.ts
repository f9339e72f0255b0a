import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../src/reading.ts';

/** More sentences than are read together. */
const days = Array.from(
  { length: 2500 },
  (_, i) => `Emmanuel Macron visited Berlin on May ${1 + (i % 28)}, ${2018 + (i % 5)}.`,
);

test('a document of many sentences is read in parts, with numbers that go on', () => {
  const text = days.join('\n\n');
  const { events } = read({ id: 'long', text, publishedAt: '2024-01-02' }).extraction;
  assert.equal(events.length, days.length);
  assert.deepEqual(
    events.map(({ id }) => id),
    days.map((_, i) => `v${i + 1}`),
  );
  for (const { trigger, sentence } of events) {
    assert.equal(text.slice(trigger.start, trigger.end), 'visited');
    assert.ok(sentence.start < trigger.start && trigger.end < sentence.end);
  }
  const [first, last] = [events[0]!, events.at(-1)!];
  assert.notEqual(first.cluster, last.cluster);
  assert.equal(last.time?.earliest, '2022-05-08');
});
