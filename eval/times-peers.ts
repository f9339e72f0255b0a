import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TimeExpression } from '../schemas/extraction.ts';
import { readTimes } from './times-read.ts';

/**
 * The test suites of three other libraries, as far as they are about dates, spans of days, dates with a clock time and
 * durations. Each suite writes its expectations in its own way; here all become `Expected`.
 */
interface Expected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Any of these readings is right; none: only the span counts. */
  readonly readings: readonly {
    readonly first?: string;
    readonly last?: string;
    readonly clock?: string;
    readonly seconds?: number;
  }[];
}
export interface PeerCase {
  readonly id: string;
  readonly input: string;
  readonly reference: string | undefined;
  readonly negative: boolean;
  readonly expected: readonly Expected[];
  /** Why it is not asked for: it lies outside of what is compared, or of what a text can contain. */
  readonly outside?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: three foreign formats
type Foreign = any;
const DAY = 86_400_000;
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - DAY).toISOString().slice(0, 10);
const clockOf = (at: string): string => at.replace(/^\S{10}[ T]/, '').slice(0, 5);

export const suites = ['ms_recognizers_en_datetime', 'duckling_en_time', 'chrono_en_tests'] as const;

export function readSuite(shared: string, suite: (typeof suites)[number]): PeerCase[] {
  const rows = JSON.parse(
    readFileSync(join(shared, 'eval', 'times', 'data', 'peer_suites', `${suite}.json`), 'utf8'),
  ) as Foreign[];
  return rows.map((row) => {
    const convert = { ms_recognizers_en_datetime: microsoft, duckling_en_time: duckling, chrono_en_tests: chrono }[
      suite
    ];
    return {
      id: row.id,
      input: row.input,
      reference: row.reference_datetime?.slice(0, 19),
      negative: row.negative,
      ...convert(row),
    };
  });
}

function microsoft({ expected, file }: Foreign): Pick<PeerCase, 'expected' | 'outside'> {
  const asked = /^(?:date|daterange|datetime|datetimerange|duration)$/;
  const kept = expected.filter((each: Foreign) => asked.test(each.type));
  const readings = (each: Foreign) => {
    const values = each.values ?? [each.past, each.future].filter(Boolean);
    return values.flatMap((value: Foreign) => {
      if (each.type === 'duration') {
        const seconds = Number(value.value ?? value.duration);
        return Number.isFinite(seconds) ? [{ seconds }] : [];
      }
      const start =
        value.start ?? value.startDate ?? value.startDateTime ?? value.date ?? value.dateTime ?? value.value;
      const end = value.end ?? value.endDate ?? value.endDateTime;
      if (typeof start !== 'string' && typeof end !== 'string') return [];
      if (each.type === 'date') return [{ first: start.slice(0, 10), last: start.slice(0, 10) }];
      if (each.type === 'daterange')
        return [{ ...(start && { first: start.slice(0, 10) }), ...(end && { last: dayBefore(end) }) }];
      const from = start ?? end;
      return [{ first: from.slice(0, 10), ...(each.type === 'datetime' && { clock: clockOf(from) }) }];
    });
  };
  return {
    expected: kept.map((each: Foreign) => ({
      text: each.text,
      start: each.start,
      end: each.end,
      readings: readings(each),
    })),
    ...(kept.length === 0 && expected.length > 0 && { outside: `${file}: times of day, sets and zones` }),
  };
}

function duckling({ expected }: Foreign): Pick<PeerCase, 'expected' | 'outside'> {
  return {
    expected: expected.map(({ type, grain, value, from, to, text, start, end }: Foreign) => {
      const first = (value ?? from)?.slice(0, 10);
      const clock = /hour|minute|second/.test(grain) && type === 'value' ? { clock: clockOf(value) } : {};
      const last =
        type === 'interval' && to
          ? /T00:00:00/.test(to)
            ? dayBefore(to)
            : to.slice(0, 10)
          : type === 'value' && first
            ? lastOf(first, grain)
            : undefined;
      return { text, start, end, readings: [{ ...(first && { first }), ...(last && { last }), ...clock }] };
    }),
  };
}

/** The last day of the day, week, month, … that begins on a day. */
function lastOf(first: string, grain: string): string {
  const date = new Date(`${first}T00:00:00Z`);
  const months = { month: 1, quarter: 3, year: 12 }[grain as 'month'];
  if (grain === 'week') return new Date(+date + 6 * DAY).toISOString().slice(0, 10);
  if (months === undefined) return first;
  return dayBefore(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)).toISOString());
}

function chrono({ expected, option, parser }: Foreign): Pick<PeerCase, 'expected' | 'outside'> {
  const timed = /\d:\d|\b[ap]\.?m\b|noon|midnight|o'clock/i;
  return {
    expected: expected.map((each: Foreign) => {
      const { value, to, components, certain } = each;
      const text = each.text ?? '';
      const written = components?.year === undefined ? value?.slice(0, 10) : dayText(components, value);
      const clock =
        timed.test(text) && (components?.hour !== undefined || value)
          ? {
              clock:
                components?.hour === undefined ? value.slice(11, 16) : two(components.hour, components.minute ?? 0),
            }
          : {};
      const wide =
        certain?.day === false || (written?.endsWith('-01') && !/\d(?:st|nd|rd|th)?\b/.test(text.replace(/\d{4}/, '')));
      return {
        text,
        start: each.start ?? 0,
        end: each.end ?? 0,
        readings: [{ ...(written && { first: written }), ...(written && !wide && !to && { last: written }), ...clock }],
      };
    }),
    ...(option && { outside: 'an option of the library' }),
    ...(parser === 'strict' && { outside: 'the strict parser' }),
  };
}
const two = (hour: number, minute: number) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
const dayText = ({ year, month, day }: Foreign, value: string | undefined): string | undefined =>
  month === undefined
    ? value?.slice(0, 10)
    : `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`;

/** Words that a suite counts in and TIMEX3 does not, or the other way round. */
const FUNCTION_WORDS =
  /^(?:[\s,.'"()-]|on|in|at|from|to|between|and|since|before|after|until|till|by|within|the|for|of|during|about|around|this|a|or|later|earlier|than|no|next|past|last|is|exactly|starting|beginning|ending|day|days|date|time|throughout)*$/i;

export function passes({ input, reference, negative, expected }: PeerCase): boolean {
  const { times } = readTimes(input, reference);
  if (negative || expected.length === 0) return times.length === 0;
  return expected.every((each) => times.some((time) => agrees(each, time, input)));
}

function agrees({ text, start, end, readings }: Expected, time: TimeExpression, input: string): boolean {
  const from =
    input.slice(start, end).toLowerCase() === text.toLowerCase()
      ? start
      : input.toLowerCase().indexOf(text.toLowerCase());
  const to = from < 0 || text === '' ? input.length : from + text.length;
  if (time.end <= from || time.start >= to) return false;
  const outside = [input.slice(Math.max(0, from), Math.max(from, time.start)), input.slice(Math.min(to, time.end), to)];
  if (text !== '' && outside.some((rest) => !FUNCTION_WORDS.test(rest))) return false;
  return readings.length === 0 || readings.some((reading) => sameReading(reading, time));
}

function sameReading(
  { first, last, clock, seconds }: Expected['readings'][number],
  { earliest, latest, value, type }: TimeExpression,
): boolean {
  if (seconds !== undefined) return type === 'DURATION' && secondsOf(value) === seconds;
  if (value === 'PRESENT_REF') return first !== undefined;
  if (clock !== undefined && !value.includes(`T${clock}`) && !(clock === '00:00' && value.includes('T24:00')))
    return false;
  return (
    (first === undefined || earliest === first || earliest === null) &&
    (last === undefined || latest === last || latest === null) &&
    (earliest !== null || latest !== null)
  );
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
