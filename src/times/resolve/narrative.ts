import { civil, dayNumber } from '../calendar.ts';
import type { Draft } from '../types.ts';

/** Years between the text's dates and its publication from which on it counts as history. */
const FAR = 2;
const FEWEST = 3;
/** A text that says when it was published is news unless it has this many dated years. */
const MOST_IN_NEWS = 6;

/**
 * Whether a text tells history: most of its dated years lie far from its publication, or it has none, and hardly
 * anything in it is counted from the publication, and it does not open with that day. Its underspecified dates are then read against the date before them.
 */
export function isNarrative(drafts: readonly Draft[], publication: number | undefined): boolean {
  const years: number[] = [];
  let deictic = 0;
  for (const { meaning } of drafts) {
    const dates = meaning.kind === 'list' ? meaning.parts.map((part) => part.meaning) : [meaning];
    for (const date of dates) {
      if (date.kind === 'calendar' && date.fields.year !== undefined) years.push(date.fields.year);
      else if (date.kind === 'calendar' && date.fields.weekday !== undefined) deictic++;
      else if (date.kind === 'offset' && date.from === 'publication') deictic++;
    }
  }
  if (years.length < FEWEST || deictic * 3 > years.length) return false;
  if (publication === undefined) return true;
  if (drafts[0] !== undefined && isDay(drafts[0], publication)) return false;
  if (years.length < MOST_IN_NEWS || deictic * 8 > years.length) return false;
  const { year } = civil(publication);
  return years.filter((written) => Math.abs(written - year) >= FAR).length * 2 > years.length;
}

/** "10 May 2023" at the head of a text of that day. */
function isDay({ meaning }: Draft, publication: number): boolean {
  if (meaning.kind !== 'calendar') return false;
  const { year, month, day } = meaning.fields;
  return year !== undefined && month !== undefined && day !== undefined && dayNumber(year, month, day) === publication;
}

/** Years that a full date may lie off the story before it counts as an aside. */
const OFF = 4;
/** Years that the first date may lie before the next. */
const OPENING = 8;

/** The course of a story by its dated years: which dates it mentions in passing, and the year that it comes to next. */
export interface Course {
  readonly asides: ReadonlySet<Draft>;
  /** For each draft the year of the next full date. */
  readonly nextYear: ReadonlyMap<Draft, number>;
}

/**
 * A story goes forward. A bare year outside what the dates on both sides of it span, and a full date far from both
 * ("documents released in 2005 show …"), is an aside that does not move it.
 */
export function courseOf(drafts: readonly Draft[]): Course {
  const nextYear = new Map<Draft, number>();
  let next: number | undefined;
  for (const draft of drafts.toReversed()) {
    if (next !== undefined) nextYear.set(draft, next);
    const date = dateOf(draft);
    if (date?.full) next = date.year;
  }
  const asides = new Set<Draft>();
  let before: number | undefined;
  for (const draft of drafts) {
    const date = dateOf(draft);
    if (date === undefined) continue;
    const after = nextYear.get(draft) ?? before ?? date.year;
    const from = Math.min(before ?? after, after);
    const to = Math.max(before ?? after, after);
    const off = Math.max(from - date.year, date.year - to);
    const opening = before === undefined && off <= OPENING;
    if (off > (date.full ? OFF : 0) && !opening) asides.add(draft);
    else before = date.year;
  }
  return { asides, nextYear };
}

/** The year of a dated draft, and whether it says more than the year. */
function dateOf({ meaning }: Draft): { year: number; full: boolean } | undefined {
  if (meaning.kind === 'list') return dateOf(meaning.parts.at(-1)!);
  if (meaning.kind !== 'calendar' || meaning.fields.year === undefined) return undefined;
  const { year, month, season } = meaning.fields;
  return { year, full: month !== undefined || season !== undefined };
}
