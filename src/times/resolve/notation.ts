import type { Precision } from '../../../schemas/extraction.ts';
import { civil, dayNumber, firstDay, isoWeek, lastDay, monthLength } from '../calendar.ts';
import type { Draft, Period, Resolved, TimeOfDay } from '../types.ts';

/** Periods as TIMEX3 values, EDTF and days. */

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');
/** Years before 0 as `-YYYY`, as EDTF and the contract write them. */
export const yearText = (year: number): string => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4));
const SEASONS = ['SP', 'SU', 'FA', 'WI'];
const mod = (a: number, b: number): number => ((a % b) + b) % b;

/** The latest text at each place, because a document names few days many times. */
const PLACES = 1024;
const written = { day: new Float64Array(PLACES).fill(Number.NaN), text: new Array<string>(PLACES).fill('') };

export function dayText(day: number): string {
  const place = day & (PLACES - 1);
  if (written.day[place] === day) return written.text[place]!;
  const { year, month, day: ofMonth } = civil(day);
  const text = `${yearText(year)}-${pad(month)}-${pad(ofMonth)}`;
  written.day[place] = day;
  written.text[place] = text;
  return text;
}

/** TIMEX3 value of a period: `2017-04-12`, `2017-W18`, `1989-Q3`, `199`, `BC0218`. */
export function periodValue({ unit, n }: Period): string {
  switch (unit) {
    case 'day':
      return n < YEAR_ONE ? eraYearValue(civil(n).year) + dayText(n).slice(-6) : dayText(n);
    case 'week':
    case 'weekend': {
      const { year, week } = isoWeek(n);
      return `${yearText(year)}-W${pad(week)}${unit === 'weekend' ? '-WE' : ''}`;
    }
    case 'month':
      return `${eraYearValue(Math.floor(n / 12))}-${pad(mod(n, 12) + 1)}`;
    case 'season':
      return `${eraYearValue(Math.floor(n / 4))}-${SEASONS[mod(n, 4)]}`;
    case 'quarter':
      return `${eraYearValue(Math.floor(n / 4))}-Q${mod(n, 4) + 1}`;
    case 'half':
      return `${eraYearValue(Math.floor(n / 2))}-H${mod(n, 2) + 1}`;
    case 'year':
      return eraYearValue(n);
    case 'decade':
      return n < 0 ? `BC${pad(-n - 1, 3)}` : pad(n, 3);
    case 'century':
      return n < 0 ? `BC${pad(-n - 1)}` : pad(n);
    case 'millennium':
      return n < 0 ? `BC${-n - 1}` : String(n);
  }
}
const YEAR_ONE = dayNumber(1, 1, 1);
const eraYearValue = (year: number): string => (year <= 0 ? `BC${pad(1 - year, 4)}` : pad(year, 4));

/** EDTF of a whole period; weeks, quarters, halves and seasons as the days or months that they are. */
function periodEdtf(period: Period): string {
  const { unit, n } = period;
  const month = (m: number) => `${yearText(Math.floor(m / 12))}-${pad(mod(m, 12) + 1)}`;
  if (unit === 'day') return dayText(n);
  if (unit === 'month') return month(n);
  if (unit === 'year') return yearText(n);
  const first = civil(firstDay(period));
  const last = civil(lastDay(period));
  switch (unit) {
    case 'decade':
    case 'century':
    case 'millennium':
      if (n > 0 && n < (unit === 'decade' ? 1000 : 100)) {
        if (unit === 'decade') return `${pad(n, 3)}X`;
        if (unit === 'century') return `${pad(n)}XX`;
      }
      return `${yearText(first.year)}/${yearText(last.year)}`;
    case 'week':
    case 'weekend':
      return `${dayText(firstDay(period))}/${dayText(lastDay(period))}`;
    default:
      return `${month(first.year * 12 + first.month - 1)}/${month(last.year * 12 + last.month - 1)}`;
  }
}

/** The part of a period that "early", "mid" and "late" leave of it, in days. Months break at the 10th and the 20th, years by thirds. */
function partOf(period: Period, modifier: string): readonly [first: number, last: number] {
  const [first, last] = [firstDay(period), lastDay(period)];
  const third = modifier === 'START' ? 0 : modifier === 'MID' ? 1 : 2;
  if (period.unit === 'month') {
    const breaks = [0, 10, 20, last - first + 1];
    return [first + breaks[third]!, first + breaks[third + 1]! - 1];
  }
  const years = { decade: [0, 4, 7, 10], century: [0, 34, 67, 100], millennium: [0, 334, 667, 1000] }[
    period.unit as 'decade'
  ];
  if (period.unit === 'year' || years !== undefined) {
    const { year } = civil(first);
    const months = years?.map((count) => count * 12) ?? [0, 4, 8, 12];
    const at = (month: number) => dayNumber(year + Math.floor(month / 12), mod(month, 12) + 1, 1);
    return [at(months[third]!), at(months[third + 1]!) - 1];
  }
  const length = last - first + 1;
  const at = (k: number) => first + Math.round((length * k) / 3);
  return [at(third), Math.max(at(third), at(third + 1) - 1)];
}

export interface Bounds {
  readonly edtf: string;
  readonly first: number;
  readonly last: number;
}

const isPart = ({ unit }: Period, modifier: string | undefined): modifier is 'START' | 'MID' | 'END' =>
  modifier !== undefined && unit !== 'day' && (modifier === 'START' || modifier === 'MID' || modifier === 'END');

/** First and last day of a period under a modifier. */
export const daysOf = (period: Period, modifier: string | undefined): readonly [first: number, last: number] =>
  isPart(period, modifier) ? partOf(period, modifier) : [firstDay(period), lastDay(period)];

/** EDTF and days of a period under a modifier. What is only part of a period is marked as approximate. */
function bounds(period: Period, modifier: string | undefined): Bounds {
  const [first, last] = daysOf(period, modifier);
  if (isPart(period, modifier)) {
    const text = (day: number, end: boolean): string => {
      const { year, month, day: ofMonth } = civil(day);
      if (period.unit === 'decade' || period.unit === 'century' || period.unit === 'millennium') return yearText(year);
      if (period.unit === 'year' && (end ? ofMonth === monthLength(year, month) : ofMonth === 1))
        return `${yearText(year)}-${pad(month)}`;
      return dayText(day);
    };
    return { edtf: first === last ? `${dayText(first)}~` : `${text(first, false)}~/${text(last, true)}~`, first, last };
  }
  const edtf = periodEdtf(period);
  const approximate = modifier === 'APPROX' && /^-?\d{4}(?:-\d\d){0,2}$/.test(edtf);
  return { edtf: approximate ? `${edtf}~` : edtf, first, last };
}

export function timePrecision({ code }: TimeOfDay): Precision {
  if (!/\d/.test(code)) return 'dayPart';
  return code.length > 6 ? 'second' : 'minute';
}

/** EDTF date-time, which wants seconds; a part of the day and midnight at its end are left at the day. */
function dateTimeEdtf(day: number, { code, zone = '' }: TimeOfDay): string {
  if (!/\d/.test(code) || code === 'T24:00') return dayText(day);
  return `${dayText(day)}${code}${code.length > 6 ? '' : ':00'}${zone}`;
}

export const precisionOf = ({ unit }: Period): Precision => (unit === 'weekend' ? 'week' : unit);

/** A period with everything that is said of it, as the contract wants it. */
export function describe(
  period: Period,
  { mod: modifier, open }: Pick<Draft, 'mod' | 'open'>,
  time: TimeOfDay | undefined,
  basis: Resolved['basis'],
  explanation: () => string,
  within: Bounds = bounds(period, modifier),
): Resolved {
  const { edtf, first, last } = within;
  const from = dayText(first);
  const to = first === last ? from : dayText(last);
  const written = time === undefined || period.unit !== 'day' ? edtf : dateTimeEdtf(period.n, time);
  return {
    type: time === undefined ? 'DATE' : 'TIME',
    value:
      time === undefined ? periodValue(period) : `${periodValue(period)}${time.code}${time.zone === 'Z' ? 'Z' : ''}`,
    ...(modifier !== undefined && { mod: modifier }),
    edtf: open === undefined ? written : open === 'before' ? `../${dayText(first - 1)}` : openEdtf(written, open),
    earliest: open === 'start' || open === 'before' ? null : from,
    latest: open === 'end' ? null : open === 'before' ? dayText(first - 1) : to,
    precision: time === undefined ? precisionOf(period) : timePrecision(time),
    approximate:
      modifier === 'APPROX' ||
      edtf.endsWith('~') ||
      (modifier !== undefined && /^(?:START|MID|END)$/.test(modifier) && period.unit !== 'day'),
    basis,
    explanation,
    period,
  };
}

/** `2014/..` and `../2014`; of an interval the outer end. */
function openEdtf(edtf: string, open: 'start' | 'end'): string {
  const ends = edtf.split('/');
  const bare = (end: string) =>
    /X/.test(end) ? (open === 'end' ? end.replaceAll('X', '0') : end.replaceAll('X', '9')) : end;
  return open === 'end' ? `${bare(ends[0]!)}/..` : `../${bare(ends.at(-1)!)}`;
}
