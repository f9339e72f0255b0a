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

/** Keys of a trigger and one phrase near it, for the models of participants and place. */
export function pairFeatures(structure: Structure, { anchor, type, mode }: Occurrence, phrase: Phrase): number[] {
  const { view, phrases, clauses, roots } = structure;
  const { tokens } = view;
  const { token, verbal, support } = anchor;
  const trigger = tokens[token]!;
  const root = phrases[roots[phrase.index]!]!;
  const relation = hash(relationOf(structure, anchor, phrase));
  const after = phrase.first > token;
  const distance = after ? phrase.first - token : token - phrase.last + 1;
  const [left, right] = after ? [token + 1, phrase.first] : [phrase.last, token];
  const verbs = Math.min(3, Math.max(0, clauses.verbs[right]! - clauses.verbs[left]!));
  const boundaries = Math.min(3, Math.max(0, clauses.clause[right]! - clauses.clause[left]!));
  const nouns = Math.min(4, Math.max(0, clauses.phrases[right]! - clauses.phrases[left]!));
  const head = tokens[phrase.head]!;
  const kind = hash(
    phrase.name && phrase.kind === 'name' ? phrase.name : phrase.kind === 'pronoun' ? head.lower : nounKind(head.lemma),
  );
  const form = hash(phrase.kind);
  const preposition = hash(root.preposition);
  const own = hash(phrase.preposition);
  const voice = verbal ? clauses.voice[token]! : support >= 0 ? `l${clauses.voice[support]!}` : 'noun';
  const rv = mix(relation, hash(voice));
  const lemma = hash(trigger.lemma);
  const category = hash(type);
  const way = hash(mode ?? '-');
  const where = (after ? 8 : 0) + bucket(distance);
  const pair = root.index !== phrase.index || hasConjunct(structure, phrase) ? 1 : 0;
  let t = 1;
  const keys: number[] = [];
  const add = (key: number): void => {
    keys.push(mix(t++, key));
  };
  add(relation);
  add(rv);
  add(mix(rv, kind));
  add(mix(rv, lemma));
  add(mix(rv, category));
  add(mix(mix(rv, category), kind));
  add(mix(relation, preposition));
  add(mix(mix(relation, preposition), kind));
  add(mix(mix(relation, preposition), lemma));
  add(mix(mix(relation, preposition), category));
  add(mix(preposition, kind));
  add(mix(mix(preposition, category), kind));
  add(mix(own, form));
  add(mix(where, verbal ? 1 : 0));
  add(mix(where, preposition));
  add(mix(verbs * 16 + boundaries * 4, after ? 1 : 0));
  add(mix(mix(verbs, relation), boundaries));
  add(mix(nouns, relation));
  add(kind);
  add(mix(kind, category));
  add(mix(kind, lemma));
  add(mix(pair, mix(rv, category)));
  add(mix(pair, mix(relation, lemma)));
  add(mix(way, mix(relation, preposition)));
  add(mix(way, mix(relation, kind)));
  add(hash(head.lemma));
  add(mix(hash(head.lemma), relation));
  add(mix(hash(groupOf(head.lower)), relation));
  add(mix(hash(groupOf(trigger.lemma)), rv));
  add(mix(hash(groupOf(trigger.lemma)), mix(relation, preposition)));
  if (support >= 0) add(mix(hash(tokens[support]!.lemma), relation));
  else t++;
  add(mix(hash(tokens[phrase.last]?.pos ?? '#'), relation));
  add(mix(hash(tokens[phrase.last]?.text ?? '#'), own));
  add(mix(hash(tokens[phrase.first - 1]?.lower ?? '#'), relation));
  add(mix(phrase.possessive ? 1 : 0, mix(relation, kind)));
  if (view.sentence.headline) add(relation);
  else t++;
  add(mix(phrase.index === 0 ? 1 : 0, relation));
  add(mix(view.inQuotes[token] === view.inQuotes[phrase.head] ? 1 : 0, relation));
  const events = Math.min(3, Math.max(0, structure.triggers[right]! - structure.triggers[left]!));
  add(mix(events, relation));
  add(mix(events, mix(preposition, kind)));
  add(mix(events, mix(verbs, after ? 1 : 0)));
  // What the phrase hangs on: "officials in Iraq" says where the officials are.
  const host = root.prepositionAt - 1;
  const hung =
    host === token
      ? 'self'
      : host < 0
        ? '#'
        : `${tokens[host]!.pos}${tokens[host]!.pos === 'NOUN' ? nounKind(tokens[host]!.lemma) : ''}`;
  add(mix(hash(hung), mix(preposition, kind)));
  add(mix(hash(hung), relation));
  add(mix(hash(hung), mix(verbs, verbal ? 1 : 0)));
  return keys;
}

const hasConjunct = ({ phrases }: Structure, { index }: Phrase): boolean => {
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
