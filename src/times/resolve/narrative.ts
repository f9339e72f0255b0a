import { civil } from '../calendar.ts';
import type { Draft } from '../types.ts';

/** Years between the text's dates and its publication from which on it counts as history. */
const FAR = 4;
const FEWEST = 3;
/** A text that says when it was published is news unless it has this many dated years. */
const MOST_IN_NEWS = 6;

/**
 * Whether a text tells history: most of its dated years lie far from its publication, or it has none, and hardly
 * anything in it is counted from the publication. Its underspecified dates are then read against the date before them.
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
  if (years.length < MOST_IN_NEWS || deictic * 8 > years.length) return false;
  const { year } = civil(publication);
  return years.filter((written) => Math.abs(written - year) >= FAR).length * 2 > years.length;
}
