import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventAt } from './read-text.ts';

/** Who takes part, as "role:words"; roles in the order of the text. */
const table: [pattern: string, text: string, trigger: string, participants: string[]][] = [
  [
    'dateline',
    'TALLINN, May 9 (Harbour Wire) — Estonia signed the treaty with Latvia on Monday.',
    'signed',
    ['actor:Estonia', 'reciprocal:Latvia'],
  ],
  [
    'active',
    'Gunmen killed four policemen in the northern town.',
    'killed',
    ['actor:Gunmen', 'recipient:four policemen'],
  ],
  ['active', 'Poland arrested two smugglers on Monday.', 'arrested', ['actor:Poland', 'recipient:two smugglers']],
  [
    'passive',
    'Two smugglers were arrested by Polish police on Monday.',
    'arrested',
    ['recipient:Two smugglers', 'actor:Polish police'],
  ],
  [
    'passive',
    'Three soldiers were killed by rebels in the valley.',
    'killed',
    ['recipient:Three soldiers', 'actor:rebels'],
  ],
  [
    'relative',
    'The rebels who attacked the convoy fled into the hills.',
    'attacked',
    ['actor:rebels', 'recipient:convoy'],
  ],
  [
    'conjunction',
    'Kenya and Uganda condemned Sudan on Friday.',
    'condemned',
    ['actor:Kenya', 'actor:Uganda', 'recipient:Sudan'],
  ],
  [
    'coordinated verbs',
    'Soldiers stormed the village and killed six farmers.',
    'killed',
    ['actor:Soldiers', 'recipient:six farmers'],
  ],
  [
    'control',
    'The United States urged Iran to release the sailors.',
    'urged',
    ['actor:United States', 'recipient:Iran'],
  ],
  ['possessive', "Angela Merkel's visit to Warsaw ended on Tuesday.", 'visit', ['actor:Angela Merkel']],
  [
    'reciprocal',
    'Emmanuel Macron and Olaf Scholz met in Paris.',
    'met',
    ['reciprocal:Emmanuel Macron', 'reciprocal:Olaf Scholz'],
  ],
  ['reciprocal', 'Talks between India and China resumed on Monday.', 'Talks', ['reciprocal:India', 'reciprocal:China']],
];

for (const [pattern, text, trigger, expected] of table) {
  test(`participants, ${pattern}: ${text}`, () => {
    const { participants } = eventAt(text, trigger);
    assert.deepEqual(
      participants.map((each) => `${each.role}:${each.text}`),
      expected,
    );
  });
}
