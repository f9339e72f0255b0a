import { DateTime } from 'luxon';

/** A day, a month, a year, a decade (201X) or a century (20XX) of EDTF, perhaps marked as uncertain. */
const DATE = /^(?<year>-?\d{4}|\d{3}X|\d{2}XX)(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?[~?%]?$/;
/** The years that PostgreSQL's `date` can hold, and four digits can write. */
const FIRST_YEAR = -4712;

export interface DayRange {
  /** First and last day, YYYY-MM-DD, both inclusive. */
  readonly earliest: string;
  readonly latest: string;
}

/** The days that an EDTF date covers; undefined when it is none, or one that is not in the calendar. */
export function dayRange(edtf: string): DayRange | undefined {
  const { year, month, day } = DATE.exec(edtf)?.groups ?? {};
  if (year === undefined || (year.includes('X') && month !== undefined)) return undefined;
  const first = { year: Number(year.replaceAll('X', '0')), month: Number(month ?? 1), day: Number(day ?? 1) };
  const last = { ...first, year: Number(year.replaceAll('X', '9')) };
  const start = DateTime.fromObject(first, { zone: 'UTC' });
  const end = DateTime.fromObject(last, { zone: 'UTC' }).endOf(day ? 'day' : month ? 'month' : 'year');
  if (!start.isValid || !end.isValid || first.year < FIRST_YEAR) return undefined;
  return { earliest: isoDay(start), latest: isoDay(end) };
}

/** YYYY-MM-DD; a year before 0000 as -YYYY, where ISO 8601 as luxon writes it has six digits. */
const isoDay = (date: DateTime): string => date.toISODate()!.replace(/^-00(?=\d{4}-)/, '-');
