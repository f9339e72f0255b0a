import type { Draft, Fields, Meaning, Reading } from '../types.ts';

/** "from May to July 2016", "between 1914 and 1918", "May and June 2021", "Monday to Wednesday": one expression with parts. */
export const joinRanges = (drafts: readonly Draft[], reading: Reading): Draft[] => joinAll(drafts, reading, () => true);

/** Two clock times, before they go with the day beside them. */
export const joinHours = (drafts: readonly Draft[], reading: Reading): Draft[] =>
  joinAll(
    drafts,
    reading,
    ({ meaning }) => unitRank(meaning) === 'time' && meaning.kind === 'calendar' && /\d/.test(meaning.time?.code ?? ''),
  );

function joinAll(drafts: readonly Draft[], { text }: Reading, takes: (draft: Draft) => boolean): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const last = joined.at(-1);
    const range =
      last === undefined || draft.start - last.end > 10 || !takes(last) || !takes(draft)
        ? undefined
        : join(last, draft, text);
    if (range === undefined) joined.push(draft);
    else joined[joined.length - 1] = range;
  }
  return joined;
}

const DASH = /^ ?-{1,2} ?$/;
const TO = /^ (?:to|through|until|till|thru) (?:the )?$/;
const AND = /^(?: and | or |, )$/;

function join(left: Draft, right: Draft, text: string): Draft | undefined {
  const gap = text.slice(left.end, right.start);
  const lead = text.slice(Math.max(0, left.start - 9), left.start);
  const [a, b] = [left.meaning, right.meaning];
  if (a.kind === 'list' || b.kind === 'list') return undefined;
  const between = / and $/.test(gap) && /(?:^|[^a-z])between (?:the )?$/.test(lead);
  const from = TO.test(gap) && /(?:^|[^a-z])(?:from|between) (?:the )?$/.test(lead);
  const isRange = between || from || DASH.test(gap) || TO.test(gap);
  if (!isRange && !AND.test(gap)) return undefined;
  const rank = unitRank(b);
  if (rank === undefined || unitRank(a) !== rank) return undefined;
  if (!isRange && !sharesHead(a, b)) return undefined;
  if (isRange && gap.includes('-') && a.kind !== 'calendar') return undefined;
  const first = inherit(left, right);
  return {
    start: left.start,
    end: right.end,
    rule: isRange ? 'range' : 'coordination',
    meaning: { kind: 'list', joint: isRange ? 'range' : 'and', parts: [first, right] },
  };
}

/** What kind of date it is; only like joins with like. */
function unitRank(meaning: Meaning): string | undefined {
  if (meaning.kind === 'offset') return meaning.unit === 'day' ? 'day' : meaning.unit;
  if (meaning.kind !== 'calendar') return undefined;
  const { fields, time } = meaning;
  if (time !== undefined) return Object.keys(fields).length === 0 ? 'time' : 'time of day';
  if (fields.day !== undefined || fields.feast !== undefined) return 'day';
  if (fields.weekday !== undefined) return 'weekday';
  if (fields.month !== undefined) return 'month';
  if (fields.quarter !== undefined) return 'quarter';
  if (fields.half !== undefined) return 'half';
  if (fields.season !== undefined) return 'season';
  if (fields.year !== undefined) return 'year';
  if (fields.decade !== undefined) return 'decade';
  return fields.century === undefined ? undefined : 'century';
}

/** "May and June 2021": the year belongs to both. */
const sharesHead = (a: Meaning, b: Meaning): boolean =>
  a.kind === 'calendar' &&
  b.kind === 'calendar' &&
  a.time === undefined &&
  b.time === undefined &&
  a.fields.direction === undefined &&
  a.fields.year === undefined &&
  a.fields.yearShift === undefined &&
  (b.fields.year !== undefined || b.fields.yearShift !== undefined) &&
  a.fields.decade === undefined &&
  a.fields.weekday === undefined;

function inherit(left: Draft, right: Draft): Draft {
  const [a, b] = [left.meaning, right.meaning];
  if (a.kind !== 'calendar' || b.kind !== 'calendar') return left;
  const { year, yearShift } = b.fields;
  if (
    a.fields.year !== undefined ||
    a.fields.yearShift !== undefined ||
    (year === undefined && yearShift === undefined)
  )
    return left;
  if (a.fields.century !== undefined || a.fields.decade !== undefined) return left;
  const earlier =
    a.fields.month !== undefined && b.fields.month !== undefined && a.fields.month > b.fields.month ? 1 : 0;
  const shared: Fields =
    year !== undefined ? { ...a.fields, year: year - earlier } : { ...a.fields, yearShift: yearShift! - earlier };
  return { ...left, meaning: { ...a, fields: shared } };
}
