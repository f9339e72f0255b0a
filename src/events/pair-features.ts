import { hash } from '../learn/linear.ts';
import { bucket, mix } from './keys.ts';
import type { Phrase } from './noun-phrases.ts';
import { keysOfPhrase, type PhraseKeys } from './phrase-keys.ts';
import { type Anchor, relationOf, type Structure, voiceKeys } from './relations.ts';

/** What is known about a trigger before its participants are sought. */
export interface Occurrence {
  readonly anchor: Anchor;
  readonly type: string;
  readonly mode: string | undefined;
}

/** Phrases further away than this many tokens are no candidates: bounds the cost of a sentence without end. */
export const WINDOW = 45;

/** A trigger and a phrase near it, as keys that the models of participants and place combine. */
export interface Pair {
  readonly phrase: Phrase;
  readonly token: number;
  readonly lemma: number;
  /** The trigger's group of words used alike. */
  readonly group: number;
  /** The light verb of a noun; 0 without. */
  readonly light: number;
  readonly category: number;
  readonly mode: number;
  readonly relation: number;
  /** With the voice of the trigger, and with its type. */
  readonly voiced: number;
  readonly typed: number;
  readonly verbal: number;
  readonly after: number;
  /** Tokens from one to the other, and their number by classes with the side. */
  readonly distance: number;
  readonly where: number;
  /** Main verbs, boundaries of clauses, phrases and triggers between the two. */
  readonly verbs: number;
  readonly boundaries: number;
  readonly nouns: number;
  readonly events: number;
}

/** The pairs of a trigger with each phrase near enough to take part in its event. */
export function pairsNear(structure: Structure, { anchor, type, mode }: Occurrence): Pair[] {
  const { view, clauses, triggers } = structure;
  const { token, verbal: isVerbal, support } = anchor;
  const voice = isVerbal
    ? voiceKeys[clauses.voice[token]!]
    : 4 + (support >= 0 ? 1 + voiceKeys[clauses.voice[support]!] : 0);
  const { key: lemma, group } = view.lemmas[token]!;
  const light = support >= 0 ? view.lemmas[support]!.key : 0;
  const category = hash(type);
  const way = mode === undefined ? 0 : hash(mode);
  const verbal = isVerbal ? 1 : 0;
  return candidates(structure, anchor).map((phrase) => {
    const relation = relationOf(structure, anchor, phrase);
    const after = phrase.first > token ? 1 : 0;
    const left = after ? token + 1 : phrase.last;
    const right = after ? phrase.first : token;
    const distance = right - left + 1;
    const voiced = relation * 16 + voice;
    return {
      phrase,
      token,
      lemma,
      group,
      light,
      category,
      mode: way,
      relation,
      voiced,
      typed: mix(voiced, category),
      verbal,
      after,
      distance,
      where: 8 * after + bucket(distance),
      verbs: within(clauses.verbs, left, right, 3),
      boundaries: within(clauses.clause, left, right, 3),
      nouns: within(clauses.phrases, left, right, 4),
      events: within(triggers, left, right, 3),
    };
  });
}

/** The few keys of a pair that tell most of the phrases that take no part. */
export function nearFeatures(structure: Structure, pair: Pair): number[] {
  const { kind, preposition, tagAfter } = keysOfPhrase(structure, pair.phrase);
  return [
    mix(1, pair.voiced),
    mix(2, mix(tagAfter, pair.relation)),
    mix(3, mix(pair.where, preposition)),
    mix(4, mix(kind, pair.relation)),
    mix(5, mix(pair.verbs * 16 + pair.boundaries * 4 + pair.events, pair.after)),
  ];
}

/** Keys of a pair for the model of participants: fewer score as well on annotated news, but know fewer words they never met. */
export function participantFeatures(structure: Structure, pair: Pair): number[] {
  const { phrase, relation, voiced, category, lemma, where, verbal } = pair;
  const keys = keysOfPhrase(structure, phrase);
  const { kind, form, preposition, own, head, tagAfter, wordAfter, wordBefore } = keys;
  const governed = mix(relation, preposition);
  const hung = hungOn(keys, pair);
  return [
    mix(1, voiced),
    mix(2, mix(voiced, lemma)),
    mix(3, pair.typed),
    mix(4, mix(pair.events, mix(preposition, kind))),
    mix(5, mix(tagAfter, relation)),
    mix(6, mix(kind, category)),
    mix(7, head),
    mix(8, mix(head, relation)),
    mix(9, mix(where, preposition)),
    mix(10, mix(where, verbal)),
    mix(11, kind),
    mix(12, mix(kind, lemma)),
    mix(13, mix(4 * pair.verbs + pair.boundaries, relation)),
    mix(14, mix(own, form)),
    mix(15, mix(mix(preposition, category), kind)),
    mix(16, mix(wordBefore, relation)),
    mix(17, mix(wordAfter, own)),
    mix(18, mix(voiced, kind)),
    mix(19, mix(pair.typed, kind)),
    mix(20, mix(governed, category)),
    mix(21, mix(pair.group, voiced)),
    mix(22, mix(hung, relation)),
    mix(23, mix(keys.group, relation)),
    mix(24, mix(pair.mode, governed)),
    mix(25, mix(governed, kind)),
    mix(26, mix(mix(voiced, kind), pair.mode)),
    mix(27, mix(pair.verbs * 4 + pair.boundaries, pair.after)),
    mix(28, mix(pair.events, relation)),
    mix(29, relation),
    mix(31, mix(governed, lemma)),
    mix(32, mix(pair.group, governed)),
    mix(33, mix(phrase.possessive ? 1 : 0, mix(relation, kind))),
    mix(34, governed),
    mix(35, mix(preposition, kind)),
    mix(36, mix(hung, mix(preposition, kind))),
    mix(37, mix(hung, mix(pair.verbs, verbal))),
    mix(38, mix(pair.light, relation)),
    mix(39, mix(keys.joint, pair.typed)),
    mix(40, mix(keys.joint, mix(relation, lemma))),
    mix(30, mix(pair.nouns, relation)),
    mix(41, mix(keys.deed, relation)),
  ];
}

/** What the phrase hangs on: the trigger itself, or what kind of word. */
export const hungOn = ({ host, hung }: PhraseKeys, { token }: Pair): number => (host === token ? SELF : hung);
const SELF = 99;

/** What a running count grows by between two tokens, at most `most`. */
const within = (counts: ArrayLike<number>, left: number, right: number, most: number): number =>
  Math.min(most, Math.max(0, counts[right]! - counts[left]!));

/** The phrases near enough to a trigger to take part in its event. */
export function candidates({ phrases }: Structure, anchor: Anchor): Phrase[] {
  const { token } = anchor;
  const from = Math.max(0, token - WINDOW);
  const found: Phrase[] = [];
  for (let p = firstAfter(phrases, from); p < phrases.length; p++) {
    const phrase = phrases[p]!;
    if (phrase.first > token + WINDOW) break;
    if (phrase.first <= token && token < phrase.last) continue;
    // The words before another head than the trigger's own take part through that head.
    if (phrase.modifies !== undefined && phrase.kind !== 'name' && phrase.modifies !== anchor.phrase) continue;
    found.push(phrase);
  }
  return found;
}

/** Index of the first phrase that ends after token `from`; phrases are in order of their ends but for the names inside. */
function firstAfter(phrases: readonly Phrase[], from: number): number {
  let low = 0;
  let high = phrases.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (phrases[middle]!.last <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
