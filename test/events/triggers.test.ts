import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Analysis } from '../../src/analysis.ts';
import { viewSentences } from '../../src/events/features.ts';
import { defaultReader } from '../../src/events/triggers.ts';
import { namesStage } from '../../src/names/stage.ts';
import { textStage } from '../../src/text/stage.ts';
import { timesStage } from '../../src/times/stage.ts';

function read(text: string): Record<string, string> {
  const start = { document: { id: 'd', text, timezone: 'UTC' }, warnings: [] } as unknown as Analysis;
  const analysis = [textStage, timesStage, namesStage].reduce((before, stage) => stage.apply(before), start);
  const views = viewSentences(analysis);
  const reader = defaultReader();
  return Object.fromEntries(
    reader.findTriggers(analysis).map((trigger) => {
      const token = analysis.text.tokens[trigger.token]!;
      return [token.text, reader.classify(trigger, views[token.sentence]!).type];
    }),
  );
}

const table: [text: string, events: Record<string, string>][] = [
  ['The prime minister visited Poland on Monday.', { visited: 'CONSULT' }],
  ['Gunmen killed four policemen in the northern town.', { killed: 'ASSAULT' }],
  ['Police arrested two suspects near the border.', { arrested: 'COERCE' }],
  ['The minister urged both sides to remain calm.', { urged: 'REQUEST' }],
  ['Thousands protested in the capital on Friday.', { protested: 'PROTEST' }],
  ['The chancellor spoke with the Danish premier on Monday.', { spoke: 'CONSULT' }],
  ['The president spoke for an hour on Monday.', { spoke: 'STATEMENT' }],
  ['A group based in Oslo is rich.', { based: 'OTHER' }],
  ['Climbers reached the hut on Friday.', { reached: 'OTHER' }],
  ['The sultan received the ministers of two islands.', { received: 'CONSULT' }],
  ['The militia received weapons from abroad.', { received: 'AID' }],
  ['The bank released a report on housing.', { released: 'STATEMENT' }],
  ['The army released ten prisoners.', { released: 'CONCEDE' }],
];
for (const [text, events] of table) {
  test(`events of: ${text}`, () => assert.deepEqual({ ...read(text), ...events }, read(text)));
}

for (const text of ['The capital is on a river.', 'She is the oldest member of the club.'])
  test(`no event in: ${text}`, () => assert.deepEqual(read(text), {}));
