import { readData } from '../data.ts';
import type { SentenceView } from './features.ts';
import { classAt, type Governor, governorsOf } from './governors.ts';
import { mix } from './keys.ts';
import { Keys } from './trigger-features.ts';
import type { VerbGroup } from './verb-groups.ts';
import { veridicality } from './veridicality.ts';
import { infoOf, tagKey } from './word-info.ts';

const cues: ReadonlyMap<string, string> = new Map(
  Object.entries(readData<Readonly<Record<string, string>>>('en/events/statuscues.json'))
    .filter(([name]) => name !== 'subordinate')
    .flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);
const keyOf = (word: string | undefined): number => (word === undefined ? 0 : infoOf(word).key);

const forms = { finite: 1, infinitive: 2, gerund: 3, participle: 4 } as const;
const tenses = { past: 1, present: 2, future: 3, none: 4 } as const;

/** Form, tense, aspect, negation and modal of a group as one key. */
function shape(group: VerbGroup | undefined): number {
  if (group === undefined) return 0;
  const { form, tense, perfect, progressive, negated, modal } = group;
  const time = form === 'finite' ? tenses[tense] : 4 + forms[form];
  return mix(time * 8 + (perfect ? 4 : 0) + (progressive ? 2 : 0) + (negated ? 1 : 0), keyOf(modal));
}

/** The shape as a small number, odd where negated: what tells real from unreal, planned from past. */
function coarse(group: VerbGroup | undefined): number {
  if (group === undefined) return 0;
  const { form, tense, perfect, progressive, negated, modal } = group;
  const not = negated ? 1 : 0;
  if (form !== 'finite') return 2 * forms[form] + not;
  if (tense === 'future') return FUTURE + not;
  if (modal !== undefined) return MODAL + not;
  if (tense === 'past' || perfect) return 14 + not;
  return (progressive ? 16 : 18) + not;
}
const INFINITIVE = 2 * forms.infinitive;
const FUTURE = 10;
const MODAL = 12;

/** How far about a trigger single words count, and how far words that tell of a status. */
const NEAR = 4;
const WIDE = 12;

/** Features of trigger `i` (counted from the start of its sentence) for its status. */
export function statusFeatures(view: SentenceView, i: number, support = -1): number[] {
  const { tokens, groupAt, lemmas, lowers } = view;
  const { pos } = tokens[i]!;
  const kind = groupAt[i] !== undefined ? 1 : pos === 'NOUN' || pos === 'PROPN' ? 2 : 3;
  const own = groupAt[i] ?? (support >= 0 ? groupAt[support] : undefined);
  const form = coarse(own);
  const keys = new Keys();
  keys.add(1, lemmas[i]!.key);
  keys.add(2, lowers[i]!.key);
  keys.add(3, kind);
  keys.add(4, shape(own));
  keys.add(5, kind, form);
  keys.add(6, form, own?.voice === 'passive' ? 1 : 0);
  keys.add(7, form, lemmas[i]!.key);
  if (own?.modal !== undefined) keys.add(8, keyOf(own.modal));
  const path = governorsOf(view, support >= 0 ? support : i);
  addPath(keys, view, path, form);
  addFirst(keys, view, path, form);
  const no = addNegation(keys, view, i, own);
  const grammar = keyOf(veridicality(view, own, path, no).status);
  keys.add(9, grammar);
  keys.add(10, grammar, kind);
  keys.add(11, grammar, form);
  keys.add(12, grammar, keyOf(path[0]?.relation));
  const word = kind === 1 ? lemmas[i]!.verb : lemmas[i]!.noun;
  keys.add(13, path.length);
  keys.add(14, kind, word);
  keys.add(15, form, word);
  keys.add(16, lowers[i]!.group);
  addWords(keys, view, i, kind);
  return keys.list;
}

function addPath(keys: Keys, view: SentenceView, path: readonly Governor[], form: number): void {
  let trail = form;
  path.forEach(({ at, relation }, level) => {
    const word = view.lemmas[at]!.key;
    const kind = keyOf(classAt(view, at));
    const above = coarse(view.groupAt[at]);
    const link = mix(keyOf(relation), kind);
    const base = 20 + 10 * level;
    keys.add(base, link);
    keys.add(base + 1, word);
    keys.add(base + 2, keyOf(relation), word);
    keys.add(base + 3, keyOf(relation), shape(view.groupAt[at]));
    keys.add(base + 4, kind, above * 32 + form);
    keys.add(base + 5, link, above);
    keys.add(base + 6, keyOf(relation), above * 32 + form);
    trail = mix(trail, mix(kind, above));
    keys.add(base + 7, trail);
    const modal = view.groupAt[at]?.modal;
    if (modal !== undefined) keys.add(17, keyOf(modal));
  });
}

/** "no casualties", "no one claimed", "gave no reason": negation that stands in a noun phrase. True where it does. */
function addNegation(keys: Keys, { tokens, sentence }: SentenceView, i: number, own: VerbGroup | undefined): boolean {
  const none = (j: number): boolean => tokens[j] !== undefined && cues.get(tokens[j]!.lower) === 'none';
  let found = false;
  if (own?.negated) keys.add(60, 0);
  if (own === undefined || own.head - sentence.firstToken !== i) {
    for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
      const { lower, pos } = tokens[j]!;
      if (none(j)) found = true;
      if (lower === 'any') keys.add(61, 0);
      if (pos === 'VERB' || pos === 'ADP' || pos === 'PUNCT') break;
    }
  } else {
    const first = own.first - sentence.firstToken;
    for (let j = first - 1; j >= 0 && j >= first - 10; j--) {
      const { lower, pos } = tokens[j]!;
      if (none(j)) {
        keys.add(62, 0);
        found = true;
      }
      if (pos === 'VERB' || pos === 'PUNCT' || lower === 'that') break;
    }
    if (none(i + 1)) {
      keys.add(63, 0);
      found = true;
    }
  }
  if (found) keys.add(64, 0);
  return found;
}

/** Words that pass the status of what is above them through: "says", "helps", "reports of". */
const TRANSPARENT = new Set(['-', 'say', 'confirm', 'cause', 'begin', 'justify']);

/** The nearest word above that changes the status, and whether all the verbs on the way are real. */
function addFirst(keys: Keys, view: SentenceView, path: readonly Governor[], own: number): void {
  let doubt = 0;
  for (const { at, relation } of path) {
    const group = view.groupAt[at];
    const kind = classAt(view, at);
    const above = coarse(group);
    if (above % 2 === 1 || above === FUTURE || above === MODAL || above === INFINITIVE) doubt = mix(doubt, above);
    if (relation === 'if' || relation === 'unless' || relation === 'whether') doubt = mix(doubt, 99);
    if (TRANSPARENT.has(kind)) continue;
    const key = keyOf(kind);
    keys.add(50, key);
    keys.add(51, key, group === undefined ? 0 : tenses[group.tense]);
    keys.add(52, key, own);
    keys.add(53, view.lemmas[at]!.key);
    keys.add(54, key, doubt);
    return;
  }
  keys.add(55, doubt);
  keys.add(56, doubt, own);
}

const DOUBTS = new Set(['if', 'unless', 'whether', 'would']);

function addWords(keys: Keys, view: SentenceView, i: number, kind: number): void {
  const { tokens, words } = view;
  const last = tokens.length - 1;
  const wide = new Set<string>();
  for (let j = Math.max(0, i - WIDE); j <= Math.min(last, i + WIDE); j++) {
    const { lower } = tokens[j]!;
    const cue = cues.get(lower);
    if (cue !== undefined) wide.add(cue);
    if (DOUBTS.has(lower)) wide.add(lower);
    const away = j < i ? i - j : j - i;
    if (away === 0 || away > NEAR) continue;
    const side = j < i ? 1 : 2;
    if (cue !== undefined) {
      keys.add(70, keyOf(cue));
      keys.add(71, keyOf(cue), side);
      keys.add(72, keyOf(cue), 4 * kind + side);
    }
    if (away > 2) continue;
    keys.add(75 + j - i, words[j]!);
    keys.add(80 + j - i, tagKey[tokens[j]!.pos]);
  }
  for (const cue of wide) keys.add(85, keyOf(cue));
  const form = shape(view.groupAt[i]);
  if (view.sentence.headline) keys.add(86, form);
  if (view.inQuotes[i]) keys.add(87, 0);
  if (view.timed) keys.add(88, form);
}
