import { hash } from '../learn/linear.ts';
import { bucket, mix } from './keys.ts';
import { nounKind } from './noun-kinds.ts';
import type { Phrase } from './noun-phrases.ts';
import { type Anchor, relationOf, type Structure } from './relations.ts';
import { groupOf } from './words.ts';

/** What is known about a trigger before its participants are sought. */
export interface Occurrence {
  readonly anchor: Anchor;
  readonly type: string;
  readonly mode: string | undefined;
}

/** Phrases further away than this many tokens are no candidates: bounds the cost of a sentence without end. */
export const WINDOW = 45;

/** Keys of a phrase that are the same for every trigger. */
interface PhraseKeys {
  readonly kind: number;
  readonly form: number;
  /** The preposition of the coordination it belongs to, and its own. */
  readonly preposition: number;
  readonly own: number;
  readonly head: number;
  readonly group: number;
  readonly tagAfter: number;
  readonly wordAfter: number;
  readonly wordBefore: number;
  /** The word its preposition follows: "officials" in "officials in Iraq"; -1 without. */
  readonly host: number;
  readonly hung: number;
  readonly joint: boolean;
}

const SELF = hash('self');
const NOTHING = hash('#');

function phraseKeys({ view: { tokens }, phrases, roots }: Structure, phrase: Phrase): PhraseKeys {
  const root = phrases[roots[phrase.index]!]!;
  const head = tokens[phrase.head]!;
  const host = root.prepositionAt - 1;
  const { pos, lemma } = tokens[host] ?? { pos: '', lemma: '' };
  return {
    kind: hash(
      phrase.name && phrase.kind === 'name'
        ? phrase.name
        : phrase.kind === 'pronoun'
          ? head.lower
          : nounKind(head.lemma),
    ),
    form: hash(phrase.kind),
    preposition: hash(root.preposition),
    own: hash(phrase.preposition),
    head: hash(head.lemma),
    group: hash(groupOf(head.lower)),
    tagAfter: hash(tokens[phrase.last]?.pos ?? '#'),
    wordAfter: hash(tokens[phrase.last]?.text ?? '#'),
    wordBefore: hash(tokens[phrase.first - 1]?.lower ?? '#'),
    host,
    hung: host < 0 ? NOTHING : hash(pos === 'NOUN' ? pos + nounKind(lemma) : pos),
    joint: root.index !== phrase.index || hasConjunct(phrases, phrase),
  };
}

const read = new WeakMap<Structure, (PhraseKeys | undefined)[]>();

function keysOfPhrase(structure: Structure, phrase: Phrase): PhraseKeys {
  let known = read.get(structure);
  if (known === undefined) {
    known = new Array(structure.phrases.length).fill(undefined);
    read.set(structure, known);
  }
  known[phrase.index] ??= phraseKeys(structure, phrase);
  return known[phrase.index]!;
}

/** Room for all of them at once: arrays that grow cost more than what is in them. */
const MOST_KEYS = 48;

/** Keys of a trigger and a phrase near it, for the models of participants and place, as a function of the phrase. */
export function pairFeatures(structure: Structure, { anchor, type, mode }: Occurrence): (phrase: Phrase) => number[] {
  const { view, clauses, triggers } = structure;
  const { tokens } = view;
  const { token, verbal, support } = anchor;
  const { lemma: word } = tokens[token]!;
  const voice = hash(verbal ? clauses.voice[token]! : support >= 0 ? `l${clauses.voice[support]!}` : 'noun');
  const lemma = hash(word);
  const group = hash(groupOf(word));
  const light = support >= 0 ? hash(tokens[support]!.lemma) : undefined;
  const category = hash(type);
  const way = hash(mode ?? '-');
  const form = verbal ? 1 : 0;
  return (phrase) => {
    const of = keysOfPhrase(structure, phrase);
    const { kind, preposition, own } = of;
    const relation = hash(relationOf(structure, anchor, phrase));
    const after = phrase.first > token ? 1 : 0;
    const distance = after ? phrase.first - token : token - phrase.last + 1;
    const left = after ? token + 1 : phrase.last;
    const right = after ? phrase.first : token;
    const verbs = within(clauses.verbs, left, right, 3);
    const boundaries = within(clauses.clause, left, right, 3);
    const nouns = within(clauses.phrases, left, right, 4);
    const events = within(triggers, left, right, 3);
    const hung = of.host === token ? SELF : of.hung;
    const where = 8 * after + bucket(distance);
    const pair = of.joint ? 1 : 0;
    const rv = mix(relation, voice);
    const rp = mix(relation, preposition);
    const rvc = mix(rv, category);
    const pk = mix(preposition, kind);
    let t = 1;
    let n = 0;
    const keys = new Array<number>(MOST_KEYS);
    const add = (key: number): void => {
      keys[n++] = mix(t++, key);
    };
    add(relation);
    add(rv);
    add(mix(rv, kind));
    add(mix(rv, lemma));
    add(rvc);
    add(mix(rvc, kind));
    add(rp);
    add(mix(rp, kind));
    add(mix(rp, lemma));
    add(mix(rp, category));
    add(pk);
    add(mix(mix(preposition, category), kind));
    add(mix(own, of.form));
    add(mix(where, form));
    add(mix(where, preposition));
    add(mix(verbs * 16 + boundaries * 4, after));
    add(mix(mix(verbs, relation), boundaries));
    add(mix(nouns, relation));
    add(kind);
    add(mix(kind, category));
    add(mix(kind, lemma));
    add(mix(pair, rvc));
    add(mix(pair, mix(relation, lemma)));
    add(mix(way, rp));
    add(mix(way, mix(relation, kind)));
    add(of.head);
    add(mix(of.head, relation));
    add(mix(of.group, relation));
    add(mix(group, rv));
    add(mix(group, rp));
    if (light !== undefined) add(mix(light, relation));
    else t++;
    add(mix(of.tagAfter, relation));
    add(mix(of.wordAfter, own));
    add(mix(of.wordBefore, relation));
    add(mix(phrase.possessive ? 1 : 0, mix(relation, kind)));
    if (view.sentence.headline) add(relation);
    else t++;
    add(mix(phrase.index === 0 ? 1 : 0, relation));
    add(mix(view.inQuotes[token] === view.inQuotes[phrase.head] ? 1 : 0, relation));
    add(mix(events, relation));
    add(mix(events, pk));
    add(mix(events, mix(verbs, after)));
    add(mix(hung, pk));
    add(mix(hung, relation));
    add(mix(hung, mix(verbs, form)));
    keys.length = n;
    return keys;
  };
}

/** What a running count grows by between two tokens, at most `most`. */
const within = (counts: ArrayLike<number>, left: number, right: number, most: number): number =>
  Math.min(most, Math.max(0, counts[right]! - counts[left]!));

const hasConjunct = (phrases: readonly Phrase[], { index }: Phrase): boolean => {
  for (let p = index + 1; p <= index + 2 && p < phrases.length; p++) if (phrases[p]!.conjunct === index) return true;
  return false;
};

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
