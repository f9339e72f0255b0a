import { CAPITAL, INNER, LEADING, OPENER, TRAILING, type Word } from './words.ts';

/** The longest chain of small words that may stand inside a name ("Front for the Liberation"). */
const LONGEST_CHAIN = 4;

/**
 * The parts of a sentence that may hold names: runs of capitalised words with the small words between and beside them
 * that names are known to contain. All other tokens are outside without asking the model, which costs no accuracy and
 * saves most of the work.
 *
 * @param segments receives flat pairs of first token and token after the last
 */
export function findSegments(words: readonly Word[], first: number, last: number, segments: number[]): void {
  const before = segments.length;
  let start = -1;
  let end = -1;
  for (let i = first; i < last; i++) {
    if ((words[i]!.part & CAPITAL) === 0 || (i === first && isMereOpener(words, i, last))) continue;
    if (start >= 0 && joins(words, end, i)) {
      end = i + 1;
      continue;
    }
    if (start >= 0) segments.push(start, trailingEnd(words, end, last));
    const floor = segments.length > before ? segments.at(-1)! : first;
    start = leadingStart(words, i, floor);
    end = i + 1;
  }
  if (start >= 0) segments.push(start, trailingEnd(words, end, last));
}

function joins(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > LONGEST_CHAIN) return false;
  for (let i = from; i < to; i++) if ((words[i]!.part & INNER) === 0 && !isHyphenated(words, i)) return false;
  return true;
}

function leadingStart(words: readonly Word[], from: number, floor: number): number {
  let start = from;
  while (start > floor && from - start < LONGEST_CHAIN && (words[start - 1]!.part & LEADING) !== 0) start--;
  return start;
}

function trailingEnd(words: readonly Word[], from: number, last: number): number {
  let end = from;
  while (end < last && end - from < 2 && ((words[end]!.part & TRAILING) !== 0 || isHyphenated(words, end))) end++;
  return end;
}

/** The second half of "Sang-min", whatever it is. */
const isHyphenated = (words: readonly Word[], i: number): boolean => i > 0 && words[i - 1]!.lower === '-';

/** "The" before a small word. */
const isMereOpener = (words: readonly Word[], i: number, last: number): boolean =>
  (words[i]!.part & OPENER) !== 0 && (i + 1 === last || (words[i + 1]!.part & CAPITAL) === 0);
