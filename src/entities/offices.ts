import type { Form, Token } from '../text/types.ts';
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

interface Phrase {
  readonly words: readonly string[];
  readonly office: string;
  readonly exact: boolean;
}

/** Phrases by their first word, longest first. */
const phrases = new Map<string, Phrase[]>();
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

const NONE: readonly Phrase[] = [];

/** The offices of a text, longest phrase first. */
export function findOffices(tokens: readonly Token[]): OfficePhrase[] {
  const found: OfficePhrase[] = [];
  for (let i = 0; i < tokens.length; ) {
    const starting = phrasesFrom(tokens[i]!.form);
    const match =
      starting.length > 0 ? starting.find(({ words, exact }) => matches(tokens, i, words, exact)) : undefined;
    if (match === undefined) {
      i++;
      continue;
    }
    found.push({ start: i, end: i + match.words.length, office: match.office });
    i += match.words.length;
  }
  return found;
}

function phrasesFrom(form: Form): readonly Phrase[] {
  form.offices ??= phrases.get(form.lower) ?? NONE;
  return form.offices as readonly Phrase[];
}

function matches(tokens: readonly Token[], at: number, words: readonly string[], exact: boolean): boolean {
  for (let k = 0; k < words.length; k++) {
    const token = tokens[at + k];
    if (token === undefined || (exact ? token.text : token.lower) !== words[k]) return false;
  }
  return true;
}
