import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BEGIN, INSIDE, isOpen, LABELS, LAST, labelOf, mayFollow, OUTSIDE, UNIT } from '../../src/names/labels.ts';
import { decode } from '../../src/names/viterbi.ts';

test('labels: a name begun goes on with its own kind until its last token', () => {
  assert.ok(mayFollow(labelOf(0, BEGIN), labelOf(0, LAST)));
  assert.ok(mayFollow(labelOf(0, INSIDE), labelOf(0, INSIDE)));
  assert.ok(!mayFollow(labelOf(0, BEGIN), labelOf(1, LAST)));
  assert.ok(!mayFollow(labelOf(0, BEGIN), OUTSIDE));
  assert.ok(!mayFollow(OUTSIDE, labelOf(0, LAST)));
  assert.ok(mayFollow(labelOf(0, UNIT), labelOf(1, BEGIN)));
});

test('decode: finds the best well-formed sequence among all of them', () => {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff - 0.5;
  };
  const length = 3;
  for (let round = 0; round < 5; round++) {
    const emissions = Float64Array.from({ length: length * LABELS }, random);
    const transitions = Float64Array.from({ length: LABELS * LABELS }, random);
    const labels = new Uint8Array(length);
    decode(emissions, transitions, length, labels);
    assert.ok(Math.abs(scoreOf([...labels]) - bestOf()) < 1e-9);

    function scoreOf(path: readonly number[]): number {
      let score = 0;
      let before: number = OUTSIDE;
      for (const [i, label] of path.entries()) {
        if (!mayFollow(before, label)) return Number.NEGATIVE_INFINITY;
        score += emissions[i * LABELS + label]! + transitions[before * LABELS + label]!;
        before = label;
      }
      return isOpen(before) ? Number.NEGATIVE_INFINITY : score + transitions[before * LABELS]!;
    }
    function bestOf(): number {
      let best = Number.NEGATIVE_INFINITY;
      for (let a = 0; a < LABELS; a++)
        for (let b = 0; b < LABELS; b++) for (let c = 0; c < LABELS; c++) best = Math.max(best, scoreOf([a, b, c]));
      return best;
    }
  }
});
