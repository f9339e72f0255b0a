import assert from 'node:assert/strict';
import { test } from 'node:test';
import edtf from 'edtf';
import fc from 'fast-check';
import type { TimeExpression } from '../../schemas/extraction.ts';
import { civil, containing, dayNumber, firstDay, isoWeek, lastDay, weekdayOf } from '../../src/times/calendar.ts';
import { dayText } from '../../src/times/resolve/notation.ts';
import { rules } from '../../src/times/rules/index.ts';
import { timesOf } from './read.ts';

/** Sentences with expressions of every kind, in any order, published on any day of four centuries. */
const sentences = rules.flatMap((rule) => rule.examples.map(([sentence]) => sentence));
const extra = [
  'Late last year it fell.',
  'It ran from May to July 2016.',
  'Since 2014 it has grown.',
  'He stays until Friday.',
];
const texts = fc
  .array(fc.constantFrom(...sentences, ...extra), { minLength: 1, maxLength: 6 })
  .map((picked) => picked.join(' '));
const FIRST = dayNumber(1700, 1, 1);
const LAST = dayNumber(2099, 12, 31);
const days = fc.integer({ min: FIRST, max: LAST });
/** Noise in which expressions may or may not turn up. */
const noise = fc
  .array(
    fc.constantFrom(
      'May',
      '3',
      'of',
      '2014',
      '-',
      '/',
      'the',
      'next',
      'week',
      'a',
      'year',
      'ago',
      ',',
      'to',
      'late',
      "'80s",
      'BC',
      'Friday',
      '12:30',
      'and',
      'İ',
      '\n',
      'half',
      'Q3',
      'every',
      '1st',
      '00',
      '99999999',
    ),
    { maxLength: 14 },
  )
  .map((words) => words.join(' '));

const check = (text: string, publishedAt: string | undefined, holds: (time: TimeExpression) => void) => {
  for (const time of timesOf(text, publishedAt)) holds(time);
};

test('slicing the text gives the expression and its parts lie within it, in order', () => {
  fc.assert(
    fc.property(fc.oneof(texts, noise), fc.option(days, { nil: undefined }), (text, day) => {
      let before = 0;
      check(text, day === undefined ? undefined : dayText(day), (time) => {
        assert.equal(text.slice(time.start, time.end), time.text);
        assert.ok(time.start >= before && time.end > time.start, 'overlap');
        before = time.end;
        for (const part of time.parts ?? [])
          assert.ok(part.start >= time.start && part.end <= time.end && part.end > part.start);
      });
    }),
    { numRuns: 300 },
  );
});

test('earliest is not after latest, and without a publication date nothing deictic has either', () => {
  fc.assert(
    fc.property(fc.oneof(texts, noise), days, (text, day) => {
      check(text, dayText(day), ({ earliest, latest, text: words }) => {
        if (earliest !== null && latest !== null)
          assert.ok(number(earliest) <= number(latest), `${words}: ${earliest} ${latest}`);
      });
    }),
    { numRuns: 300 },
  );
  for (const text of [
    'He left last week.',
    'It was Tuesday.',
    'On April 12 he came.',
    'Yesterday it rained.',
    'Two years ago he won.',
  ])
    check(text, undefined, ({ earliest, latest }) => assert.deepEqual([earliest, latest], [null, null]));
});

test('EDTF can be read, and denotes exactly the days from earliest to latest', () => {
  fc.assert(
    fc.property(fc.oneof(texts, noise), days, (text, day) => {
      check(text, dayText(day), ({ edtf: written, earliest, latest, type, text: words }) => {
        if (written === null) return;
        assert.ok(written.length <= 64);
        const read = edtf(written);
        if (earliest === null || latest === null || type === 'TIME' || written.includes('..')) return;
        const MS = 86_400_000;
        assert.deepEqual(
          [Math.floor(read.min / MS), Math.floor(read.max / MS)],
          [number(earliest), number(latest)],
          `${words}: ${written}`,
        );
      });
    }),
    { numRuns: 300 },
  );
});

test('reading a text twice gives the same', () => {
  fc.assert(
    fc.property(texts, days, (text, day) => {
      assert.deepEqual(timesOf(text, dayText(day)), timesOf(text, dayText(day)));
    }),
    { numRuns: 50 },
  );
});

test('moving the publication by 400 years moves every relative date by 400 years', () => {
  const CYCLE = 146_097;
  const relative = rules
    .filter(({ name }) => /near|units-away|weekday|^month$|month-day|^season$|weekend|end-of-unit/.test(name))
    .flatMap(({ examples }) => examples.map(([sentence]) => sentence))
    .filter((sentence) => !/\d{4}|Christmas|Easter|Good Friday/.test(sentence));
  assert.ok(relative.length > 10);
  fc.assert(
    fc.property(fc.constantFrom(...relative), days, (text, day) => {
      const now = timesOf(text, dayText(day));
      const then = timesOf(text, dayText(day + CYCLE));
      const move = (at: string | null) => (at === null ? null : dayText(number(at) + CYCLE));
      assert.deepEqual(
        then.map(({ earliest, latest }) => [earliest, latest]),
        now.map(({ earliest, latest }) => [move(earliest), move(latest)]),
      );
    }),
    { numRuns: 200 },
  );
});

test('the calendar: days, leap years, ISO weeks and periods', () => {
  const table: [string, number, number][] = [
    ['2004-12-31', 2004, 53],
    ['2005-01-01', 2004, 53],
    ['2008-12-29', 2009, 1],
    ['2010-01-03', 2009, 53],
    ['2019-06-12', 2019, 24],
  ];
  for (const [day, year, week] of table)
    assert.deepEqual(isoWeek(containing('week', number(day)).n), { year, week }, day);
  assert.equal(weekdayOf(number('2019-06-12')), 3);
  assert.equal(number('2000-03-01') - number('2000-02-28'), 2);
  assert.equal(number('1900-03-01') - number('1900-02-28'), 1);
  fc.assert(
    fc.property(
      fc.integer({ min: -1_500_000, max: 3_000_000 }),
      fc.constantFrom('day', 'week', 'month', 'season', 'quarter', 'half', 'year', 'decade', 'century'),
      (day, unit) => {
        const { year, month, day: ofMonth } = civil(day);
        assert.equal(dayNumber(year, month, ofMonth), day);
        const period = containing(unit as 'day', day);
        assert.ok(firstDay(period) <= day && day <= lastDay(period));
      },
    ),
  );
});

function number(day: string): number {
  const [, year, month, ofMonth] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(day)!;
  return dayNumber(Number(year), Number(month), Number(ofMonth));
}
