import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inCodePoints } from '../../src/cli/code-points.ts';

test('offsets in code points slice an array of code points as UTF-16 offsets slice the string', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), fc.nat(7), (pieces, at) => {
      const text = pieces.join('');
      const index = at % pieces.length;
      const start = pieces.slice(0, index).join('').length;
      const span = { start, end: start + pieces[index]!.length };
      const [counted] = inCodePoints({ list: [span] }, text).list;
      assert.equal([...text].slice(counted!.start, counted!.end).join(''), pieces[index]);
    }),
  );
});

test('everything but start and end stays as it is', () => {
  const value = { id: 'x', none: null, spans: [{ start: 2, end: 3, score: 2 }] };
  assert.deepEqual(inCodePoints(value, '\u{1f600}a'), { id: 'x', none: null, spans: [{ start: 1, end: 2, score: 2 }] });
});
