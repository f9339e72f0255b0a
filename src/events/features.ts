import type { Analysis } from '../analysis.ts';
import { hash } from '../learn/linear.ts';
import type { Sentence, Token } from '../text/types.ts';
import type { Governor } from './governors.ts';
import type { LexiconEntry } from './lexicon-entries.ts';
import { type VerbGroup, verbGroups } from './verb-groups.ts';
import { infoOf, type WordInfo } from './word-info.ts';
import { auxiliaries, nounClasses, verbClasses } from './words.ts';

/** What the event models read of an analysis, indexed by token. */
export type Reading = Pick<Analysis, 'text' | 'times' | 'names'>;
/** A sentence's tokens with what stands at each of them. */
export interface SentenceView {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** The type of the name a token is part of. */
  readonly names: readonly (string | undefined)[];
  readonly timed: boolean;
  readonly inQuotes: readonly boolean[];
  /** Whether any of it stands in quotation marks. */
  readonly quotes: boolean;
  /** The types of name in it, each once. */
  readonly nameTypes: readonly string[];
  /** Where the nearest verb before each token stands, and the nearest noun, and noun or name, after it; -1: none. */
  readonly verbBefore: Int32Array;
  readonly nounAfter: Int32Array;
  readonly objectAfter: Int32Array;
  /** What is known about each token's word and lemma. */
  readonly lowers: readonly WordInfo[];
  readonly lemmas: readonly WordInfo[];
  /** The key of each token's name type, else of its lemma. */
  readonly words: readonly number[];
  readonly groups: readonly VerbGroup[];
  /** The verb group whose head a token is. */
  readonly groupAt: readonly (VerbGroup | undefined)[];
  /** Answers that several judgements ask for, kept once found. */
  readonly memory: {
    readonly paths: (Governor[] | undefined)[];
    readonly entries: (LexiconEntry | null | undefined)[];
  };
}

/** Views of every sentence; linear in the text. */
export function viewSentences({ text, times, names }: Reading): SentenceView[] {
  const types: (string | undefined)[] = new Array(text.tokens.length).fill(undefined);
  for (const name of names) for (let i = name.firstToken; i < name.lastToken; i++) types[i] = name.type;
  let next = 0;
  let block = -1;
  let quoting = false;
  return text.sentences.map((sentence) => {
    while (next < times.length && times[next]!.end <= sentence.start) next++;
    const tokens = text.tokens.slice(sentence.firstToken, sentence.lastToken);
    const groups = verbGroups(tokens);
    const groupAt: (VerbGroup | undefined)[] = new Array(tokens.length).fill(undefined);
    for (const group of groups) groupAt[group.head - sentence.firstToken] = group;
    const own = types.slice(sentence.firstToken, sentence.lastToken);
    const lemmas = tokens.map((token, i) => infoOf(own[i] === undefined ? lemmaOf(token) : token.lemma));
    const goesOn = sentence.paragraph === block && quoting;
    const inQuotes = quoted(tokens, goesOn);
    [block, quoting] = [sentence.paragraph, inQuotes.at(-1) === true];
    return {
      sentence,
      tokens,
      names: own,
      nameTypes: [...new Set(own)].filter((type) => type !== undefined),
      quotes: inQuotes.includes(true),
      timed: next < times.length && times[next]!.start < sentence.end,
      inQuotes,
      lowers: tokens.map(({ lower, lemma }, i) => (lower === lemma ? lemmas[i]! : infoOf(lower))),
      lemmas,
      words: lemmas.map(({ key }, i) => nameKey(own[i]) || key),
      groups,
      groupAt,
      ...neighbours(tokens, own),
      memory: { paths: [], entries: [] },
    };
  });
}

/** The lemma; of a plural that the tagger takes for a name ("Talks resumed …") the singular. */
export function lemmaOf({ pos, lemma }: Token): string {
  if (pos !== 'PROPN' || !lemma.endsWith('s')) return lemma;
  const singular = lemma.slice(0, -1);
  return nounClasses.has(singular) ? singular : lemma;
}

const nameKeys: Readonly<Record<string, number>> = Object.fromEntries(
  ['person', 'country', 'organisation', 'place', 'people'].map((type) => [type, hash(type)]),
);
/** The key of a type of name; 0 without one. */
export const nameKey = (type: string | undefined): number => (type === undefined ? 0 : nameKeys[type]!);

/** Which tokens stand in quotation marks; `open`: whether a quotation goes on from the sentence before. */
function quoted(tokens: readonly Token[], open: boolean): boolean[] {
  return tokens.map(({ text }) => {
    if (text === '"' || text === '“' || text === '”') open = text === '“' || (text === '"' && !open);
    return open;
  });
}

/** A word that may be an event at all: a content word outside names. */
export function isCandidate({ tokens, names }: SentenceView, i: number): boolean {
  const { pos, lower, lemma } = tokens[i]!;
  // "Everything" may be tagged as a verb.
  if (names[i] !== undefined || lower.length < 3 || /^(?:any|every|no|some)thing$/.test(lower)) return false;
  switch (pos) {
    case 'VERB':
    case 'NOUN':
      return /^[a-z-]+$/.test(lower) && !auxiliaries.has(lemma);
    case 'PROPN':
    case 'ADJ':
    case 'AUX':
    case 'ADP':
    case 'ADV':
      return !auxiliaries.has(lemma) && isEventWord(lower, lemma);
    default:
      return false;
  }
}

const isEventWord = (lower: string, lemma: string): boolean =>
  verbClasses.has(lemma) ||
  nounClasses.has(lemma) ||
  (lower.length > 4 && (lower.endsWith('ed') || lower.endsWith('ing')));

/** Where the nearest verb before each token stands, and the nearest noun, and noun or name, after it; -1 without one. */
function neighbours(tokens: readonly Token[], names: readonly (string | undefined)[]) {
  const n = tokens.length;
  const verbBefore = new Int32Array(n);
  const nounAfter = new Int32Array(n);
  const objectAfter = new Int32Array(n);
  for (let i = 0, verb = -1; i < n; i++) {
    verbBefore[i] = verb;
    if (tokens[i]!.pos === 'VERB') verb = i;
  }
  for (let i = n - 1, noun = -1, object = -1; i >= 0; i--) {
    nounAfter[i] = noun;
    objectAfter[i] = object;
    if (tokens[i]!.pos === 'NOUN') noun = i;
    if (tokens[i]!.pos === 'NOUN' || names[i] !== undefined) object = i;
  }
  return { verbBefore, nounAfter, objectAfter };
}

/** How far an event noun may stand from the verb that carries its tense, and a verb from its object. */
export const SUPPORT_REACH = 6;

/** The neighbour at `j` if it stands near enough to `i`, else -1. */
export const within = (i: number, j: number, reach: number): number => (Math.abs(i - j) <= reach ? j : -1);

/** The light verb before an event noun: "hold" in "hold lengthy talks"; -1 without one. */
export function findSupport({ tokens, verbBefore, lemmas }: SentenceView, i: number): number {
  if (tokens[i]!.pos === 'VERB') return -1;
  for (let j = verbBefore[i]!; j >= 0 && i - j <= SUPPORT_REACH; j = verbBefore[j]!) if (lemmas[j]!.light) return j;
  return -1;
}
