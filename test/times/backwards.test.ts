import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read } from '../../src/reading.ts';

const rows: readonly [text: string, expression: string, edtf: string | null][] = [
  ['They ruled from the 40s to the 70s.', 'the 40s to the 70s', null],
  ['The hosts won 2 - 1 January 2017 was a good month.', '2 - 1 January 2017', null],
  ['The fair lasts from May 3 to May 5.', 'May 3 to May 5', '2018-05-03/2018-05-05'],
];

for (const [text, expression, edtf] of rows) {
  test(`an interval never ends before it begins: ${expression}`, () => {
    const { times } = read({ id: 'a', text, publishedAt: '2018-05-10' }).extraction;
    const found = times.find((time) => time.text === expression);
    assert.equal(found?.edtf, edtf);
    assert.equal(found?.earliest === null, edtf === null);
  });
}
