import type { Draft, Meaning, Reading, TimeOfDay } from '../types.ts';

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
      const closed = gap!.includes('(') && text[current.end] === ')';
      current = {
        ...current,
        end: current.end + (closed ? 1 : 0),
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

const TIME_FIRST = /^(?:(?:,| [\u2219\u00b7])? (?:on |of |in )?(?:the )?)$/;
const DATE_FIRST =
  /^(?:(?:,| -| \u2219)? ?(?:at |@ ?|in |from |between )?(?:about |around |just (?:before|after) |shortly (?:before|after) )?|, at )$/;

function together(left: Draft, right: Draft, gap: string): Meaning | undefined {
  const [a, b] = [left.meaning, right.meaning];
  // "the night of 3–4 March" is over both days.
  if (isTimeOnly(a) && b.kind === 'list' && b.parts.every(({ meaning }) => isDay(meaning)) && gap === ' of ') return b;
  if (isHours(a) && isDay(b) && TIME_FIRST.test(gap)) return hoursOf(b, a);
  if (isDay(a) && isHours(b) && DATE_FIRST.test(gap)) return hoursOf(a, b);
  if (
    isTimeOnly(a) &&
    isTimeOnly(b) &&
    /\d/.test(a.time!.code) &&
    /[A-Z]{2}$/.test(b.time!.code) &&
    / (?:in|at) $/.test(gap)
  )
    return { ...a, time: within(a.time!, b.time!.code) };
  if (isTimeOnly(a) && isDay(b) && timeOf(b) === undefined && TIME_FIRST.test(gap)) return { ...b, time: a.time! };
  if (isDay(a) && timeOf(a) === undefined && isTimeOnly(b) && DATE_FIRST.test(gap)) return { ...a, time: b.time! };
  // "10 p.m. that evening": the clock says more than the part of the day.
  if (isDay(a) && timeOf(a)?.code.match(/^T[A-Z]/) && isTimeOnly(b) && /\d/.test(b.time!.code) && DATE_FIRST.test(gap))
    return { ...a, time: within(b.time!, timeOf(a)!.code) };
  if (isTimeOnly(a) && /\d/.test(a.time!.code) && isDay(b) && timeOf(b)?.code.match(/^T[A-Z]/) && TIME_FIRST.test(gap))
    return { ...b, time: within(a.time!, timeOf(b)!.code) };
  // "Oct 26 15:50:06 2016"
  if (
    a.kind === 'calendar' &&
    a.time !== undefined &&
    a.fields.day !== undefined &&
    a.fields.year === undefined &&
    isBareYear(b) &&
    /^ (?:[a-z]{3,4} )?$/.test(gap)
  )
    return { ...a, fields: { ...a.fields, year: b.fields.year! } };
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
  if (
    b.kind === 'calendar' &&
    b.fields.day !== undefined &&
    b.fields.month !== undefined &&
    /^(?:,? \(?(?:the )?|\(|-)$/.test(gap)
  )
    return { ...time, ...b, fields: { ...b.fields, weekday } };
  if (b.kind === 'offset' && b.unit === 'week' && b.fields === undefined && /^,? (?:of )?$/.test(gap))
    return { ...time, ...b, fields: { weekday } };
  return undefined;
}

/** "8 tonight" is 20:00: the part of the day says which half of it a clock means. */
function within(time: TimeOfDay, part: string): TimeOfDay {
  const hour = Number(time.code.slice(1, 3));
  const later = (/AF|EV/.test(part) && hour < 12) || (/NI/.test(part) && hour > 4 && hour < 12);
  return later ? { ...time, code: `T${hour + 12}${time.code.slice(3)}` } : time;
}

/** Clock times of one day, as "from 5 to 7 p.m." */
const isHours = (meaning: Meaning): meaning is Extract<Meaning, { kind: 'list' }> =>
  meaning.kind === 'list' && meaning.parts.every((part) => isTimeOnly(part.meaning));

function hoursOf(
  day: Extract<Meaning, { kind: 'calendar' | 'offset' }>,
  hours: Extract<Meaning, { kind: 'list' }>,
): Meaning {
  const part = timeOf(day)?.code ?? '';
  const [first, ...rest] = hours.parts.map((each) => {
    const { time } = each.meaning as Extract<Meaning, { kind: 'calendar' }>;
    return { ...each, meaning: { kind: 'calendar' as const, fields: {}, time: within(time!, part) } };
  });
  return { ...hours, parts: [{ ...first!, meaning: { ...day, time: first!.meaning.time } }, ...rest] };
}

const isBareYear = (meaning: Meaning): meaning is Extract<Meaning, { kind: 'calendar' }> =>
  meaning.kind === 'calendar' && meaning.fields.year !== undefined && Object.keys(meaning.fields).length === 1;
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
