import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PUBLISHED, valuesOf } from './read.ts';

/** The last expression of each text, whose event is dated in a sentence before or nowhere. */
const counted: [text: string, value: string][] = [
  ['The vote was held on May 3. Two days after the vote he left.', 'Two days → 2019-05-05'],
  ['They voted on May 3. It rained. A week after the vote he left.', 'A week → 2019-W19'],
  ['The deal was signed on 3 May 2016. Two years after the historic deal he left it.', 'Two years → 2018'],
  ['The summit opens on May 3. Ten days before the summit he resigned.', 'Ten days → 2019-04-23'],
  ['Two days after the vote he left.', 'Two days → P2D'],
  ['Parliament met on May 3. Two days after the vote he left.', 'Two days → P2D'],
  ['The vote of May 3 was put off to May 9. Two days after the vote he left.', 'Two days → P2D'],
  ['The team arrived on May 3. Two days after the team was stopped it left.', 'Two days → P2D'],
];
for (const [text, value] of counted) test(text, () => assert.equal(valuesOf(text, PUBLISHED).at(-1), value));
