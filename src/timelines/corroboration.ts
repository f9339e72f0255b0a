import { groupCopies } from './fingerprint.ts';
import { groupBy } from './group-by.ts';
import { normalName } from './identity.ts';
import type { Report } from './types.ts';

/** Who stands behind an event. */
export interface Backing {
  /** Of each text the canonical report, copies left out. */
  readonly originals: readonly Report[];
  readonly copies: number;
  readonly publishers: number;
  readonly sources: number;
}

/** Counts the texts, publishers and speakers behind reports in canonical order; copies count with what they copy. */
export function backingOf(reports: readonly Report[]): Backing {
  const documents = [...groupBy(reports, ({ document }) => document).values()].map(([first]) => first!);
  const originals = groupCopies(documents).map(([first]) => first!);
  const speakers = reports.flatMap(({ claims }) => claims).flatMap(({ attribution }) => attribution ?? []);
  return {
    originals,
    copies: documents.length - originals.length,
    publishers: new Set(originals.flatMap(({ publisher }) => publisher ?? [])).size,
    sources: new Set(speakers.map(({ entity, text }) => entity ?? normalName(text))).size,
  };
}
