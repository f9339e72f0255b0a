import { readData } from '../data.ts';

interface Words {
  /** Family → lemmas that name the same kind of event. */
  readonly families: Readonly<Record<string, string>>;
  /** Words that say that an event was moved to another date. */
  readonly moved: readonly string[];
}
interface WordNet {
  /** Verb → the event nouns derived from it. */
  readonly nouns: Readonly<Record<string, string>>;
  /** Lemmas whose most frequent sense is the same. */
  readonly synonyms: readonly string[];
}
const words = readData<Words>('en/timelines/words.json');
const wordNet = readData<WordNet>('en/timelines/wordnet.json');

const inverse = (lists: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(lists).flatMap(([name, lemmas]) => lemmas.split(' ').map((lemma) => [lemma, name] as const)));
const families = inverse(words.families);
const verbs = inverse(wordNet.nouns);
const synonyms = new Map<string, string[]>();
wordNet.synonyms.forEach((group, number) => {
  for (const lemma of group.split(' ')) synonyms.set(lemma, [...(synonyms.get(lemma) ?? []), `~${number}`]);
});

/** The family of a trigger's lemma: "dismissal" and "sack" are of the family of "dismiss". */
export function familyOf(lemma: string): string {
  const word = lemma.toLowerCase();
  const verb = verbs.get(word) ?? word;
  return families.get(word) ?? families.get(verb) ?? verb;
}

/** The senses of a trigger's lemma that other words have as well: "~12" is the twelfth group of synonyms. */
export const sensesOf = (lemma: string): readonly string[] => synonyms.get(lemma.toLowerCase()) ?? [];

const movedWords = new RegExp(`\\b(?:${words.moved.join('|')})\\b`, 'iu');

/** Whether a sentence says that something was moved to another date. */
export const saysMoved = (sentence: string): boolean => movedWords.test(sentence);
