import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from './read.ts';

/** Sentences written for these tests, the event between asterisks: who tells it, by which word, and how. */
const table: [text: string, source: string, cue: string, kind: string][] = [
  ['The minister said gunmen had *attacked* the convoy.', 'minister', 'said', 'indirect'],
  ['Iraqi officials say a bomb *killed* five policemen.', 'Iraqi officials', 'say', 'indirect'],
  ['Gunmen *attacked* the convoy, the governor said.', 'governor', 'said', 'indirect'],
  ['Gunmen *attacked* the convoy, said Anna Weber, a spokeswoman.', 'Anna Weber', 'said', 'indirect'],
  ['According to the police, thieves *stole* three paintings.', 'police', 'According', 'indirect'],
  ['Thieves *stole* three paintings, according to the museum.', 'museum', 'according', 'indirect'],
  ['“We *destroyed* the bridge,” the general said.', 'general', 'said', 'direct'],
  ['The report says the plant *leaked* acid into the river.', 'report', 'says', 'document'],
  ['A police spokesman, Peter Novak, said officers *arrested* two men.', 'Peter Novak', 'said', 'indirect'],
  ['In Cairo on Monday, doctors said the virus had *spread* to the coast.', 'doctors', 'said', 'indirect'],
  ['The agency quoted a doctor as saying the patient *died* on Sunday.', 'doctor', 'saying', 'indirect'],
];
for (const [text, source, cue, kind] of table)
  test(`told by ${source}: ${text}`, () => {
    const found = judge(text).attribution;
    assert.deepEqual([found?.text, found?.cue, found?.kind], [source, cue, kind]);
  });

for (const text of [
  'The minister *said* gunmen had attacked the convoy.',
  'Gunmen *attacked* the convoy on Monday.',
  'The general *resigned* after his deputy said the war was lost.',
  'The spokesman who *left* the party said nothing had changed.',
])
  test(`told by the document: ${text}`, () => assert.equal(judge(text).attribution, undefined));

test('a pronoun is the source as it stands, and its name is kept beside it', () => {
  const found = judge('Maria Lopez met reporters. She said the firm had *closed* its plant.').attribution;
  assert.deepEqual([found?.text, found?.antecedent?.text], ['She', 'Maria Lopez']);
});

test('a quotation that goes on is still that speaker’s', () => {
  const text = '“We are tired,” said Maria Lopez. “They *closed* the plant in May and told nobody.”';
  const found = judge(text).attribution;
  assert.deepEqual([found?.text, found?.kind], ['Maria Lopez', 'direct']);
});

test('a headline has its speaker before a colon or after a dash', () => {
  assert.equal(judge('Kremlin: no *talks* planned').attribution?.text, 'Kremlin');
  assert.equal(judge('Gunmen *attacked* convoy – police').attribution?.text, 'police');
});

test('who dismisses reports of an event denies it', () => {
  const { status, attribution } = judge('The embassy dismissed reports of a *meeting* in May.');
  assert.deepEqual([status.status, attribution?.text], ['denied', 'embassy']);
});

test('a speaker named after the last sentence of a quotation', () => {
  const text = '“They *closed* the plant in May. Nobody was warned,” Maria Lopez said.';
  assert.equal(judge(text).attribution?.text, 'Maria Lopez');
});
