import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timesStage } from '../../src/times/stage.ts';
import { analyse, PUBLISHED, timesOf, valuesOf } from './read.ts';

/** What the text says → `expression → value`, read on Wednesday 2019-06-12. */
const dated: [text: string, ...values: string[]][] = [
  ['They fought from May to July 2016.', 'May to July 2016 → 2016-05/2016-07'],
  ['It lasted between 1914 and 1918.', '1914 and 1918 → 1914/1918'],
  ['Prices rose in May and June 2021.', 'May and June 2021 → 2021-05/2021-06'],
  ['Shops close from Monday to Wednesday.', 'Monday to Wednesday → 2019-06-10/2019-06-12'],
  ['The fort fell in the night of 3–4 March 2022.', 'the night of 3–4 March 2022 → 2022-03-03/2022-03-04'],
  ['The riot began at 10 p.m. Tuesday.', '10 p.m. Tuesday → 2019-06-11T22:00'],
  ['He comes on Friday morning.', 'Friday morning → 2019-06-07TMO'],
  ['She left on Saturday, April 25, 2015.', 'Saturday, April 25, 2015 → 2015-04-25'],
  ['Both met on Monday of last week.', 'Monday of last week → 2019-06-03'],
  ['More than two years passed.', 'More than two years → P2Y'],
  ['He spoke in mid-March.', 'mid-March → 2019-03'],
];
for (const [text, ...values] of dated) test(text, () => assert.deepEqual(valuesOf(text, PUBLISHED), values));

test('late April is its last ten days or so, and open ends are open', () => {
  const one = (text: string) => {
    const [{ edtf, earliest, latest } = assert.fail('nothing found')] = timesOf(text, '2017-05-04');
    return { edtf, earliest, latest };
  };
  assert.deepEqual(one('In late April he left.'), {
    edtf: '2017-04-21~/2017-04-30~',
    earliest: '2017-04-21',
    latest: '2017-04-30',
  });
  assert.deepEqual(one('It has grown since 2014.'), { edtf: '2014/..', earliest: '2014-01-01', latest: null });
  assert.deepEqual(one('He stays until Friday.'), { edtf: '../2017-05-05', earliest: null, latest: '2017-05-05' });
});

test('a life told in a report of its day is no history', () => {
  const life =
    'She was born in 1931, married in 1953, came home in 1960, taught from 1962 to 1981 and retired in 1990.';
  const dayOf = (text: string) => timesOf(text, PUBLISHED).find(({ text: word }) => word === 'yesterday')?.value;
  assert.equal(dayOf(`12 June 2019\n\nAna Sosa died yesterday. ${life} In 1995 and 1999 she wrote.`), '2019-06-11');
  assert.equal(dayOf(`Ana Sosa died yesterday. ${life} In 1995 and 1999 she wrote.`), 'XXXX-XX-XX');
});

test('days apart are not the days between', () => {
  const one = (text: string) => {
    const [{ edtf, earliest, latest } = assert.fail('nothing found')] = timesOf(text, '2017-05-04');
    return { edtf, earliest, latest };
  };
  const days = { earliest: '2017-07-07', latest: '2017-07-15' };
  assert.deepEqual(one('It is on July 7 and 15.'), { edtf: '{2017-07-07,2017-07-15}', ...days });
  assert.deepEqual(one('It is on July 7 or 15.'), { edtf: '[2017-07-07,2017-07-15]', ...days });
  assert.deepEqual(one('It is on July 7, 8 and 15.'), { edtf: '{2017-07-07,2017-07-08,2017-07-15}', ...days });
  assert.equal(one('It is on July 7 and 8.').edtf, '2017-07-07/2017-07-08');
});

test('what is counted on from an event without a date has no date', () => {
  const found = timesOf('One year later, the war went on.', PUBLISHED);
  assert.deepEqual(
    found.map(({ value, earliest }) => [value, earliest]),
    [['XXXX', null]],
  );
});

test('the day of publication is that of its zone', () => {
  const [there] = timesOf('He left today.', '2019-06-12T23:30:00Z', 'Asia/Tokyo');
  assert.equal(there?.value, '2019-06-13');
  const [here] = timesOf('He left today.', '2019-06-12T23:30:00Z', 'America/New_York');
  assert.equal(here?.value, '2019-06-12');
});

test('day first or month first: by evidence, else month first with a warning', () => {
  assert.deepEqual(valuesOf('Filed on 13/04/2015 and 05/06/2015.', PUBLISHED), [
    '13/04/2015 → 2015-04-13',
    '05/06/2015 → 2015-06-05',
  ]);
  const guessed = timesStage.apply(analyse('Filed on 05/06/2015.', PUBLISHED));
  assert.equal(guessed.times[0]?.basis, 'inferred');
  assert.equal(guessed.times[0]?.value, '2015-05-06');
  assert.match(guessed.warnings.join(), /month first/);
});

test('an undated text keeps its recurring dates', () => {
  assert.deepEqual(valuesOf('They met on Tuesday and on July 7 and 8. In late April he left; recently he came.'), [
    'Tuesday → XXXX-WXX-2',
    'July 7 and 8 → XXXX-07-07/XXXX-07-08',
    'late April → XXXX-04',
    'recently → PAST_REF',
  ]);
});

const nothing = [
  'May said the talks had failed.',
  'Theresa May and Jan Smuts never met.',
  'The March on Washington drew thousands.',
  'A 34-year-old man was held.',
  'They won 3-2 in version 10.4.11 on flight 1812.',
  'It cost $1999, or €2014.',
  'Call 555-1996.',
  'Crowds gathered after Friday prayers.',
  'It was signed on February 29, 2022 in Rome.',
  'Filed on 31 April 2015, they said.',
  'Agenda 2030 and Vision 2050 were on Windows 2000.',
];
for (const text of nothing) test(`no time in: ${text}`, () => assert.deepEqual(valuesOf(text, PUBLISHED), []));
