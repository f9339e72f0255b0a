import { DateTime } from 'luxon';
import { dayNumber, isDate } from './calendar.ts';

/** The day of a date or date-time in a zone, as a day number. */
export function dayIn(written: string, zone: string): number | undefined {
  const plain = /^(\d{4})-(\d\d)-(\d\d)(?:$|T[\d:.]+$)/.exec(written);
  if (plain !== null) {
    const [year, month, day] = plain.slice(1).map(Number) as [number, number, number];
    return isDate(year, month, day) ? dayNumber(year, month, day) : undefined;
  }
  // A year or a month alone names no day.
  if (!/t/i.test(written)) return undefined;
  const at = DateTime.fromISO(written, { zone });
  return at.isValid ? dayNumber(at.year, at.month, at.day) : undefined;
}
