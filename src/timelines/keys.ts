import { kindsOf } from './match.ts';
import type { Exactness, Report } from './types.ts';

/** Days: a longer span is compared with none but those of the very same days. */
export const LONG = 31;
/** Days before publication in which an undated event may have happened, and after it in which a planned one may. */
const BEFORE = 10;
const AFTER = 60;
/** Days between the publications of undated reports of one event. */
export const NEAR = 3;

/** A report as an index finds it: each of `keys` with the days from `from` to `to`, by `exactness`. */
export interface IndexEntry {
  readonly keys: readonly string[];
  readonly exactness: Exactness;
  readonly from: number;
  readonly to: number;
}

/** Reports of this exactness that have one of the keys and whose days overlap. */
export type Lookup = IndexEntry;

/** Who or where × what kind. */
function keysOf(report: Report): string[] {
  const who = new Set(report.parties.filter(({ named, role }) => named && role !== 'topic').flatMap((p) => p.handles));
  return kindsOf(report).flatMap((kind) => [...who].map((handle) => `${handle}|${kind}`));
}

/** More participants than a headline names say nothing more. */
const PAIRED = 6;

/** Two of who and where × what words: what an undated report has to share. */
function pairKeysOf({ parties, stems }: Report): string[] {
  const who = parties
    .filter(({ named, role }) => named && role !== 'topic')
    .slice(0, PAIRED)
    .map(({ key, handles }) => handles.find((handle) => handle.startsWith('for:')) ?? key)
    .sort();
  return stems.flatMap((stem) => who.flatMap((one, i) => who.slice(i + 1).map((other) => `${one}&${other}|${stem}`)));
}

export const isLong = ({ days: { from, to }, exactness }: Report): boolean =>
  exactness === 'span' && to! - from! >= LONG;

/** Under what a report is kept. An undated one is found by its publication day, without one at day 0 of its own keys. */
export function entryOf(report: Report): IndexEntry {
  const { exactness, days, published } = report;
  const pairs = pairKeysOf(report);
  if (exactness === 'open') {
    return published === undefined
      ? { keys: pairs.map((key) => `-|${key}`), exactness, from: 0, to: 0 }
      : { keys: pairs, exactness, from: published, to: published };
  }
  const [from, to] = [days.from!, days.to!];
  const keys = keysOf(report);
  if (isLong(report)) return { keys: keys.map((key) => `${from}/${to}|${key}`), exactness, from, to };
  return { keys: [...keys, ...pairs], exactness, from, to };
}

/** The days in which the event of an undated report may be found among the dated ones; undefined: in none. */
export function searchWindow({ status, published, days }: Report): { from: number; to: number } | undefined {
  if (published === undefined) return undefined;
  const window =
    status === 'planned' ? { from: published, to: published + AFTER } : { from: published - BEFORE, to: published };
  // What nobody says happened, or will, is tied to no day by being in the news.
  if (!['planned', 'happened', 'ongoing', 'unknown'].includes(status)) return undefined;
  return { from: Math.max(window.from, days.from ?? window.from), to: Math.min(window.to, days.to ?? window.to) };
}
