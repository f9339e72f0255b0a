import type { Period, Unit } from './types.ts';

/**
 * Arithmetic on the proleptic Gregorian calendar. Days are numbered from 1970-01-01, all other periods from the year 0.
 * Day numbers by the method of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
 */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const floorDiv = (a: number, b: number): number => Math.floor(a / b);
const mod = (a: number, b: number): number => ((a % b) + b) % b;

export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = floorDiv(y, 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = floorDiv(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100) + dayOfYear - 719468;
}

export function civil(dayNumber: number): Civil {
  const z = dayNumber + 719468;
  const era = floorDiv(z, 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = floorDiv(
    dayOfEra - floorDiv(dayOfEra, 1460) + floorDiv(dayOfEra, 36524) - floorDiv(dayOfEra, 146096),
    365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100));
  const shifted = floorDiv(5 * dayOfYear + 2, 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - floorDiv(153 * shifted + 2, 5) + 1,
  };
}

const isLeap = (year: number): boolean => mod(year, 4) === 0 && (mod(year, 100) !== 0 || mod(year, 400) === 0);
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1]!;
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);

/** 1 Monday to 7 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => mod(day + 3, 7) + 1;
/** Weeks begin on Monday; week 0 holds 1970-01-01. */
const weekOf = (day: number): number => floorDiv(day + 3, 7);

/** ISO 8601 week: its year and number. */
export function isoWeek(week: number): { year: number; week: number } {
  const { year } = civil(week * 7);
  return { year, week: floorDiv(week * 7 - dayNumber(year, 1, 1), 7) + 1 };
}

export const dayPeriod = (year: number, month: number, day: number): Period => ({
  unit: 'day',
  n: dayNumber(year, month, day),
});

const MONTHS: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
  millennium: 12000,
};

/** First month of a period of months; a season has no fixed place in its year and begins with March, June, … */
function firstMonth({ unit, n }: Period): number {
  if (unit === 'season') return floorDiv(n, 4) * 12 + [2, 5, 8, -1][mod(n, 4)]!;
  return n * MONTHS[unit]!;
}

/**
 * Last month. A winter may be the one that a year begins with or the one that it ends with, so that it spans both.
 */
function lastMonth(period: Period): number {
  if (period.unit === 'season') return firstMonth(period) + (mod(period.n, 4) === 3 ? 14 : 2);
  return firstMonth(period) + MONTHS[period.unit]! - 1;
}

export function firstDay(period: Period): number {
  if (period.unit === 'day') return period.n;
  if (period.unit === 'week') return period.n * 7 - 3;
  if (period.unit === 'weekend') return period.n * 7 + 2;
  const month = firstMonth(period);
  return dayNumber(floorDiv(month, 12), mod(month, 12) + 1, 1);
}

export function lastDay(period: Period): number {
  if (period.unit === 'day') return period.n;
  if (period.unit === 'week' || period.unit === 'weekend') return period.n * 7 + 3;
  const month = lastMonth(period) + 1;
  return dayNumber(floorDiv(month, 12), mod(month, 12) + 1, 1) - 1;
}

/** The period of a unit that holds a day. January and February are in the winter of their own year. */
export function containing(unit: Unit, day: number): Period {
  if (unit === 'day') return { unit, n: day };
  if (unit === 'week' || unit === 'weekend') return { unit, n: weekOf(day) };
  const { year, month } = civil(day);
  if (unit === 'season') return { unit, n: year * 4 + (month < 3 ? 3 : floorDiv(month - 3, 3)) };
  return { unit, n: floorDiv(year * 12 + month - 1, MONTHS[unit]!) };
}

/** Moves a period by units of its own or another size; the day of the month is kept within its month. */
export function shift(period: Period, unit: Unit, count: number): Period {
  if (period.unit === unit) return { unit, n: period.n + count };
  const days = unit === 'day' ? 1 : unit === 'week' || unit === 'weekend' ? 7 : undefined;
  if (days !== undefined) return containing(period.unit, firstDay(period) + days * count);
  const months = (MONTHS[unit] ?? 3) * count;
  if (period.unit === 'season') return { unit: 'season', n: period.n + Math.trunc(months / 3) };
  const { year, month, day } = civil(firstDay(period));
  const target = year * 12 + month - 1 + months;
  const y = floorDiv(target, 12);
  const m = mod(target, 12) + 1;
  return containing(period.unit, dayNumber(y, m, Math.min(day, monthLength(y, m))));
}
