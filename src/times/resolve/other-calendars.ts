import { civil, dayNumber } from '../calendar.ts';

/** Feasts of the Islamic, Hebrew and Chinese calendars, found with the calendars that JavaScript brings along. */
type Calendar = 'islamic-umalqura' | 'hebrew' | 'chinese';

const DAY = 86_400_000;
const tables = new Map<string, ReadonlyMap<string, number>>();

/** Day number of the first day of a Gregorian year that another calendar calls so: `10-1`, `Nisan-15`. */
export function dayCalled(name: string, calendar: Calendar, year: number): number {
  const key = `${calendar}:${year}`;
  const table = tables.get(key) ?? tableOf(calendar, year);
  tables.set(key, table);
  // A leap year of the Hebrew calendar has two months of Adar, and keeps the feasts in the second.
  return table.get(name.replace('Adar', 'Adar II')) ?? table.get(name) ?? dayNumber(year, 1, 1);
}

function tableOf(calendar: Calendar, year: number): Map<string, number> {
  const month = calendar === 'hebrew' ? 'long' : 'numeric';
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, { timeZone: 'UTC', month, day: 'numeric' });
  const table = new Map<string, number>();
  for (let day = dayNumber(year, 1, 1); civil(day).year === year; day++) {
    const parts = Object.fromEntries(format.formatToParts(day * DAY).map(({ type, value }) => [type, value]));
    const name = `${parts.month}-${parts.day}`;
    if (!table.has(name)) table.set(name, day);
  }
  return table;
}
