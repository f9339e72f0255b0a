import type { TimeExpression } from '../schemas/extraction.ts';

/**
 * Whether an expression says what another library's test expects of it. The libraries answer with points in time, TIMEX3
 * with periods of the unit that the text names, and neither is wrong; every difference of that kind that is let pass has
 * a name here, so that the evaluation can count it.
 */
export interface Reading {
  /** First and last day, the last one counted in. */
  readonly first?: string;
  readonly last?: string;
  /** The day that a range runs up to, where the library leaves that day out. */
  readonly upTo?: string;
  /** Hour and minute of the first day, in UTC+0 unless `offset` says otherwise. */
  readonly clock?: string;
  readonly seconds?: number;
  /** Seconds from the beginning to the end of what has a clock. */
  readonly length?: number;
}

/** What the comparison may look at beside the two values. */
export interface Circumstances {
  /** The expression as the library delimits it, lower case. */
  readonly text: string;
  readonly reference: string | undefined;
  /** Minutes from UTC of the reference, for clocks with a zone. */
  readonly zone: number;
}

type Convention = readonly [
  name: string,
  agrees: (reading: Reading, time: TimeExpression, circumstances: Circumstances) => boolean,
];

export const conventions: readonly Convention[] = [
  ['equal', (reading, time, at) => sameClock(reading, time, at) && sameDays(reading, time)],
  ['"now" is a reference, not a second', ({ first }, { value }) => value === 'PRESENT_REF' && first !== undefined],
  [
    'a duration of that length',
    ({ seconds }, { type, value }) =>
      seconds !== undefined && type === 'DURATION' && Math.abs(secondsOf(value) / seconds - 1) < MONTHS_DIFFER,
  ],
  [
    'a length of time from the reference on, which TIMEX3 gives as a length',
    (reading, time, at) =>
      time.type === 'DURATION' && (reading.length === secondsOf(time.value) || isLength(reading, time.value, at)),
  ],
  [
    'a range up to a day or year counts it in',
    ({ first, upTo, clock }, time, at) =>
      upTo !== undefined &&
      sameClock({ ...(clock && { clock }), ...(first && { first }) }, time, at) &&
      (first === undefined || first === time.earliest) &&
      lastPartOf(time)?.[0] === upTo,
  ],
  [
    '"before" and "after" are outside of the date',
    ({ first, last, clock }, { earliest, latest }) =>
      clock === undefined &&
      ((last === undefined && first !== undefined && latest === dayAfter(first, -1)) ||
        (first === undefined && last !== undefined && earliest === dayAfter(last, 1))),
  ],
  [
    '"less than" and "within" are outside of the day that they lead up to',
    ({ last, clock }, { earliest }, { text }) =>
      clock === undefined && last !== undefined && /less than|within/.test(text) && earliest === dayAfter(last, 1),
  ],
  ['the unit that the text names, not a day of it', (reading, time, at) => isUnitAround(reading, time, at)],
  ['how much of a unit its beginning, middle and end are', (reading, time) => isSamePart(reading, time)],
  [
    '"the rest of" is outside of the unit',
    ({ last }, { latest }, { text }) =>
      /\b(?:rest|remain)/.test(text) && (last === latest || (latest !== null && last === dayAfter(latest, -1))),
  ],
  [
    'where a season and a weekend begin',
    ({ first, last }, { value, earliest, latest }) =>
      /-(?:SP|SU|FA|WI|WE)$/.test(value) &&
      first !== undefined &&
      near(first, earliest, value.endsWith('WE') ? 1 : 25) &&
      (last === undefined || near(last, latest, value.endsWith('WE') ? 1 : 25)),
  ],
];

/** The name of the convention under which they agree. */
export const agreement = (
  readings: readonly Reading[],
  time: TimeExpression,
  circumstances: Circumstances,
): string | undefined =>
  conventions.find(([, agrees]) => readings.some((reading) => agrees(reading, time, circumstances)))?.[0];

/** Months have 30 days here, a twelfth of a year there. */
const MONTHS_DIFFER = 0.015;

const DAY = 86_400_000;
export const dayAfter = (day: string, days: number): string =>
  days === 0 ? day : new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
const near = (day: string, other: string | null, days: number): boolean =>
  other !== null && Math.abs(daysBetween(day, other)) <= days;

function sameDays({ first, last, seconds }: Reading, { earliest, latest, value }: TimeExpression): boolean {
  if (seconds !== undefined) return false;
  // Midnight ends one day and begins the next.
  return (
    (first !== undefined || last !== undefined) &&
    (value.endsWith('T24:00') ? [0, 1] : [0]).some((shift) => {
      const at = (day: string | null) => (day === null ? null : dayAfter(day, shift));
      return (
        (first === undefined || at(earliest) === first || (earliest === null && last !== undefined)) &&
        (last === undefined || at(latest) === last || (latest === null && first !== undefined))
      );
    })
  );
}

function sameClock({ first, clock }: Reading, { value, edtf }: TimeExpression, { zone }: Circumstances): boolean {
  if (clock === undefined) return true;
  const start = value.split('/')[0]!;
  const written = /T(\d\d):(\d\d)/.exec(start);
  if (written === null) return false;
  const offset = /T[\d:]+(Z|[+-]\d\d:\d\d)/.exec(edtf?.split('/')[0] ?? '')?.[1];
  const minutes = Number(written[1]) * 60 + Number(written[2]);
  const moved = offset === undefined ? minutes : minutes - minutesOf(offset) + zone;
  const [hour, minute] = clock.split(':').map(Number) as [number, number];
  // Whether the zone is applied or kept beside the clock is a matter of style.
  return first !== undefined && [minutes, moved].some((each) => (each + 2880) % 1440 === hour * 60 + minute);
}
const minutesOf = (offset: string): number =>
  offset === 'Z' ? 0 : (offset[0] === '-' ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));

/** First and last day of the last part of a range. */
function lastPartOf({ edtf, parts, latest }: TimeExpression): readonly [string, string] | undefined {
  if (parts === undefined || latest === null) return undefined;
  const quarter = /^(\d{4})-Q(\d)$/.exec(parts.at(-1)!.value);
  if (quarter !== null) return [`${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`, latest];
  const last = edtf?.split('/').at(-1)?.replace(/T.*/, '');
  if (last === undefined || !/^\d{4}(?:-\d\d){0,2}$/.test(last)) return [latest, latest];
  return [last.length === 4 ? `${last}-01-01` : last.length === 7 ? `${last}-01` : last, latest];
}

const UNITS: readonly (readonly [word: RegExp, value: RegExp])[] = [
  [/\b(?:week|wk|fortnight)/, /^\d{4}-W\d\d$/],
  [/\b(?:month|mo)/, /^\d{4}-\d\d$/],
  [/\b(?:quarter|qtr)/, /^\d{4}-Q\d$/],
  [/\b(?:year|yr|y)/, /^\d{4}$/],
  [/\bdecade/, /^\d{3}$/],
];

function isUnitAround({ first, last }: Reading, { value, earliest, latest }: TimeExpression, { text }: Circumstances) {
  const day = first ?? last;
  return (
    day !== undefined &&
    earliest !== null &&
    latest !== null &&
    earliest <= day &&
    (last ?? day) <= latest &&
    UNITS.some(([word, shape]) => word.test(text) && shape.test(value))
  );
}

/** The same end of the same unit. */
function isSamePart({ first, last }: Reading, { mod, value }: TimeExpression): boolean {
  const whole = wholeOf(value);
  if (whole === undefined || !/^(?:START|MID|END)$/.test(mod ?? '')) return false;
  const [from, to] = whole;
  const [a, b] = [first ?? from, last ?? to];
  if (a < from || b > to) return false;
  // The library leaves "the end of" out.
  if (a === from && (last === undefined || b === to)) return true;
  return mod === 'START' ? a === from && b < to : mod === 'END' ? b === to && a > from : a > from && b < to;
}

/** First and last day of a TIMEX3 value without its modifier. */
function wholeOf(value: string): readonly [string, string] | undefined {
  const week = /^(\d{4})-W(\d\d)$/.exec(value);
  if (week !== null) {
    const january4 = `${week[1]}-01-04`;
    const monday = dayAfter(january4, -((new Date(january4).getUTCDay() + 6) % 7) + (Number(week[2]) - 1) * 7);
    return [monday, dayAfter(monday, 6)];
  }
  if (/^\d{4}$/.test(value)) return [`${value}-01-01`, `${value}-12-31`];
  if (/^\d{3}$/.test(value)) return [`${value}0-01-01`, `${value}9-12-31`];
  const month = /^(\d{4})-(\d\d)$/.exec(value);
  if (month === null) return undefined;
  return [`${value}-01`, new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).toISOString().slice(0, 10)];
}

const SECONDS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  Y: [365, 366],
  M: [28, 31],
  W: [7, 7],
  D: [1, 1],
  Q: [90, 92],
};

/** Whether a duration spans the days expected, or leads from the reference to the day expected. */
function isLength({ first, last, clock }: Reading, value: string, { reference }: Circumstances): boolean {
  if (first === undefined) return false;
  const date = /^P(?:(?:[\d.]+)[YMWDQ])+/.exec(value)?.[0] ?? '';
  const hours = secondsOf(value.replace(/^P[^T]*/, 'P')) / 86_400;
  let [least, most] = [hours, hours];
  for (const [, count, letter = ''] of date.matchAll(/([\d.]+)([YMWDQ])/g)) {
    least += Number(count) * SECONDS[letter]![0];
    most += Number(count) * SECONDS[letter]![1];
  }
  if (Number.isNaN(most) || most === 0) return false;
  const fits = (days: number) => days >= Math.floor(least) - 1 && days <= Math.ceil(most) + 1;
  if (last !== undefined && last !== first) return fits(daysBetween(first, last) + 1);
  if (reference === undefined) return false;
  if (clock !== undefined && /T/.test(value)) {
    const distance = (Date.parse(`${first}T${clock}Z`) - Date.parse(`${reference.slice(0, 16)}Z`)) / DAY;
    return Math.abs(Math.abs(distance) - most) < 1 / 1440 + 1e-9;
  }
  return fits(Math.abs(daysBetween(reference.slice(0, 10), first)));
}

/** Seconds of an ISO 8601 duration; months of 30 and years of 365 days. */
function secondsOf(value: string): number {
  const units: Readonly<Record<string, number>> = {
    Y: 31_536_000,
    M: 2_592_000,
    W: 604_800,
    D: 86_400,
    TH: 3600,
    TM: 60,
    TS: 1,
    Q: 7_776_000,
  };
  let total = 0;
  let time = '';
  for (const [, number, letter = ''] of value.matchAll(/([\d.]*)([A-Z])/g)) {
    if (letter === 'T') time = 'T';
    else if (letter !== 'P') total += Number(number) * (units[time + letter] ?? Number.NaN);
  }
  return total;
}
