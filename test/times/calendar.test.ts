import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { civil, containing, dayNumber, isoWeek, shift, weekdayOf } from '../../src/times/calendar.ts';

/** The arithmetic of the stage beside luxon's calendar, from year 1 to 9999. */
const days = fc.integer({ min: -719_162, max: 2_932_896 });
const luxon = (day: number): DateTime<true> => {
  const at = DateTime.fromMillis(day * 86_400_000, { zone: 'UTC' });
  assert.ok(at.isValid);
  return at;
};
const numberOf = (at: DateTime): number => Math.round(at.toMillis() / 86_400_000);

test('days, weekdays and ISO weeks', () => {
  fc.assert(
    fc.property(days, (day) => {
      const at = luxon(day);
      assert.deepEqual(civil(day), { year: at.year, month: at.month, day: at.day });
      assert.equal(dayNumber(at.year, at.month, at.day), day);
      assert.equal(weekdayOf(day), at.weekday);
      const { year, week } = isoWeek(containing('week', day).n);
      assert.deepEqual([year, week], [at.weekYear, at.weekNumber]);
    }),
  );
});

test('months and years on and back, at the end of a month and in leap years', () => {
  const counts = fc.integer({ min: -500, max: 500 });
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), counts, (n, count) => {
      const day = { unit: 'day', n } as const;
      assert.equal(shift(day, 'month', count).n, numberOf(luxon(n).plus({ months: count })));
      assert.equal(shift(day, 'year', count).n, numberOf(luxon(n).plus({ years: count })));
      assert.equal(shift(day, 'week', count).n, n + 7 * count);
    }),
  );
});
