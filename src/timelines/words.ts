import { readData } from '../data.ts';

interface Words {
  /** Family → lemmas that name the same kind of event. */
  readonly families: Readonly<Record<string, string>>;
  /** Words that say that an event was moved to another date. */
  readonly moved: readonly string[];
}
const words = readData<Words>('en/timelines/words.json');

const families: ReadonlyMap<string, string> = new Map(
  Object.entries(words.families).flatMap(([family, lemmas]) => lemmas.split(' ').map((lemma) => [lemma, family])),
);

/** Endings that make a noun of a verb, the longest first, and the shortest stem that they may leave. */
const ENDINGS = [
  'isation',
  'ization',
  'ation',
  'ition',
  'ution',
  'ment',
  'ance',
  'ence',
  'sion',
  'tion',
  'ing',
  'ure',
  'als',
  'al',
  'er',
  'or',
  'y',
  'e',
  's',
];
const SHORTEST = 4;
const LONGEST = 40;

/**
 * The family of a trigger's lemma, so that "dismissal" and "dismiss" are one: from the list, else the word without the
 * ending that makes it a noun.
 */
export function familyOf(lemma: string): string {
  const word = lemma.toLowerCase().slice(0, LONGEST);
  const listed = families.get(word);
  if (listed !== undefined) return listed;
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= SHORTEST);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

const movedWords = new RegExp(`\\b(?:${words.moved.join('|')})\\b`, 'iu');

/** Whether a sentence says that something was moved to another date. */
export const saysMoved = (sentence: string): boolean => movedWords.test(sentence);
