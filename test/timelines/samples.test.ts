import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { NewDocument } from '../../schemas/document.ts';
import { packageRoot } from '../../src/data.ts';
import { documentId } from '../../src/ingest.ts';
import { read } from '../../src/reading.ts';
import { merge } from '../../src/timelines/merge.ts';
import { reportsOf } from '../../src/timelines/report.ts';
import { vote } from '../../src/timelines/vote.ts';

/** The sample briefs, from their text to their events. */
const folder = join(packageRoot, 'data', 'en', 'samples');
const briefs = readdirSync(folder)
  .sort()
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as NewDocument & { publisher: string });
const reports = briefs.flatMap((brief) => {
  const id = documentId(brief);
  const { publisher, ...task } = brief;
  const { document, extraction } = read({ ...task, id });
  return reportsOf({ id, source: document, extraction, publisher });
});
const events = merge(reports).map((group) => vote(group));

/** Events that several briefs report, by their type, their day, who reports them and who takes part. */
const shared: readonly [
  what: string,
  type: string,
  day: string,
  publishers: readonly string[],
  who: readonly string[],
][] = [
  [
    'the phone call of May 2',
    'CONSULT',
    '2017-05-02',
    ['Harbour Wire', 'Meridian Daily'],
    ['Vladimir Putin', 'Donald Trump'],
  ],
  [
    'the meeting of April 12',
    'CONSULT',
    '2017-04-12',
    ['Harbour Wire', 'Meridian Daily'],
    ['Rex Tillerson', 'Vladimir Putin'],
  ],
  ['Macron takes office on May 14', 'ELECT', '2017-05-14', ['Meridian Daily', 'Northgate News'], ['Emmanuel Macron']],
];

describe('the sample briefs', () => {
  for (const [what, type, day, publishers, who] of shared) {
    test(`${what} is one event with the claims of all`, () => {
      const found = events.filter(({ event }) => {
        const names = event.participants.map(({ name }) => name);
        return (
          event.type === type &&
          event.time?.earliest === day &&
          event.corroboration.publishers > 1 &&
          who.every((name) => names.includes(name))
        );
      });
      assert.equal(found.length, 1, `${found.length} events`);
      assert.deepEqual([...new Set(found[0]!.event.claims.map(({ publisher }) => publisher))].sort(), publishers);
    });
  }

  test('Macron takes office: announced, then confirmed', () => {
    const { event } = events.find(
      ({ event }) => event.time?.earliest === '2017-05-14' && event.corroboration.publishers > 1,
    )!;
    assert.deepEqual(
      event.statusHistory.map(({ asOf, status }) => [asOf, status]),
      [
        ['2017-05-08', 'planned'],
        ['2017-05-26', 'happened'],
      ],
    );
    assert.equal(event.status, 'happened');
  });
});
