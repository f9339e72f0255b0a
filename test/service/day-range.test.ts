import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayRange } from '../../src/day-range.ts';

const ranges: [edtf: string, earliest: string, latest: string][] = [
  ['2017-05-04', '2017-05-04', '2017-05-04'],
  ['2017-02', '2017-02-01', '2017-02-28'],
  ['2016-02', '2016-02-01', '2016-02-29'],
  ['2017', '2017-01-01', '2017-12-31'],
  ['2017~', '2017-01-01', '2017-12-31'],
  ['201X', '2010-01-01', '2019-12-31'],
  ['19XX', '1900-01-01', '1999-12-31'],
  ['0079-08-24', '0079-08-24', '0079-08-24'],
  ['-0043-03', '-0043-03-01', '-0043-03-31'],
];
for (const [edtf, earliest, latest] of ranges) {
  test(`${edtf} is ${earliest} to ${latest}`, () => assert.deepEqual(dayRange(edtf), { earliest, latest }));
}

for (const edtf of [
  '',
  '17',
  '2017-13',
  '2017-02-29',
  '2017-4-1',
  '2017-21',
  '201X-04',
  '2017/2018',
  '-9999',
  '2017-05-04T10:00',
]) {
  test(`"${edtf}" is no range of days`, () => assert.equal(dayRange(edtf), undefined));
}
