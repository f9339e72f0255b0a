import type { EntityType } from '../../schemas/extraction.ts';

/** What the tagger tells apart: the five types of the contract, and names of anything else, which are dropped. */
export const kinds = ['person', 'country', 'organisation', 'place', 'people', 'misc'] as const;
export type Kind = EntityType | 'misc';

/** BILOU: 0 is outside; a kind has four labels, begin, inside, last and unit (a name of one token). */
export const OUTSIDE = 0;
export const LABELS = 1 + 4 * kinds.length;
export type Position = 0 | 1 | 2 | 3;
export const BEGIN = 0;
export const INSIDE = 1;
export const LAST = 2;
export const UNIT = 3;

export const labelOf = (kind: number, position: Position): number => 1 + 4 * kind + position;
export const kindOf = (label: number): number => (label - 1) >> 2;
const positionOf = (label: number): number => (label - 1) & 3;

/** Whether a name is still open after this label. */
export const isOpen = (label: number): boolean => label !== OUTSIDE && positionOf(label) <= INSIDE;

/** Whether `next` may follow `label`; a segment starts and ends as if OUTSIDE stood beside it. */
export function mayFollow(label: number, next: number): boolean {
  const continues = next !== OUTSIDE && (positionOf(next) === INSIDE || positionOf(next) === LAST);
  return isOpen(label) ? continues && kindOf(label) === kindOf(next) : !continues;
}

/** For each label that continues a name, those that may stand before it; any closed label may stand before the others. */
export const continued: readonly (Int32Array | undefined)[] = Array.from({ length: LABELS }, (_, next) =>
  mayFollow(OUTSIDE, next)
    ? undefined
    : Int32Array.from({ length: LABELS }, (_, label) => label).filter((label) => mayFollow(label, next)),
);
