import assert from 'node:assert/strict';
import { test } from 'node:test';
import { average, connected, type Link } from '../../src/timelines/linkage.ts';

const link = (a: number, b: number, likeness: number): Link => ({ a, b, likeness });
const cases: readonly [name: string, links: readonly Link[], anchors: number, groups: readonly number[]][] = [
  ['alike enough', [link(0, 1, 0.5)], 0, [0, 0, 2, 3]],
  ['not alike enough', [link(0, 1, 0.3)], 0, [0, 1, 2, 3]],
  ['a chain is one group only as far as it is alike on average', [link(0, 1, 0.9), link(1, 2, 0.7)], 0, [0, 0, 2, 3]],
  ['what is unlike one is carried by the others', [link(0, 1, 0.9), link(1, 2, 0.7), link(0, 2, 0.2)], 0, [0, 0, 0, 3]],
  ['the most alike come first', [link(0, 1, 0.5), link(1, 2, 0.8)], 0, [0, 1, 1, 3]],
  ['two anchors are never one', [link(0, 1, 0.9)], 2, [0, 1, 2, 3]],
  ['each goes to its anchor', [link(0, 2, 0.9), link(1, 3, 0.9), link(2, 3, 0.5)], 2, [0, 1, 0, 1]],
];
for (const [name, links, anchors, groups] of cases) {
  test(`average: ${name}, in either order`, () => {
    assert.deepEqual(average(4, links, 0.4, anchors), groups);
    assert.deepEqual(average(4, [...links].reverse(), 0.4, anchors), groups);
  });
}

test('connected: what links lead to from each other', () => {
  assert.deepEqual(connected(5, [link(3, 4, 1), link(0, 3, 1)]), [[0, 3, 4], [1], [2]]);
});
