import { civil, containing, dayNumber, dayPeriod, firstDay, isDate, lastDay, shift, weekdayOf } from '../calendar.ts';
import { centuryOf } from '../numbers.ts';
import type { Fields, Period } from '../types.ts';
import type { Direction } from './direction.ts';
import { feastDay, isOneDay, weekdayInMonth } from './feasts.ts';

/** What an underspecified date is read against. */
export interface Frame {
  /** Day number of the reference; undefined when there is none. */
  readonly reference: number | undefined;
  /** In a narrative dates follow one another; elsewhere they lie around the publication. */
  readonly narrative: boolean;
  /** Positive ahead, negative back, 0 not said. */
  readonly direction: Direction;
  /** The text is nothing but its expressions, and asks for what is coming. */
  readonly query?: boolean;
  /** In a narrative the year that it comes to next. */
  readonly nextYear?: number | undefined;
}

/** The period that the fields of a date mean, or undefined when only a reference could tell and there is none. */
export function calendarDate(fields: Fields, frame: Frame): Period | undefined {
  const { reference } = frame;
  const year =
    fields.year ??
    (fields.yearShift !== undefined && reference !== undefined ? civil(reference).year + fields.yearShift : undefined);
  if (fields.feast !== undefined && isOneDay(fields.feast)) return { unit: 'day', n: feastDay(fields.feast, 2000) };
  if (fields.century !== undefined) return { unit: 'century', n: fields.century };
  if (fields.decade !== undefined) {
    if (fields.decade >= 10 || fields.decade < 0) return { unit: 'decade', n: fields.decade };
    const near = reference === undefined ? undefined : civil(reference).year;
    // "the '60s" of an undated text are those of the last century.
    return { unit: 'decade', n: Math.floor(centuryOf(fields.decade * 10, near ?? 2000) / 10) };
  }
  if (year !== undefined) return inYear(fields, year);
  if (reference === undefined) return undefined;
  if (fields.weekday !== undefined && fields.month === undefined && fields.day === undefined)
    return nearWeekday(fields, reference, frame);
  if (fields.day !== undefined && fields.month === undefined && fields.weekday !== undefined)
    return dayOnWeekday(fields.day, fields.weekday, reference);
  if (fields.day !== undefined && fields.month === undefined) {
    const { year: y, month } = civil(reference);
    return isDate(y, month, fields.day) ? dayPeriod(y, month, fields.day) : undefined;
  }
  return choose(fields, reference, frame);
}

/** A date whose year is known. */
function inYear(fields: Fields, year: number): Period | undefined {
  const { month, day, quarter, half, season, feast } = fields;
  if (feast !== undefined) return { unit: 'day', n: feastDay(feast, year) };
  if (month !== undefined && fields.nth !== undefined) return nthOfMonth(year, month, fields.weekday!, fields.nth);
  if (month !== undefined && day !== undefined)
    return isDate(year, month, day) ? dayPeriod(year, month, day) : undefined;
  if (month !== undefined) return { unit: 'month', n: year * 12 + month - 1 };
  if (quarter !== undefined) return { unit: 'quarter', n: year * 4 + quarter - 1 };
  if (half !== undefined) return { unit: 'half', n: year * 2 + half - 1 };
  if (season !== undefined) return { unit: 'season', n: year * 4 + season };
  return { unit: 'year', n: year };
}

function nthOfMonth(year: number, month: number, weekday: number, nth: number): Period | undefined {
  const n = weekdayInMonth(year, month, weekday, nth);
  return civil(n).month === month ? { unit: 'day', n } : undefined;
}

/** "Friday the 13th": the nearest day of a month that falls on the weekday; there is one within 14 months. */
function dayOnWeekday(day: number, weekday: number, reference: number): Period | undefined {
  const { year, month } = civil(reference);
  for (const away of [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8]) {
    const index = year * 12 + month - 1 + away;
    const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
    if (isDate(y, m, day) && weekdayOf(dayNumber(y, m, day)) === weekday) return dayPeriod(y, m, day);
  }
  return undefined;
}

/** Weekday 8 is the weekend. */
function nearWeekday({ weekday, direction }: Fields, reference: number, frame: Frame): Period {
  if (weekday === 8) {
    const week = containing('week', reference);
    const past = (direction ?? frame.direction) <= 0 && weekdayOf(reference) < 6;
    return { unit: 'weekend', n: past ? week.n - 1 : week.n };
  }
  const back = (weekdayOf(reference) - weekday! + 7) % 7;
  const latest = reference - back;
  if (direction === 2) return { unit: 'day', n: latest + 7 };
  if (direction === -1) return { unit: 'day', n: back === 0 ? latest - 7 : latest };
  if (direction === 0) return { unit: 'day', n: back === 0 || frame.direction < 0 ? latest : latest + 7 };
  // "next Friday" is that of next week, "Friday" ahead the coming one.
  if (direction === 1 && !frame.narrative)
    return { unit: 'day', n: firstDay(shift(containing('week', reference), 'week', 1)) + weekday! - 1 };
  if (frame.direction > 0 || direction === 1) return { unit: 'day', n: latest + 7 };
  return { unit: 'day', n: latest };
}

/** Of last year's, this year's and next year's the one that is meant. */
function choose(fields: Fields, reference: number, frame: Frame): Period | undefined {
  const { year } = civil(reference);
  const candidates: Period[] = [];
  for (let y = year - 1; y <= year + 1; y++) {
    const period = inYear(fields, y);
    if (period === undefined) continue;
    const fits = fields.weekday === undefined || period.unit !== 'day' || weekdayOf(period.n) === fields.weekday;
    if (fits) candidates.push(period);
  }
  if (candidates.length === 0) return leapDay(fields, year);
  const now = (period: Period) => containing(period.unit, reference).n;
  if (fields.direction === -1)
    return candidates.filter((period) => lastDay(period) < reference).at(-1) ?? candidates[0];
  if ((fields.direction ?? 0) > 0)
    return candidates.find((period) => firstDay(period) > reference) ?? candidates.at(-1);
  if (fields.direction === 0)
    return (
      candidates.find((period) => period.n === now(period)) ??
      candidates.find((period) => civil(firstDay(period)).year === year) ??
      candidates[0]
    );
  if (frame.narrative && frame.direction > 0)
    return (
      candidates.find((period) => firstDay(period) >= firstDay(containing(period.unit, reference))) ?? candidates.at(-1)
    );
  if (frame.narrative) return nextInStory(candidates, reference, frame.nextYear);
  if (fields.quarter !== undefined || fields.half !== undefined) return reported(candidates, now, frame);
  const isDay = candidates[0]!.unit === 'day';
  if (isDay && frame.query && frame.direction > 0)
    return fields.feast === undefined
      ? nearest(candidates, reference, PAST_WEIGHT)
      : candidates.find((period) => period.n >= now(period));
  // A month is found by the tense; a day is the nearest unless the word beside it says otherwise.
  const leans = isDay ? Math.abs(frame.direction) > 1 : frame.direction !== 0;
  if (leans && frame.direction > 0) return candidates.find((period) => period.n >= now(period));
  if (leans && frame.direction < 0) return candidates.filter((period) => period.n <= now(period)).at(-1);
  // What nothing tells the tense of is more often past: the coming month must be twice as near.
  return nearest(candidates, reference, isDay ? 1 : 0.5);
}

/** In a query the past day must be so much nearer than the coming one. */
const PAST_WEIGHT = 2.5;

function nearest(candidates: readonly Period[], reference: number, pastWeight: number): Period {
  const cost = (period: Period) => distance(period, reference) * (firstDay(period) > reference ? 1 : pastWeight);
  return candidates.reduce((best, period) => (cost(period) < cost(best) ? period : best));
}
const distance = (period: Period, reference: number): number =>
  Math.abs(firstDay(period) - firstDay(containing(period.unit, reference)));

/** A story goes on: the same year, or the next one when its month has long passed. */
function nextInStory(all: readonly Period[], reference: number, nextYear: number | undefined): Period {
  const BACK = 150;
  const { year } = civil(reference);
  const yearOf = (period: Period) => civil(firstDay(period)).year;
  // Where the next date is of the same year or the next one, nothing in between is outside of that.
  const within =
    nextYear === undefined || nextYear < year || nextYear > year + 1
      ? all
      : all.filter((period) => yearOf(period) >= year && yearOf(period) <= nextYear);
  const candidates = within.length > 0 ? within : all;
  return candidates.find((period) => firstDay(period) >= reference - BACK) ?? candidates.at(-1)!;
}

/** A quarter in the news is the current one or the latest, unless the sentence looks ahead. */
function reported(candidates: readonly Period[], now: (period: Period) => number, { direction }: Frame): Period {
  const ahead = candidates.find((period) => period.n > now(period));
  const sameYear = ahead !== undefined && ahead === candidates[1];
  if (direction > 0 && sameYear) return ahead;
  return candidates.filter((period) => period.n <= now(period)).at(-1) ?? candidates[0]!;
}

/** 29 February is in none of three years running. */
function leapDay(fields: Fields, year: number): Period | undefined {
  const near = [0, -1, 1, -2, 2, -3, 3, -4, 4, -7, 8]
    .map((away) => inYear(fields, year + away))
    .find((period) => period !== undefined);
  return fields.weekday === undefined ? near : undefined;
}
