import { hash, type LinearModel } from '../learn/linear.ts';
import { mix } from './keys.ts';
import { nounKind } from './noun-kinds.ts';
import type { Phrase } from './noun-phrases.ts';
import { candidates, type Occurrence, pairFeatures } from './pair-features.ts';
import type { Structure } from './relations.ts';
import { wordsOf } from './structure-words.ts';

/** The best place must be this likely; chosen for F1 out of fold. */
export const PLACE_THRESHOLD = 0.3;

const NOWHERE = wordsOf('nowhere');

/** Whether a phrase can be where something happens. */
export const isPlace = ({ view }: Structure, { kind, name, head, preposition, possessive }: Phrase): boolean => {
  if (kind === 'name')
    return name === 'place' || name === 'country' || (name === 'organisation' && preposition !== '' && !possessive);
  const { lemma, pos } = view.tokens[head]!;
  if (kind !== 'noun' || possessive || NOWHERE.has(lemma)) return false;
  const meaning = nounKind(lemma);
  return (
    meaning === 'location' ||
    (preposition !== '' && (meaning === 'artifact' || meaning === 'group' || meaning === 'object' || pos === 'ADJ'))
  );
};

/** The phrases near a trigger that can be its place. */
export const placesNear = (structure: Structure, { anchor }: Occurrence): Phrase[] =>
  candidates(structure, anchor).filter((phrase) => isPlace(structure, phrase));

/**
 * Keys of a trigger and one of the places near it: those of the pair (`keys`, which is added to), and how it stands among
 * the others.
 */
export function placeFeatures(
  structure: Structure,
  occurrence: Occurrence,
  phrase: Phrase,
  places: readonly Phrase[],
  keys: number[],
): number[] {
  const { phrases, roots, view } = structure;
  const { token } = occurrence.anchor;
  const distance = (other: Phrase) => (other.first > token ? other.first - token : token - other.last + 1);
  const own = distance(phrase);
  const nearer = Math.min(3, places.filter((other) => distance(other) < own).length);
  const root = phrases[roots[phrase.index]!]!;
  const preposition = hash(root.preposition);
  const name = phrase.kind === 'name' ? 1 : 0;
  const governed = places.filter((other) => other.preposition !== '').length;
  const after = phrase.first > token ? 1 : 0;
  const next = view.tokens[phrase.last];
  const last = next === undefined || next.text === '.' ? 1 : next.text === ',' ? 2 : 0;
  let t = 2000;
  const add = (key: number): void => {
    keys.push(mix(t++, key));
  };
  add(mix(Math.min(4, places.length), name));
  add(mix(nearer, after));
  add(mix(nearer, mix(preposition, name)));
  add(mix(Math.min(3, governed), mix(preposition, nearer)));
  add(mix(preposition, mix(last, after)));
  add(mix(preposition, mix(phrase.first <= 3 ? 1 : 0, root.preposition === '' ? 0 : 1)));
  add(mix(hash(occurrence.type), mix(nearer, preposition)));
  add(mix(hash(occurrence.type), mix(Math.min(4, places.length), after)));
  const following = phrases[phrase.index + 1];
  const inner = following !== undefined && following.preposition === 'of' && following.first <= phrase.last + 2;
  add(mix(inner && isPlace(structure, following) ? 1 : 0, mix(name, preposition)));
  const before = phrases[phrase.index - 1];
  const outer = before !== undefined && isPlace(structure, before) && before.last >= phrase.first - 2;
  add(mix(outer ? 1 : 0, mix(name, preposition)));
  return keys;
}

/** Where an event happens: the likeliest place of its sentence, if one is likely enough. */
export function findPlace(
  structure: Structure,
  occurrence: Occurrence,
  model: LinearModel,
  threshold = PLACE_THRESHOLD,
): { phrase: Phrase; probability: number } | undefined {
  const yes = model.labels.indexOf('yes');
  let best: { phrase: Phrase; probability: number } | undefined;
  const places = placesNear(structure, occurrence);
  const pairs = pairFeatures(structure, occurrence);
  for (const phrase of places) {
    const probability = model.probabilities(placeFeatures(structure, occurrence, phrase, places, pairs(phrase)))[yes]!;
    if (probability >= threshold && probability > (best?.probability ?? 0)) best = { phrase, probability };
  }
  return best;
}
