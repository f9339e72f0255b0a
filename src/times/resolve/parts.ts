import { containing, firstDay, lastDay, weekdayOf } from '../calendar.ts';
import type { Fields, Period } from '../types.ts';

/** Day of the week that says which month or year a week belongs to, as in ISO 8601; weekends go by their Saturday. */
const DECIDES: Readonly<Record<string, number>> = { week: 4, weekend: 6 };

/** The n-th day, week, weekend or month of a period, counted from its end where n is negative. */
export function partOf(whole: Period, { unit, nth, weekday }: NonNullable<Fields['part']>): Period | undefined {
  const [from, to] = [firstDay(whole), lastDay(whole)];
  const decides = weekday ?? DECIDES[unit];
  const every = decides === undefined ? 1 : 7;
  if (unit === 'month') return within(containing('month', nth > 0 ? from : to).n + step(nth), 'month', whole);
  const first = decides === undefined ? from : from + ((decides - weekdayOf(from) + 7) % 7);
  const last = decides === undefined ? to : to - ((weekdayOf(to) - decides + 7) % 7);
  const day = nth > 0 ? first + step(nth) * every : last + step(nth) * every;
  return day < from || day > to ? undefined : containing(unit, day);
}

const step = (nth: number): number => (nth > 0 ? nth - 1 : nth + 1);

function within(n: number, unit: 'month', whole: Period): Period | undefined {
  const period: Period = { unit, n };
  return firstDay(period) >= firstDay(whole) && lastDay(period) <= lastDay(whole) ? period : undefined;
}
