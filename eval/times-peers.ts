import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TimeExpression } from '../schemas/extraction.ts';
import { agreement, dayAfter, type Reading } from './times-agreement.ts';
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
  readonly readings: readonly Reading[];
}
export interface PeerCase {
  readonly id: string;
  /** The file of the suite, or its part. */
  readonly file: string;
  readonly input: string;
  /** How many answers the suite has for this text, by country. */
  readonly variants: number;
  readonly reference: string | undefined;
  /** Minutes from UTC of the reference. */
  readonly zone: number;
  readonly negative: boolean;
  readonly expected: readonly Expected[];
  /** Why it is not asked for: it lies outside of what is compared, or of what a text can contain. */
  readonly outside?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: three foreign formats
type Foreign = any;
const dayBefore = (day: string): string => dayAfter(day, -1);
/** What names a clock time: another library's hour of the day is its own guess otherwise. */
const CLOCK =
  /\d[:h]\d|\d ?[ap]\.?m?\b|\bnoon|midnight|o'?clock|\bat \d|@|\b(?:seconds?|minutes?|hours?|mins?|hrs?|secs?)\b/i;
const clockOf = (at: string): string => at.replace(/^\S{10}[ T]/, '').slice(0, 5);

export const suites = ['ms_recognizers_en_datetime', 'duckling_en_time', 'chrono_en_tests'] as const;

export function readSuite(shared: string, suite: (typeof suites)[number]): PeerCase[] {
  const rows = JSON.parse(
    readFileSync(join(shared, 'eval', 'times', 'data', 'peer_suites', `${suite}.json`), 'utf8'),
  ) as Foreign[];
  const answers = new Map<string, Set<string>>();
  for (const row of rows) {
    const key = row.input.toLowerCase();
    const answer = row.locale === undefined ? '' : (row.expected[0]?.value ?? row.expected[0]?.from ?? '');
    answers.set(key, (answers.get(key) ?? new Set()).add(answer));
  }
  return rows.map((row) => {
    const convert = { ms_recognizers_en_datetime: microsoft, duckling_en_time: duckling, chrono_en_tests: chrono }[
      suite
    ];
    return {
      id: row.id,
      file: row.file,
      variants: answers.get(row.input.toLowerCase())!.size,
      input: row.input,
      reference: row.reference_datetime?.slice(0, 19),
      zone: zoneOf(row.reference_datetime),
      negative: row.negative,
      ...convert(row),
    };
  });
}

const zoneOf = (at: string | null): number => {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(at ?? '');
  return offset === null ? 0 : (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
};

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
      if (start === 'not resolved' || start?.startsWith('0001')) return [];
      if (each.type === 'date') return [{ first: start.slice(0, 10), last: start.slice(0, 10) }];
      if (each.type === 'daterange')
        return [
          { ...(start && { first: start.slice(0, 10) }), ...(end && { last: dayBefore(end), upTo: end.slice(0, 10) }) },
        ];
      const from = start ?? end;
      const timed = CLOCK.test(each.text) && !/00:00:00/.test(from);
      const length =
        start !== undefined && end !== undefined ? (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / 1000 : 0;
      return [{ first: from.slice(0, 10), ...(timed && { clock: clockOf(from) }), ...(length > 0 && { length }) }];
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
      const clock = /hour|minute|second/.test(grain) && CLOCK.test(text) ? { clock: clockOf(value ?? from ?? to) } : {};
      const last =
        type === 'interval' && to
          ? /T00:00:00/.test(to)
            ? dayBefore(to)
            : to.slice(0, 10)
          : type === 'value' && first
            ? lastOf(first, grain)
            : undefined;
      if (type === 'open-before')
        return {
          text,
          start,
          end,
          readings: [{ last: first }, { last: dayBefore(first) }, { last: lastOf(first, grain) }],
        };
      const length = type === 'interval' && to ? (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 1000 : undefined;
      const days = { ...(first && { first }), ...(last && { last }) };
      return { text, start, end, readings: [{ ...days, ...clock, ...(length !== undefined && { length }) }] };
    }),
  };
}

/** The last day of the day, week, month, … that begins on a day. */
function lastOf(first: string, grain: string): string {
  const date = new Date(`${first}T00:00:00Z`);
  const months = { month: 1, quarter: 3, year: 12 }[grain as 'month'];
  if (grain === 'week') return dayAfter(first, 6);
  if (months === undefined) return first;
  return dayBefore(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)).toISOString());
}

function chrono({ input, expected, option, parser }: Foreign): Pick<PeerCase, 'expected' | 'outside'> {
  return {
    expected: expected.map(({ value, to, components, end_components, certain, ...each }: Foreign) => {
      const text = each.text ?? '';
      const first = components?.year === undefined ? value?.slice(0, 10) : dayText(components, value);
      const isDay =
        certain?.day !== false && (!first?.endsWith('-01') || /\b0?1(?!\d)|first/.test(text.replace(/\d{4}/, '')));
      const end = to?.slice(0, 10) ?? (end_components?.year === undefined ? undefined : dayText(end_components, to));
      const last = end?.endsWith('-01') ? undefined : (end ?? (isDay ? first : undefined));
      const known = components?.hour !== undefined || (components === undefined && value);
      const hour = components?.hour === undefined ? value?.slice(11, 16) : two(components.hour, components.minute ?? 0);
      const timed = known && CLOCK.test(text || input) && certain?.hour !== false;
      return {
        text,
        start: each.start ?? 0,
        end: each.end ?? 0,
        readings: first === undefined ? [] : [{ first, ...(last && { last }), ...(timed && { clock: hour }) }],
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
  /^(?:[\s,.'"()~@-]|on|in|at|from|to|between|and|since|before|after|until|till|thru|through|by|within|the|for|of|during|about|around|this|a|or|month|more|less|at|least|rest|remainder|later|earlier|than|no|next|past|last|is|exactly|starting|beginning|ending|day|days|date|time|throughout|as|early|late|anytime|sometime|any|over|my|but|not|it|us|me|up)*$/i;

/** The convention under which each expected expression was found; undefined where one was not. */
export function found(each: PeerCase): readonly string[] | undefined {
  const { input, reference, negative, expected } = each;
  const { times } = readTimes(input, reference);
  if (negative || expected.length === 0) return times.length === 0 ? [] : undefined;
  const names: string[] = [];
  for (const one of expected) {
    const name = foundOne(one, times, each);
    if (name === undefined) return undefined;
    names.push(name);
  }
  return names;
}
export const passes = (each: PeerCase): boolean => found(each) !== undefined;

function foundOne(expected: Expected, times: readonly TimeExpression[], { input, reference, zone }: PeerCase) {
  const { text, readings } = expected;
  const [from, to] = spanOf(expected, input);
  const inside = times.filter(({ start, end }) => end > from && start < to);
  const parts = inside.flatMap(partsOf).filter(({ start, end }) => end > from && start < to);
  for (const run of [...[...inside, ...parts].map((time) => [time]), ...(inside.length > 1 ? [inside] : [])]) {
    if (text !== '' && !covers(run, input, from, to)) continue;
    if (readings.length === 0) return 'the span';
    const time = run.length === 1 ? run[0]! : together(run, reference);
    const circumstances = { text: input.slice(Math.max(0, from - 6), to).toLowerCase(), reference, zone };
    const name = time === undefined ? undefined : agreement(readings, time, circumstances);
    if (name !== undefined) return run.length === 1 ? name : 'TIMEX3 annotates the ends of a range one by one';
  }
  return undefined;
}

/** The parts of a range or a coordination of days, each by itself. */
const partsOf = (time: TimeExpression): TimeExpression[] =>
  (time.parts ?? [])
    .filter(({ value }) => /^\d{4}-\d\d-\d\d/.test(value))
    .map(({ start, end, value }) => {
      const day = value.slice(0, 10);
      const { parts, ...rest } = time;
      return { ...rest, start, end, value, edtf: null, earliest: day, latest: day };
    });

function spanOf({ text, start, end }: Expected, input: string): readonly [number, number] {
  const lower = input.toLowerCase();
  const from = lower.slice(start, end) === text.toLowerCase() ? start : lower.indexOf(text.toLowerCase());
  return from < 0 || text === '' ? [0, input.length] : [from, from + text.length];
}

/** Whether nothing but function words of the span is outside of the expressions. */
function covers(run: readonly TimeExpression[], input: string, from: number, to: number): boolean {
  let at = from;
  for (const { start, end } of run) {
    if (start > at && !FUNCTION_WORDS.test(input.slice(at, start))) return false;
    at = Math.max(at, end);
  }
  return at >= to || FUNCTION_WORDS.test(input.slice(at, to));
}

/** A day and the clock times on it, or the two ends of a range, as one; undefined for what does not belong together. */
function together(run: readonly TimeExpression[], reference: string | undefined): TimeExpression | undefined {
  const [first, last] = [run[0]!, run.at(-1)!];
  if (run.some(({ type }) => type === 'DURATION' || type === 'SET')) return undefined;
  const clock = run.find(({ value }) => /T\d/.test(value));
  const now = (time: TimeExpression) => (time.value === 'PRESENT_REF' ? reference?.slice(0, 10) : undefined);
  if (run.some(({ earliest }, i) => i > 0 && earliest !== null && (run[i - 1]!.earliest ?? '') > earliest))
    return undefined;
  return {
    ...first,
    value: clock?.value ?? `${first.value}/${last.value}`,
    edtf: clock?.edtf ?? last.edtf,
    earliest: now(first) ?? first.earliest ?? clock?.earliest ?? null,
    latest: now(last) ?? last.latest,
    parts: run.map(({ start, end, value }) => ({ start, end, value })),
  };
}
