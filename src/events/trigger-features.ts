import { findSupport, type SentenceView, SUPPORT_REACH, within } from './features.ts';
import { mix } from './keys.ts';
import { tagKey } from './word-info.ts';

/** A list of keys; each kind of feature has a number of its own. */
export class Keys {
  readonly list: number[] = [];
  add(kind: number, a: number, b = 0): void {
    this.list.push(mix(mix(kind, a), b));
  }
}

/** Numbers that mean "before the first word" and "no noun, no verb here". */
const EDGE = 1;

/** The few features that tell the many words that are no events apart from the rest. */
export function screenFeatures({ tokens, lowers, lemmas }: SentenceView, i: number): number[] {
  const tag = tagKey[tokens[i]!.pos];
  const lemma = lemmas[i]!;
  const keys = new Keys();
  keys.add(1, lemma.key, tag);
  keys.add(2, lemma.noun, tag);
  keys.add(3, lemma.verb, tag);
  keys.add(4, lowers[i]!.tail3, tag);
  keys.add(5, lowers[i]!.group, tag);
  keys.add(6, lemma.curated === 0 ? 0 : 1, tag);
  return keys.list;
}

/** Features of token `i` as a trigger: the word, its neighbours, what it governs and what stands near. */
export function triggerFeatures(view: SentenceView, i: number): number[] {
  const { tokens, words, lowers, lemmas } = view;
  const lower = lowers[i]!;
  const lemma = lemmas[i]!;
  const word = (j: number): number => words[j] ?? EDGE;
  const tagAt = (j: number): number => (tokens[j] === undefined ? 0 : tagKey[tokens[j].pos]);
  const tag = tagAt(i);
  const before = tagAt(i - 1);
  const after = tagAt(i + 1);
  const keys = new Keys();
  keys.add(1, lower.key);
  keys.add(2, lemma.key);
  keys.add(3, lemma.key, tag);
  keys.add(4, tag);
  keys.add(5, lemma.noun);
  keys.add(6, lemma.verb);
  keys.add(7, lemma.noun, tag);
  keys.add(8, lemma.verb, tag);
  keys.add(9, lower.tail3, tag);
  keys.add(10, lower.tail4);
  keys.add(11, word(i - 1));
  keys.add(12, word(i + 1));
  keys.add(13, word(i - 2));
  keys.add(14, word(i + 2));
  keys.add(15, lemma.key, word(i - 1));
  keys.add(16, lemma.key, word(i + 1));
  keys.add(17, tag, before);
  keys.add(18, tag, after);
  keys.add(19, tag * 32 + before, tagAt(i - 2));
  keys.add(20, tag * 32 + after, tagAt(i + 2));
  keys.add(21, tag * 32 + before, after);
  const support = findSupport(view, i);
  if (support >= 0) {
    keys.add(22, lemmas[support]!.key);
    keys.add(23, lemma.noun);
  }
  const governor = within(i, view.verbBefore[i]!, SUPPORT_REACH);
  if (governor >= 0) {
    keys.add(24, lemmas[governor]!.key);
    keys.add(25, tag, lemmas[governor]!.aspect ? 1 : 0);
  }
  const object = within(i, view.objectAfter[i]!, SUPPORT_REACH);
  if (object >= 0) {
    keys.add(26, word(object));
    keys.add(27, tag, lemmas[object]!.noun);
  }
  if (lemma.aspect) keys.add(28, after);
  if (lemma.reporting) keys.add(29, 0);
  if (view.inQuotes[i]) keys.add(30, tag);
  if (view.sentence.headline) keys.add(31, tag);
  if (i === 0) keys.add(32, 0);
  if (view.timed) keys.add(33, tag);
  keys.add(34, lower.cluster, tag);
  keys.add(35, lemma.cluster, tag);
  keys.add(36, lower.group, tag);
  keys.add(37, lowers[i - 1]?.group ?? EDGE);
  keys.add(38, lowers[i + 1]?.group ?? EDGE);
  keys.add(40, lemma.curated);
  keys.add(41, lemma.curated, tag);
  keys.add(39, lemma.category === 0 ? 0 : 1, tag);
  return keys.list;
}
