import { readData } from '../data.ts';
import { nounClasses, verbClasses } from '../events/words.ts';

interface Words {
  /** Family → lemmas that name the same kind of event. */
  readonly families: Readonly<Record<string, string>>;
  /** Verb → its irregular forms. */
  readonly forms: Readonly<Record<string, string>>;
  /** Lemmas of saying something. */
  readonly saying: readonly string[];
  /** Words between an event and the larger one that it is part of. */
  readonly part: readonly string[];
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
const forms = inverse(words.forms);
const synonyms = new Map<string, string[]>();
wordNet.synonyms.forEach((group, number) => {
  for (const lemma of group.split(' ')) synonyms.set(lemma, [...(synonyms.get(lemma) ?? []), `~${number}`]);
});

const isWord = (word: string): boolean => verbClasses.has(word) || nounClasses.has(word);
/** Endings and what they are put for, in the order of trying; after Morphy, the lemmatiser of WordNet. */
const ENDINGS = [
  ['ies', 'y'],
  ['es', 'e'],
  ['es', ''],
  ['s', ''],
  ['ed', 'e'],
  ['ed', ''],
  ['ing', 'e'],
  ['ing', ''],
] as const;

/** The lemma of a word that a tagger may have taken for a name and left as it was: "Releases" in a headline. */
function baseOf(lemma: string): string {
  const word = lemma.toLowerCase();
  const irregular = forms.get(word);
  if (irregular !== undefined) return irregular;
  if (isWord(word)) return word;
  const bases = ENDINGS.flatMap(([ending, put]) => (word.endsWith(ending) ? word.slice(0, -ending.length) + put : []));
  return bases.find(isWord) ?? word;
}

/** The family of a trigger's lemma: "dismissal" and "sack" are of the family of "dismiss". */
export function familyOf(lemma: string): string {
  const word = baseOf(lemma);
  const verb = verbs.get(word) ?? word;
  return families.get(word) ?? families.get(verb) ?? verb;
}

/** The senses of a trigger's lemma that other words have as well: "~12" is the twelfth group of synonyms. */
export const sensesOf = (lemma: string): readonly string[] => synonyms.get(baseOf(lemma)) ?? [];

const movedWords = new RegExp(`\\b(?:${words.moved.join('|')})\\b`, 'iu');

/** Whether a sentence says that something was moved to another date. */
export const saysMoved = (sentence: string): boolean => movedWords.test(sentence);

const sayings = new Set(words.saying.map(familyOf));

/** Whether a family is of saying something: every story has it, many times. */
export const isSaying = (family: string): boolean => sayings.has(family);

const partWords = new RegExp(`\\b(?:${words.part.join('|')})\\b`, 'giu');

/** Where words end that say that what comes next is the larger event. */
export const partCues = (sentence: string): number[] =>
  [...sentence.matchAll(partWords)].map(({ index, 0: cue }) => index + cue.length);
