import { readData } from '../data.ts';
import { nounClasses } from './words.ts';

const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries(readData<Readonly<Record<string, string>>>('en/events/noun-kinds.json')).flatMap(([kind, lemmas]) =>
    lemmas.split(' ').map((lemma) => [lemma, kind] as const),
  ),
);

/** Whether a noun means a person, a group, a location, an act, …, by its most frequent sense in WordNet; "-" unknown. */
export const nounKind = (lemma: string): string => kinds.get(lemma) ?? nounClasses.get(lemma) ?? '-';
