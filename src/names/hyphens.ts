import { readData } from '../data.ts';
import type { Token } from '../text/types.ts';
import type { Draft } from './drafts.ts';

const { compounds: words } = readData<{ compounds: string[] }>('en/names/filters.json');
const compounds = new Set(words);

/** Longer second halves are words: "Lukashenko-friendly". */
const LONGEST_HALF = 5;

/** "Moon Jae" before "-in" is half a name, before "-led" a whole one. */
export function withSecondHalf(draft: Draft, tokens: readonly Token[]): Draft {
  const { firstToken, lastToken, type } = draft;
  const [end, hyphen, half] = [tokens[lastToken - 1]!, tokens[lastToken], tokens[lastToken + 1]];
  if (type !== 'person' || lastToken - firstToken < 2 || hyphen?.text !== '-' || half === undefined) return draft;
  const isHalf = /^\p{Ll}+$/u.test(half.text) && half.text.length <= LONGEST_HALF && !compounds.has(half.text);
  return isHalf && hyphen.start === end.end && half.start === hyphen.end
    ? { ...draft, lastToken: lastToken + 2 }
    : draft;
}
