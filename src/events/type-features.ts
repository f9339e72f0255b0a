import { hash } from '../learn/linear.ts';
import { categoryOf, categoryWith, isVerbOfDictionary } from './dictionary.ts';
import { findSupport, nameKey, type SentenceView, SUPPORT_REACH, within } from './features.ts';
import { mix } from './keys.ts';
import { lookUp, objectHead } from './lexicon.ts';
import { Keys } from './trigger-features.ts';
import { infoOf } from './word-info.ts';
import { modeCues } from './words.ts';

/** How far words count for a type: bounds the cost of a sentence without end. */
const REACH = 12;

/**
 * Features of trigger `i` for its type. `general` holds those that know the word only by its class or its entry in the
 * lexicon, `all` holds them too.
 */
export function typeFeatures(view: SentenceView, i: number): { all: number[]; general: number[] } {
  const general = new Keys();
  const keys = new Keys();
  addWord(general, view, i);
  const { tokens, words, lemmas } = view;
  const lemma = lemmas[i]!.key;
  keys.add(101, view.lowers[i]!.key);
  keys.add(102, lemma);
  keys.add(103, hash(tokens[i]!.lemma.slice(0, 5)));
  const support = findSupport(view, i);
  if (support >= 0) {
    general.add(1, lemmas[support]!.key);
    keys.add(104, lemmas[support]!.key, lemma);
    addPair(general, tokens[support]!.lemma, tokens[i]!.lemma);
  }
  for (let j = Math.max(0, i - 5); j <= i + 5 && j < words.length; j++) {
    const { pos } = tokens[j]!;
    if (j === i || pos === 'PUNCT' || pos === 'DET') continue;
    const side = j < i ? 1 : 2;
    const word = words[j]!;
    keys.add(105 + side, word);
    keys.add(105, word);
    if (j - i > 2 || i - j > 2) continue;
    keys.add(110 + j - i, word);
    keys.add(115 + side, word, lemma);
  }
  const object = within(i, view.nounAfter[i]!, SUPPORT_REACH);
  if (object >= 0) {
    const head = lemmas[object]!;
    keys.add(120, words[object]!);
    keys.add(121, words[object]!, lemma);
    keys.add(122, head.cluster);
    general.add(2, head.noun);
    general.add(3, head.group, lemmas[i]!.group);
    addPair(general, tokens[i]!.lemma, tokens[object]!.lemma);
  }
  for (let j = Math.max(0, i - REACH); j < i + REACH && j < words.length; j++)
    if (tokens[j]!.pos === 'NOUN' || tokens[j]!.pos === 'VERB') keys.add(123, words[j]!);
  addFrame(keys, general, view, i);
  return { all: general.list.concat(keys.list), general: general.list };
}

function addWord(general: Keys, { lowers, lemmas }: SentenceView, i: number): void {
  const lemma = lemmas[i]!;
  general.add(4, lemma.noun);
  general.add(5, lemma.verb);
  general.add(6, lowers[i]!.cluster);
  general.add(7, lemma.cluster);
  general.add(8, lemma.group);
  if (lemma.category === 0) return;
  general.add(9, lemma.category);
  general.add(10, lemma.category);
}

function addPair(general: Keys, verb: string, object: string): void {
  const category = categoryWith(verb, object);
  if (category !== undefined) general.add(11, hash(category));
}

/** The PLOVER category that the dictionary has for a word with its object, its preposition and noun, or its particle. */
function inDictionary({ tokens, nounAfter }: SentenceView, i: number, head: number): string | undefined {
  const { lemma } = tokens[i]!;
  if (!isVerbOfDictionary(lemma)) return undefined;
  const next = tokens[i + 1];
  const own = head < 0 ? undefined : categoryWith(lemma, tokens[head]!.lemma);
  if (own !== undefined) return own;
  for (let j = i + 1; j < tokens.length && j <= i + 5; j++) {
    const { pos, lower } = tokens[j]!;
    if (pos === 'PUNCT' || pos === 'SCONJ') break;
    if (pos !== 'ADP' || lower === 'to') continue;
    const noun = nounAfter[j]!;
    const governed = noun < 0 ? undefined : categoryWith(lemma, `${lower}_${tokens[noun]!.lemma}`);
    if (governed !== undefined) return governed;
  }
  const particle = next?.pos === 'ADP' || next?.pos === 'ADV' ? categoryWith(lemma, `+${next.lower}`) : undefined;
  return particle ?? categoryOf(lemma);
}

const voices = { active: 1, passive: 2 } as const;
const forms = { finite: 1, infinitive: 2, gerund: 3, participle: 4 } as const;
const tenses = { past: 1, present: 2, future: 3, none: 4 } as const;

/** What the curated lexicon says, the head of the object and how the verb stands. */
function addFrame(keys: Keys, general: Keys, view: SentenceView, i: number): void {
  const { lemmas, groupAt } = view;
  const lemma = lemmas[i]!;
  const entry = lookUp(view, i);
  general.add(12, entry?.typeKey ?? 0);
  general.add(13, entry?.typeKey ?? 0, entry?.modeKey ?? 0);
  general.add(14, entry?.key ?? 0);
  const head = objectHead(view, i);
  const group = groupAt[i];
  general.add(17, hash(inDictionary(view, i, head) ?? '-'));
  if (head >= 0) {
    keys.add(130, lemmas[head]!.key);
    keys.add(131, lemmas[head]!.key, lemma.key);
    general.add(15, lemmas[head]!.noun, lemma.verb);
  }
  keys.add(132, lemma.key, view.lowers[i + 1]?.key ?? 0);
  keys.add(133, lemma.key, group === undefined ? 0 : voices[group.voice]);
  general.add(16, group === undefined ? 0 : forms[group.form] * 8 + tenses[group.tense]);
}

/** A telephone or a mediator right beside the word: "a telephone conversation", "talks by phone". */
export function nearMode({ tokens }: SentenceView, i: number): string | undefined {
  for (let j = Math.max(0, i - 3); j <= i + 5 && j < tokens.length; j++) {
    const cue = modeCues.get(tokens[j]!.lower);
    if (cue === 'phone' || (cue === 'third-party' && Math.abs(j - i) <= 3)) return cue;
  }
  return undefined;
}

/** Features of a consultation for its mode: the word, and the words of the sentence that name a mode. */
export function modeFeatures(view: SentenceView, i: number): number[] {
  const { tokens, words } = view;
  const keys = new Keys();
  keys.add(1, view.lemmas[i]!.key);
  keys.add(2, hash(tokens[i]!.pos));
  keys.add(3, lookUp(view, i)?.key ?? 0);
  keys.add(4, words[i - 1] ?? 0);
  keys.add(5, words[i + 1] ?? 0);
  const found = new Set<string>();
  const parties = new Set<string>();
  for (let j = Math.max(0, i - REACH); j < i + REACH && j < tokens.length; j++) {
    const { lower } = tokens[j]!;
    const cue = modeCues.get(lower);
    if (cue !== undefined) found.add(cue);
    if (view.names[j] === 'country' || view.names[j] === 'people') parties.add(lower);
  }
  for (const cue of found) keys.add(6, hash(cue));
  keys.add(7, Math.min(parties.size, 4));
  keys.add(8, hash([...found].sort().join('+')));
  return keys.list;
}

/** Features of a typed trigger for its prominence. */
export function prominenceFeatures(view: SentenceView, i: number, type: string, mode: string | undefined): number[] {
  const { tokens, words, nameTypes, lowers, lemmas } = view;
  const category = infoOf(type).key;
  const tag = hash(tokens[i]!.pos);
  const word = (j: number): number => words[j] ?? 1;
  const keys = new Keys();
  keys.add(1, lemmas[i]!.key);
  keys.add(2, lowers[i]!.key);
  keys.add(3, category);
  keys.add(4, category, tag);
  keys.add(5, infoOf(mode ?? '-').key);
  keys.add(6, category, word(i - 1));
  keys.add(7, word(i - 1));
  keys.add(8, word(i - 2));
  keys.add(9, word(i + 1));
  keys.add(10, tag, lowers[i]!.tail3);
  keys.add(11, category, view.timed ? 1 : 0);
  keys.add(12, view.timed ? 1 : 0);
  keys.add(13, lemmas[i]!.noun, tag);
  keys.add(14, lemmas[i]!.verb, tag);
  keys.add(15, Math.min(5, Math.floor((i * 6) / tokens.length)), tag);
  keys.add(16, Math.min(3, nameTypes.length));
  for (const name of nameTypes) {
    keys.add(17, nameKey(name));
    keys.add(18, nameKey(name), category);
  }
  for (let j = Math.max(0, i - 4); j < i; j++) keys.add(19, word(j));
  for (let j = i + 1; j < Math.min(words.length, i + 5); j++) keys.add(20, word(j));
  const governor = within(i, view.verbBefore[i]!, SUPPORT_REACH);
  if (governor >= 0) keys.add(21, lemmas[governor]!.key);
  if (lemmas[i]!.reporting) keys.add(22, 0);
  if (view.inQuotes[i]) keys.add(23, category);
  if (view.sentence.headline) keys.add(24, 0);
  keys.add(25, lowers[i]!.cluster);
  keys.add(26, mix(lowers[i]!.group, tag));
  return keys.list;
}
