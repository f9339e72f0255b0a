import { civil, dayNumber, lastDay, monthLength } from '../calendar.ts';
import type { Fields, Period } from '../types.ts';
import { type Bounds, dayText, yearText } from './notation.ts';

const pad = (n: number): string => String(n).padStart(2, '0');
const monthText = (month: number): string =>
  `${yearText(Math.floor(month / 12))}-${pad((((month % 12) + 12) % 12) + 1)}`;
const lastOf = (month: number): number => lastDay({ unit: 'month', n: month });

/**
 * The days of a fiscal year or quarter. The federal year of the United States begins in October. Elsewhere only the owner
 * knows: a fiscal 1990 may have begun in February 1989 and may end in January 1991.
 */
export function fiscalBounds({ unit, n }: Period, kind: NonNullable<Fields['fiscal']>): Bounds | undefined {
  if (unit !== 'year' && unit !== 'quarter') return undefined;
  const january = (unit === 'year' ? n : Math.floor(n / 4)) * 12;
  const federal = kind === 'federal';
  const first = !federal ? january - 11 : january - 3 + (unit === 'year' ? 0 : (((n % 4) + 4) % 4) * 3);
  const last = !federal ? january + 12 : first + (unit === 'year' ? 11 : 2);
  const mark = federal ? '' : '~';
  return {
    edtf: `${monthText(first)}${mark}/${monthText(last)}${mark}`,
    first: lastOf(first - 1) + 1,
    last: lastOf(last),
  };
}

/** The three months to a day, or those so many quarters later; both ends included. */
export function quarterTo(day: number, quarters = 0): Bounds {
  const last = addMonths(day + 1, quarters * 3) - 1;
  const first = addMonths(day + 1, (quarters - 1) * 3);
  return { edtf: `${dayText(first)}/${dayText(last)}`, first, last };
}
function addMonths(from: number, months: number): number {
  const { year, month, day } = civil(from);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayNumber(y, m, Math.min(day, monthLength(y, m)));
}
