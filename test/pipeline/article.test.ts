import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Gold, invented, type Row, scoreEntities, scoreEvents, scoreTimes } from '../../eval/seed-score.ts';
import { packageRoot } from '../../src/data.ts';
import { read } from '../../src/reading.ts';

/** A whole article, read from beginning to end. How many of what it says may be missed is part of the expectation. */
const file = join(packageRoot, 'test', 'corpus', 'singapore-summit.json');
const { text, ...gold } = JSON.parse(readFileSync(file, 'utf8')) as Gold & { text: string };
const dated = read({ id: 'dated', text, publishedAt: gold.publishedAt }).extraction;
const undated = read({ id: 'undated', text }).extraction;

function faultsIn(rows: readonly Row[]): string[] {
  return rows.filter(({ fault }) => fault !== '').map(({ expected, fault }) => `${expected}: ${fault}`);
}

function assertAtMost(faults: readonly string[], most: number): void {
  assert.ok(faults.length <= most, faults.join('\n'));
}

test('every time has its value', () => {
  assert.deepEqual(faultsIn(scoreTimes(gold, dated.times, true)), []);
});

test('without a publication date nothing is guessed', () => {
  assert.deepEqual(faultsIn(scoreTimes(gold, undated.times, false)), []);
});

test('all but two entities have their name and type', () => {
  assertAtMost(faultsIn(scoreEntities(gold, dated.entities)), 2);
});

test('no person and no country is invented', () => {
  assert.deepEqual(invented(gold, dated.entities), []);
});

test('all but two events have their date, status and participants', () => {
  assertAtMost(faultsIn(scoreEvents(gold, dated)), 2);
});
