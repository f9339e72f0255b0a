import { hash } from '../learn/linear.ts';
import type { PartOfSpeech } from '../text/types.ts';
import { categoryOf } from './dictionary.ts';
import { verbOf } from './families.ts';
import { entries } from './lexicon-entries.ts';
import { nounKind } from './noun-kinds.ts';
import { aspectVerbs, groupAndCluster, lightVerbs, nounClasses, reportingVerbs, verbClasses } from './words.ts';

/** What the models ask of a word, as 32-bit keys; 0 where it has none. */
export interface WordInfo {
  readonly key: number;
  /** WordNet class as a noun and as a verb. */
  readonly noun: number;
  readonly verb: number;
  /** The kind of thing it names as a noun: person, group, location … */
  readonly meaning: number;
  readonly cluster: number;
  readonly group: number;
  /** PLOVER category in the dictionary of PETRARCH. */
  readonly category: number;
  /** Type in the curated lexicon, as a noun or else as a verb. */
  readonly curated: number;
  readonly tail3: number;
  readonly tail4: number;
  readonly aspect: boolean;
  readonly reporting: boolean;
  readonly light: boolean;
}

const classKey = (name: string | undefined): number => (name === undefined ? 0 : hash(name));

function describe(word: string): WordInfo {
  const { group, cluster } = groupAndCluster(word);
  return {
    key: hash(word),
    noun: classKey(nounClasses.get(word)),
    verb: classKey(verbClasses.get(word)),
    meaning: hash(nounKind(word)),
    cluster,
    group,
    category: classKey(categoryOf(word) ?? categoryOf(verbOf(word))),
    curated: (entries.get(`${word} n`) ?? entries.get(word))?.typeKey ?? 0,
    tail3: hash(word.slice(-3)),
    tail4: hash(word.slice(-4)),
    aspect: aspectVerbs.has(word),
    reporting: reportingVerbs.has(word),
    light: lightVerbs.has(word),
  };
}

/** Words kept; beyond that the memory is emptied, so that hostile text cannot fill it. */
const LIMIT = 1 << 16;
/** Words longer than this are no words and are not kept. */
const LONGEST = 40;
const known = new Map<string, WordInfo>();

/** What is known about a lower-cased word; described once and remembered. */
export function infoOf(word: string): WordInfo {
  const found = known.get(word);
  if (found !== undefined) return found;
  const info = describe(word);
  if (known.size >= LIMIT) known.clear();
  if (word.length <= LONGEST) known.set(word, info);
  return info;
}

const tags: readonly PartOfSpeech[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];
/** A small number for each part of speech. */
export const tagKey = Object.fromEntries(tags.map((tag, i) => [tag, i + 1])) as Readonly<Record<PartOfSpeech, number>>;
