import type { NameMention } from '../analysis.ts';
import type { Token } from '../text/types.ts';
import { normalise } from './normalise.ts';
import { remembered } from './remember.ts';
import { companies } from './words.ts';

/** A name without the words that say only what kind of company bears it. */
export const organisationKey: (name: string) => string = remembered((name) => {
  const words = normalise(name).split(' ');
  while (words.length > 1 && companies.has(words.at(-1)!)) words.pop();
  return words.join(' ');
});

interface Long {
  readonly text: string;
  readonly key: string;
}

/**
 * Short forms of organisations → the name they stand for: "Collective Security Treaty Organization (CSTO)" in either
 * order, and initials of three letters or more.
 */
export function findAcronyms(names: readonly NameMention[], tokens: readonly Token[]): ReadonlyMap<string, Long> {
  const acronyms = new Map<string, Long>();
  const initials = new Map<string, Long>();
  const organisations = names.filter(({ type }) => type === 'organisation');
  for (const { text } of organisations) {
    const letters = initialsOf(text);
    if (letters.length >= 3 && !initials.has(letters)) initials.set(letters, { text, key: organisationKey(text) });
  }
  for (const [i, name] of organisations.entries()) {
    const next = organisations[i + 1];
    const isDefined =
      next !== undefined &&
      next.firstToken === name.lastToken + 1 &&
      tokens[name.lastToken]!.text === '(' &&
      tokens[next.lastToken]?.text === ')';
    if (isDefined) {
      const [short, long] = name.text.length < next.text.length ? [name, next] : [next, name];
      if (abbreviates(short.text, long.text))
        acronyms.set(organisationKey(short.text), { text: long.text, key: organisationKey(long.text) });
    }
    const long = isCapitals(name.text) ? initials.get(lettersOf(name.text)) : undefined;
    const key = organisationKey(name.text);
    if (long !== undefined && long.key !== key && !acronyms.has(key)) acronyms.set(key, long);
  }
  return acronyms;
}

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
const isCapitals = (text: string): boolean => /^[\p{Lu}\p{N}.]{3,10}$/u.test(text);

function initialsOf(text: string): string {
  const words = text.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  return words.length < 3 ? '' : words.map((word) => word[0]!.toLowerCase()).join('');
}

/** Whether the letters of `short` come in this order in `long`, both beginning alike. */
function abbreviates(short: string, long: string): boolean {
  const letters = lettersOf(short);
  const all = lettersOf(long);
  if (letters.length < 2 || letters.length > 10 || letters[0] !== all[0]) return false;
  let at = 0;
  for (const letter of all) if (letter === letters[at]) at++;
  return at === letters.length;
}
