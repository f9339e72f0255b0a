import type { Draft, Meaning, Reading } from '../types.ts';

/**
 * Two expressions side by side that are one: "10 p.m. Wednesday", "Saturday, April 25", "the night of 3 March",
 * "Monday of last week".
 */
export function mergeDateAndTime(drafts: readonly Draft[], { text }: Reading): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    let current = draft;
    for (let last = merged.at(-1); last !== undefined; last = merged.at(-1)) {
      const gap = current.start - last.end > 12 ? undefined : text.slice(last.end, current.start);
      const meaning = gap === undefined ? undefined : together(last, current, gap);
      if (meaning === undefined) break;
      merged.pop();
      current = {
        ...current,
        start: last.start,
        meaning,
        rule: `${last.rule}+${current.rule}`,
        article: last.article ?? false,
        ...(last.mod && { mod: last.mod }),
      };
    }
    merged.push(current);
  }
  return merged;
}

const TIME_FIRST = /^(?:,? (?:on |of )?(?:the )?)$/;
const DATE_FIRST = /^(?:(?:,| -)? (?:at )?(?:about |around |just (?:before|after) |shortly (?:before|after) )?|, at )$/;

function together(left: Draft, right: Draft, gap: string): Meaning | undefined {
  const [a, b] = [left.meaning, right.meaning];
  // "the night of 3–4 March" is over both days.
  if (isTimeOnly(a) && b.kind === 'list' && b.parts.every(({ meaning }) => isDay(meaning)) && gap === ' of ') return b;
  if (isTimeOnly(a) && isDay(b) && timeOf(b) === undefined && TIME_FIRST.test(gap)) return { ...b, time: a.time! };
  if (isDay(a) && timeOf(a) === undefined && isTimeOnly(b) && DATE_FIRST.test(gap)) return { ...a, time: b.time! };
  // "10 p.m. that evening": the clock says more than the part of the day.
  if (isDay(a) && timeOf(a)?.code.match(/^T[A-Z]/) && isTimeOnly(b) && /\d/.test(b.time!.code) && DATE_FIRST.test(gap))
    return { ...a, time: b.time! };
  if (isTimeOnly(a) && /\d/.test(a.time!.code) && isDay(b) && timeOf(b)?.code.match(/^T[A-Z]/) && TIME_FIRST.test(gap))
    return { ...b, time: a.time! };
  // "next week Wednesday", "next week on Wednesday"
  if (
    a.kind === 'offset' &&
    a.unit === 'week' &&
    a.fields === undefined &&
    isBareWeekday(b) &&
    /^,? (?:on )?$/.test(gap)
  )
    return { ...a, fields: { weekday: b.fields.weekday! }, ...(b.time && { time: b.time }) };
  if (a.kind !== 'calendar' || a.fields.weekday === undefined || a.fields.weekday > 7 || a.fields.day !== undefined)
    return undefined;
  const { weekday } = a.fields;
  const time = a.time === undefined ? {} : { time: a.time };
  if (b.kind === 'calendar' && b.fields.day !== undefined && b.fields.month !== undefined && /^,? (?:the )?$/.test(gap))
    return { ...time, ...b, fields: { ...b.fields, weekday } };
  if (b.kind === 'offset' && b.unit === 'week' && b.fields === undefined && /^ (?:of )?$/.test(gap))
    return { ...time, ...b, fields: { weekday } };
  return undefined;
}

const isBareWeekday = (meaning: Meaning): meaning is Extract<Meaning, { kind: 'calendar' }> =>
  meaning.kind === 'calendar' && (meaning.fields.weekday ?? 8) < 8 && Object.keys(meaning.fields).length === 1;
const timeOf = (meaning: Meaning) =>
  meaning.kind === 'calendar' || meaning.kind === 'offset' ? meaning.time : undefined;
const isTimeOnly = (meaning: Meaning): meaning is Extract<Meaning, { kind: 'calendar' }> =>
  meaning.kind === 'calendar' && meaning.time !== undefined && Object.keys(meaning.fields).length === 0;

function isDay(meaning: Meaning): meaning is Extract<Meaning, { kind: 'calendar' | 'offset' }> {
  if (meaning.kind === 'offset') return meaning.unit === 'day' || meaning.fields?.weekday !== undefined;
  return (
    meaning.kind === 'calendar' &&
    (meaning.fields.day !== undefined || meaning.fields.feast !== undefined || (meaning.fields.weekday ?? 8) < 8)
  );
}
