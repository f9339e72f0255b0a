import { tokenAt } from '../rules/guards.ts';
import type { Draft, Reading } from '../types.ts';
import { certainlyFuture, certainlyPast, futureBeforeTo, futureCues } from '../words.ts';

const FARTHEST = 12;

/** -2 and 2 where the word beside the expression leaves no doubt, as in "ended March 31" and "payable June 1". */
export type Direction = -2 | -1 | 0 | 1 | 2;

/**
 * Whether the clause around an expression looks ahead (1) or back (-1): the nearest cue word or past tense before it in
 * its sentence, else the nearest behind it; 0 when nothing tells.
 */
export function directionOf(reading: Reading, { start, end }: Pick<Draft, 'start' | 'end'>): Direction {
  const { tokens } = reading;
  const at = tokenAt(reading, start);
  const sentence = tokens[at]?.sentence;
  const adjacent = tokens[at - 1]?.lower ?? '';
  if (certainlyPast.has(adjacent)) return -2;
  // "between now and May"
  if (tokens[at - 2]?.lower === 'now' && /^(?:and|to|until|till)$/.test(adjacent)) return 2;
  if (certainlyFuture.has(adjacent)) return 2;
  for (let i = at - 1; i >= 0 && i >= at - FARTHEST && tokens[i]!.sentence === sentence; i--) {
    if (QUOTES.test(tokens[i]!.lower)) break;
    const cue = cueOf(reading, i);
    if (cue !== 0) return cue;
  }
  for (let i = tokenAt(reading, end); i < tokens.length && i < at + FARTHEST && tokens[i]!.sentence === sentence; i++) {
    if (QUOTES.test(tokens[i]!.lower)) break;
    const cue = cueOf(reading, i);
    if (cue !== 0) return cue;
  }
  return 0;
}
/** What is said inside a quotation has a tense of its own. */
const QUOTES = /^["\u201c\u201d`]$/;

function cueOf({ tokens }: Reading, index: number): -1 | 0 | 1 {
  const { lower, pos, lemma } = tokens[index]!;
  const before = tokens[index - 1]?.lower;
  // "had been due to expire", "to be published"
  if (before === 'been' && tokens[index - 2]?.lower === 'had') return -1;
  if (before === 'be' || (before === 'to' && lower !== 'be')) return 0;
  if (futureCues.has(lower)) return 1;
  if (lower === 'to' && futureBeforeTo.has(before ?? '')) return 1;
  if (lower === 'be' && before === 'to') return 1;
  // "a still unspecified date": a participle in front of its noun tells no tense.
  const attributive =
    lower.endsWith('ed') &&
    tokens[index + 1]?.pos === 'NOUN' &&
    /^(?:DET|ADJ|ADV|ADP)$/.test(tokens[index - 1]?.pos ?? '');
  if ((pos === 'VERB' || pos === 'AUX') && !attributive && isPast(lower, lemma)) return -1;
  return 0;
}

/**
 * Whether a text is nothing but an expression of time, as one writes in a form or a search: such a day is the coming one.
 */
export function isQuery({ tokens }: Reading, drafts: readonly Draft[]): boolean {
  if (tokens.length > LONGEST_QUERY || drafts.length === 0) return false;
  return tokens.every(
    ({ start, end, lower, pos }) =>
      drafts.some((draft) => draft.start < end && start < draft.end) ||
      pos === 'PUNCT' ||
      /^(?:on|in|at|by|from|since|until|till|to|of|the|for|before|after|between|and)$/.test(lower),
  );
}
const LONGEST_QUERY = 20;

/** "need" and "proceed" only look like past tenses. */
const isPast = (lower: string, lemma: string): boolean =>
  lower !== lemma && (lower.endsWith('ed') || !/(?:s|ing)$|^(?:are|am|could|might|would|should)$/.test(lower));
