import type { Fields, Unit } from '../types.ts';
import { fixedDay } from './feasts.ts';

/** TIMEX3 values of what no reference resolves: `XXXX-WXX-2`, `XXXX-07-07`, `XXXX-Q3`. */

const pad = (n: number): string => String(n).padStart(2, '0');

export function unresolvedValue(fields: Fields): { value: string; edtf: string | null } {
  const { month, day, weekday, quarter, half, season, feast } = fields;
  if (feast !== undefined) {
    const fixed = fixedDay(feast);
    return fixed === undefined
      ? { value: 'XXXX-XX-XX', edtf: null }
      : { value: `XXXX-${fixed}`, edtf: `XXXX-${fixed}` };
  }
  if (fields.weekOf) return { value: 'XXXX-WXX', edtf: null };
  if (month !== undefined && fields.nth !== undefined) return { value: `XXXX-${pad(month)}-XX`, edtf: null };
  if (month !== undefined && day !== undefined) return both(`XXXX-${pad(month)}-${pad(day)}`);
  if (month !== undefined) return both(`XXXX-${pad(month)}`);
  if (weekday !== undefined) return { value: weekday === 8 ? 'XXXX-WXX-WE' : `XXXX-WXX-${weekday}`, edtf: null };
  if (day !== undefined) return { value: `XXXX-XX-${pad(day)}`, edtf: null };
  if (quarter !== undefined) return { value: `XXXX-Q${quarter}`, edtf: null };
  if (half !== undefined) return { value: `XXXX-H${half}`, edtf: null };
  if (season !== undefined) return { value: `XXXX-${['SP', 'SU', 'FA', 'WI'][season]}`, edtf: null };
  return { value: 'XXXX-XX-XX', edtf: null };
}

const both = (value: string) => ({ value, edtf: value });

const SHAPES: Readonly<Record<Unit, string>> = {
  day: 'XXXX-XX-XX',
  week: 'XXXX-WXX',
  weekend: 'XXXX-WXX-WE',
  month: 'XXXX-XX',
  season: 'XXXX-XX',
  quarter: 'XXXX-QX',
  half: 'XXXX-HX',
  year: 'XXXX',
  decade: 'XXX',
  century: 'XX',
  millennium: 'X',
};
export const shapeOf = (unit: Unit): string => SHAPES[unit];
