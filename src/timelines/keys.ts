import { kindsOf } from './match.ts';
import type { Days, Report } from './types.ts';
import { isSaying } from './words.ts';

/** Days: a longer span is compared with none but those of the very same days. */
const LONG = 31;
/** Days before publication in which an undated event may have happened, and after it in which a planned one may. */
export const BEFORE = 10;
export const AFTER = 60;
/** Terms under which a document's story is found. */
const STORY = 8;
/** Days that an event may be moved, either way. */
const MOVED_FAR = 366;
/** More participants than a headline names say nothing more. */
const PAIRED = 6;

/** Who or where × what kind; of undated reports, and for them to find dated ones, two of who and where, and the story. */
export function keysOf(report: Report): string[] {
  const pairs = [...pairsOf(report), ...storiesOf(report)];
  if (report.exactness === 'open') return pairs;
  const who = new Set(report.parties.filter(({ named, role }) => named && role !== 'topic').flatMap((p) => p.handles));
  const keys = kindsOf(report).flatMap((kind) => [...who].map((handle) => `${handle}|${kind}`));
  const { from, to } = report.days;
  return to! - from! > LONG ? [...keys, ...pairs].map((key) => `${from}/${to}|${key}`) : [...keys, ...pairs];
}

function pairsOf({ parties, stems }: Report): string[] {
  const who = parties
    .filter(({ named, role }) => named && role !== 'topic')
    .slice(0, PAIRED)
    .map(({ key, handles }) => handles.find((handle) => handle.startsWith('for:')) ?? key)
    .sort();
  return stems.flatMap((stem) => who.flatMap((one, i) => who.slice(i + 1).map((other) => `${one}&${other}|${stem}`)));
}

/** What the document is about × what words: of what matters, and not of what people say, which is of every story. */
function storiesOf({ story, stems, prominent }: Report): string[] {
  if (!prominent) return [];
  return stems
    .filter((stem) => !isSaying(stem))
    .flatMap((stem) => story.slice(0, STORY).map((term) => `${term}|${stem}`));
}

/** Where undated reports of texts without a date stand, and further than any day. */
const NOWHERE = -10_000_000;
const EVER = 5_000_000;

/**
 * The days of a dated report. An undated one stands on the day that the text carries on from, else on that of publication,
 * and without that on one that is none of the calendar.
 */
export function placeInTime({ exactness, days: { from, to }, published = NOWHERE }: Report): Days {
  if (exactness !== 'open') return { from: from!, to: to! };
  const day = published !== NOWHERE && from !== undefined && from === to ? from : published;
  return { from: day, to: day };
}

/** The days to or from which an event of these days may have been moved. */
export function movedAround(report: Report): Days {
  const { from, to } = placeInTime(report);
  return { from: from - MOVED_FAR, to: to + MOVED_FAR };
}

/** The days in which the event of an undated report may be found among the dated ones; undefined: in none. */
export function searchWindow(report: Report): Days | undefined {
  const { published, days } = report;
  const sort = sortOf(report);
  if (sort !== 'past' && sort !== 'coming') return undefined;
  if (published === undefined) return { from: -EVER, to: EVER };
  const from = sort === 'coming' ? published : published - BEFORE;
  const to = sort === 'coming' ? published + AFTER : published;
  return { from: Math.max(from, days.from ?? from), to: Math.min(to, days.to ?? to) };
}

/**
 * Reports by how they are searched for. What nobody says happened, or will (`unreal`), is tied to no day by being in the
 * news. What is `moved` is also of the sort of its new date.
 */
export type Sort = 'day' | 'span' | 'past' | 'coming' | 'unreal' | 'moved';

export const isMover = ({ moved, status, exactness }: Report): boolean =>
  moved !== undefined && exactness !== 'open' && status !== 'denied' && status !== 'cancelled';

export function sortOf({ exactness, status }: Report): Exclude<Sort, 'moved'> {
  if (exactness !== 'open') return exactness;
  if (status === 'planned') return 'coming';
  return status === 'happened' || status === 'ongoing' || status === 'unknown' ? 'past' : 'unreal';
}

/** Under what a store keeps a report, and finds it again: each of the keys on each of the days. */
export interface IndexEntry extends Days {
  readonly keys: readonly string[];
}

export const entryOf = (report: Report): IndexEntry => ({
  keys: [sortOf(report), ...(isMover(report) ? ['moved'] : [])].flatMap((sort) =>
    keysOf(report).map((key) => `${sort}|${key}`),
  ),
  ...placeInTime(report),
});

/** The undated reports of texts without a date. */
export const nowhere: Days = { from: NOWHERE, to: NOWHERE };

/** Asks for reports of these sorts that share a key with this one on days that overlap. */
export const lookupOf = (report: Report, asked: readonly Sort[], days: Days): IndexEntry => ({
  keys: asked.flatMap((sort) => keysOf(report).map((key) => `${sort}|${key}`)),
  from: days.from,
  to: days.to,
});
