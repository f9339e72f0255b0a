import { readData } from '../data.ts';

const inverse = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(lists).flatMap(([name, lemmas]) => lemmas.split(' ').map((lemma) => [lemma, name] as const)));
const families = inverse(readData<{ families: Record<string, string> }>('en/timelines/words.json').families);
const verbs = inverse(readData<{ nouns: Record<string, string> }>('en/timelines/wordnet.json').nouns);

/** The verb a noun is made of; a word that is none as it is. */
export const verbOf = (lemma: string): string => verbs.get(lemma) ?? lemma;

/** The word family of a trigger's lemma, as timelines know it: "dismissal" and "sack" are of the family of "dismiss". */
export function familyOf(lemma: string): string {
  const verb = verbOf(lemma);
  return families.get(lemma) ?? families.get(verb) ?? verb;
}
