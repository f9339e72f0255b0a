import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PUBLISHED, timesOf, valuesOf } from './read.ts';

/** What the text says → `expression → value`, read on Wednesday 2019-06-12. */
const dated: readonly (readonly [text: string, ...values: string[]])[] = [
  ['The parcel was stamped 15SEP 2018 in Oslo.', '15SEP 2018 → 2018-09-15'],
  ['It was posted 3-Nov-74 from Perth.', '3-Nov-74 → 1974-11-03'],
  ['The vault was sealed on 9 Aug 96, sources say.', '9 Aug 96 → 1996-08-09'],
  ['She was born on May twenty-one, 1961.', 'May twenty-one, 1961 → 1961-05-21'],
  ['The ledger says 2017/Feb/03 and no more.', '2017/Feb/03 → 2017-02-03'],
  ['The log of Thu Oct 26 11:00:09 2017 was lost.', 'Thu Oct 26 11:00:09 2017 → 2017-10-26T11:00:09'],
  ['He reigned until 10 August 88 AD in peace.', '10 August 88 AD → 0088-08-10'],
  ['They ruled in nineteen hundred and fourteen.', 'nineteen hundred and fourteen → 1914'],
  ['The office is shut from 10/1/2018-10/7/2018.', '10/1/2018-10/7/2018 → 2018-10-01/2018-10-07'],
  ['The talks are on Wed, 19 June.', 'Wed, 19 June → 2019-06-19'],
  ['They will return this coming Friday.', 'this coming Friday → 2019-06-14'],
  ['The court sits from 4 to 22 this month.', '4 to 22 this month → 2019-06-04/2019-06-22'],
  ['It closed two weeks and three days ago.', 'two weeks and three days ago → 2019-05-26'],
  ['The fast ends three days after Easter.', 'three days after Easter → 2019-04-24'],
  ['The audit took 2 days 1 hour and 5 minutes.', '2 days 1 hour and 5 minutes → P2DT1H5M'],
  ['The ferry will sail in three weeks.', 'three weeks → 2019-W27'],
  ['She wrote the book in three weeks.', 'three weeks → P3W'],
  ['The gates will open on Thursday from 3 to 5 p.m.', 'Thursday from 3 to 5 p.m. → 2019-06-13T15:00/2019-06-13T17:00'],
  ['The choir sings at half past seven tomorrow.', 'half past seven tomorrow → 2019-06-13T07:30'],
  ['Prices have doubled since the 2000s.', 'the 2000s → 200'],
  ['They marched on Yom Kippur 2018.', 'Yom Kippur 2018 → 2018-09-19'],
  ['Shops shut for Eid al-Fitr 2018.', 'Eid al-Fitr 2018 → 2018-06-15'],
  ['Trains were full at Chinese New Year 2018.', 'Chinese New Year 2018 → 2018-02-16'],
  ['It was Mothers Day 2018.', 'Mothers Day 2018 → 2018-05-13'],
  ['Sales soared on Black Friday 2018.', 'Black Friday 2018 → 2018-11-23'],
];
for (const [text, ...values] of dated) test(text, () => assert.deepEqual(valuesOf(text, PUBLISHED), values));

const undated = [
  'They won 15-2 at home.',
  'The vote was 3/4 in favour.',
  'Profit was $3 million in all.',
  'He ran it on 2.5 percent.',
  'They arrested 8 of them.',
];
for (const text of undated) test(`no time in: ${text}`, () => assert.deepEqual(valuesOf(text, PUBLISHED), []));

test('a text that is nothing but an expression asks for the coming day, a report tells of the last one', () => {
  assert.deepEqual(valuesOf('Friday', PUBLISHED), ['Friday → 2019-06-14']);
  assert.deepEqual(valuesOf('The ship sank on Friday.', PUBLISHED), ['Friday → 2019-06-07']);
  assert.deepEqual(valuesOf('15/9', PUBLISHED), ['15/9 → 2019-09-15']);
});

test('what lies before a period ends the day before it begins', () => {
  const [{ edtf, earliest, latest } = assert.fail('nothing found')] = timesOf('It was built before 2010.', PUBLISHED);
  assert.deepEqual({ edtf, earliest, latest }, { edtf: '../2009-12-31', earliest: null, latest: '2009-12-31' });
});

test('an impossible day is no date, and its parts are none', () => {
  assert.deepEqual(valuesOf('The form says February 30, 2018.', PUBLISHED), []);
});

test('a chain of counts is no deeper than one', () => {
  const times = timesOf(`${'two days after '.repeat(5000)}Easter 2018`, PUBLISHED);
  assert.equal(times.at(-1)?.value, '2018-04-03');
});
