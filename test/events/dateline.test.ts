import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storyStart } from '../../src/events/dateline.ts';
import { viewsOf } from './read.ts';
import { eventAt } from './read-text.ts';

const beginnings: [text: string, story: string][] = [
  ['TALLINN — Estonia signed a treaty.', 'Estonia'],
  ['TALLINN, Estonia (Harbour Wire) – Police raided a bank.', 'Police'],
  ['LA PAZ, Aug 12 (Harbour Wire) - Bolivia closed its border.', 'Bolivia'],
  ['NATO leaders met in Tallinn - a first.', 'NATO'],
  ['US-led forces left the town.', 'US-led'],
  ['EU - a union of states - met on Friday.', 'EU'],
  ['Estonia - the smallest of three - signed.', 'Estonia'],
];
for (const [text, story] of beginnings) {
  test(`the story begins with "${story}": ${text}`, () => {
    const view = viewsOf(text)[0]!;
    assert.ok(text.slice(view.tokens[storyStart(view)]!.start).startsWith(story));
  });
}

test('the date in a dateline is when it was written, and dates nothing', () => {
  const { time } = eventAt(
    'LA PAZ, May 9 (Harbour Wire) - Bolivia closed its border on Monday.',
    'closed',
    '2023-05-10',
  );
  assert.equal(time?.edtf, '2023-05-08');
  assert.equal(
    eventAt('LA PAZ, May 9 (Harbour Wire) - Bolivia closed its border.', 'closed')?.time?.basis,
    'publication',
  );
});
