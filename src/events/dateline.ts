import type { Token } from '../text/types.ts';
import type { SentenceView } from './features.ts';

/** Tokens that a dateline may have. */
const LONGEST = 20;
const DASHES = new Set(['—', '–', '-', '--']);

/**
 * Where the story begins: after "BRUSSELS, May 4 (Harbour Wire) —", which says where it was written and by whom, and
 * takes part in nothing. 0 without such a beginning: a place stands in capitals, and only names, dates and brackets
 * follow before the dash.
 */
export function storyStart({ tokens, names }: Pick<SentenceView, 'tokens' | 'names'>): number {
  const { text = '' } = tokens[0] ?? {};
  if (!(names[0] === 'place' || (names[0] === 'country' && text.length > 3)) || !/^\p{Lu}{2,}\.?$/u.test(text))
    return 0;
  for (let i = 1; i < tokens.length && i < LONGEST; i++) {
    const { text, pos } = tokens[i]!;
    if (DASHES.has(text)) return touches(tokens, i) ? 0 : i + 1;
    if (!/^(?:PROPN|PUNCT|NUM)$/.test(pos) && !/^\p{Lu}/u.test(text)) return 0;
  }
  return 0;
}

/** "US-led" is a word, not the end of a dateline. */
const touches = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]!.end === tokens[i]!.start && tokens[i + 1]?.start === tokens[i]!.end;
