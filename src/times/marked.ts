import type { SourceDocument } from '../analysis.ts';
import { civil, weekdayOf } from './calendar.ts';
import { dayIn } from './publication.ts';
import type { Draft, Fields } from './types.ts';

/** Drafts with the day that the page's `<time datetime>` around them gives, where that does not contradict their words. */
export function withMarks(drafts: readonly Draft[], { markedTimes = [], timezone }: SourceDocument): readonly Draft[] {
  if (markedTimes.length === 0) return drafts;
  let at = 0;
  return drafts.map((draft) => {
    while (at < markedTimes.length && markedTimes[at]!.end <= draft.start) at++;
    const mark = markedTimes[at];
    const around = mark !== undefined && mark.start <= draft.start && mark.end >= draft.end;
    const within = mark !== undefined && mark.start >= draft.start && mark.end <= draft.end;
    if (!around && !within) return draft;
    const marked = dayIn(mark!.datetime, timezone);
    return marked !== undefined && agrees(draft, marked) ? { ...draft, marked } : draft;
  });
}

/** A date keeps to what it says of itself; "yesterday" says nothing. */
function agrees({ meaning }: Draft, marked: number): boolean {
  if (meaning.kind === 'offset') return true;
  if (meaning.kind !== 'calendar') return false;
  const { year, month, day } = civil(marked);
  const { fields } = meaning;
  const same = (said: number | undefined, marks: number) => said === undefined || said === marks;
  const swapped: Fields = fields.ambiguous ? { ...fields, month: fields.day!, day: fields.month! } : fields;
  return (
    [fields, swapped].some((read) => same(read.month, month) && same(read.day, day)) &&
    same(fields.year, year) &&
    same(fields.weekday, weekdayOf(marked)) &&
    same(fields.quarter, Math.ceil(month / 3)) &&
    same(fields.half, Math.ceil(month / 6))
  );
}
