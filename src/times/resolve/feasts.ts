import { easter, orthodoxEaster } from 'date-easter';
import { dayNumber, monthLength, weekdayOf } from '../calendar.ts';
import { holidays } from '../words.ts';
import { dayCalled } from './other-calendars.ts';

const elsewhere = [
  ['islamic-umalqura', holidays['of the Islamic calendar (month-day)']],
  ['hebrew', holidays['of the Hebrew calendar (month-day)']],
  ['chinese', holidays['of the Chinese calendar (month-day)']],
] as const;
const nth = holidays['nth weekday of a month (month, weekday, nth; -1 the last)'];

/** The day of a feast in a year, as a day number. Easter comes from the date-easter package. */
export function feastDay(name: string, year: number): number {
  const fixed = holidays.fixed[name];
  if (fixed !== undefined) {
    const parts = fixed.split('-').map(Number);
    return parts.length === 3 ? dayNumber(parts[0]!, parts[1]!, parts[2]!) : dayNumber(year, parts[0]!, parts[1]!);
  }
  const rule = nth[name];
  if (rule !== undefined) {
    const [month, weekday, count] = rule;
    return weekdayInMonth(year, month, weekday, count);
  }
  const after = holidays['weekday on or after a day (month, day, weekday)'][name];
  if (after !== undefined) {
    const from = dayNumber(year, after[0], after[1]);
    return from + ((after[2] - weekdayOf(from) + 7) % 7);
  }
  for (const [calendar, table] of elsewhere)
    if (table[name] !== undefined) return dayCalled(table[name], calendar, year);
  const orthodox = holidays['days from Orthodox Easter Sunday'][name];
  const { year: y, month, day } = orthodox === undefined ? easter(year) : orthodoxEaster(year);
  return dayNumber(y, month, day) + (orthodox ?? holidays['days from Easter Sunday'][name]!);
}

/** Whether the name stands for one day of history rather than for a day of every year. */
export const isOneDay = (name: string): boolean => (holidays.fixed[name]?.length ?? 0) > 5;
/** Month and day of a feast that falls on the same day each year. */
export const fixedDay = (name: string): string | undefined => (isOneDay(name) ? undefined : holidays.fixed[name]);

/** The n-th weekday of a month as a day number, -1 the last; a fifth that the month does not have lies in the next. */
export function weekdayInMonth(year: number, month: number, weekday: number, nth: number): number {
  const from = dayNumber(year, month, 1);
  if (nth > 0) return from + ((weekday - weekdayOf(from) + 7) % 7) + (nth - 1) * 7;
  const to = from + monthLength(year, month) - 1;
  return to - ((weekdayOf(to) - weekday + 7) % 7);
}
