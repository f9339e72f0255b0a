import type { Token } from '../text/types.ts';
import { readTable, valuesOf } from './tables.ts';

/** What the text says of somebody: an office, whose it is, and whether it is over. */
export interface Fact {
  readonly office: string;
  /** ISO 3166-1 alpha-2 of the country, or the name of an organisation or state. */
  readonly of?: string;
  /** ISO 3166-1 alpha-2 of the country that this belongs to. */
  readonly country?: string;
  readonly past: boolean;
}

/** An office named in the text, as a range of tokens, `end` exclusive. */
export interface OfficePhrase {
  readonly start: number;
  readonly end: number;
  readonly office: string;
}

/** Phrases by their first word, longest first. */
const phrases = new Map<string, { words: readonly string[]; office: string; exact: boolean }[]>();
for (const [office = '', aliases] of readTable('offices.tsv')) {
  for (const phrase of [office, ...valuesOf(aliases)]) {
    const words = phrase.replace(/-/g, ' - ').split(' ');
    const exact = /^[A-Z]+$/.test(phrase);
    const key = words[0]!.toLowerCase();
    const list = phrases.get(key) ?? [];
    list.push({ words: exact ? words : words.map((word) => word.toLowerCase()), office, exact });
    phrases.set(key, list);
  }
}
for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);

/** The offices of a text, longest phrase first. */
export function findOffices(tokens: readonly Token[]): OfficePhrase[] {
  const found: OfficePhrase[] = [];
  for (let i = 0; i < tokens.length; ) {
    const match = phrases.get(tokens[i]!.lower)?.find(({ words, exact }) => matches(tokens, i, words, exact));
    if (match === undefined) {
      i++;
      continue;
    }
    found.push({ start: i, end: i + match.words.length, office: match.office });
    i += match.words.length;
  }
  return found;
}

function matches(tokens: readonly Token[], at: number, words: readonly string[], exact: boolean): boolean {
  for (let k = 0; k < words.length; k++) {
    const token = tokens[at + k];
    if (token === undefined || (exact ? token.text : token.lower) !== words[k]) return false;
  }
  return true;
}
