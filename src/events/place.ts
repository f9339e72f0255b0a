import { hash, type LinearModel } from '../learn/linear.ts';
import { mix } from './keys.ts';
import type { Phrase } from './noun-phrases.ts';
import { hungOn, type Pair } from './pair-features.ts';
import { keysOfPhrase } from './phrase-keys.ts';
import type { Structure } from './relations.ts';

/** The best place must be this likely; chosen for F1 out of fold. */
export const PLACE_THRESHOLD = 0.35;

/** Of the phrases near a trigger, those that can be its place. */
export const placesAmong = (structure: Structure, pairs: readonly Pair[]): readonly Pair[] =>
  pairs.filter(({ phrase }) => keysOfPhrase(structure, phrase).place);

/**
 * Keys of a trigger and one of the places near it, and how it stands among the others. Chosen by forward selection out of
 * fold, and what tells a place of another event.
 */
export function placeFeatures(structure: Structure, pair: Pair, places: readonly Pair[]): number[] {
  const { phrase, relation, voiced, category, lemma, after } = pair;
  const keys = keysOfPhrase(structure, phrase);
  const { kind, preposition, own, head, wordAfter } = keys;
  const hung = hungOn(keys, pair);
  const nearer = Math.min(3, countNearer(pair, places));
  const name = phrase.kind === 'name' ? 1 : 0;
  const governed = mix(relation, preposition);
  return [
    mix(101, mix(phrase.possessive ? 1 : 0, mix(relation, kind))),
    mix(102, mix(kind, category)),
    mix(103, governed),
    mix(104, mix(governed, lemma)),
    mix(105, head),
    mix(106, mix(head, relation)),
    mix(107, mix(pair.events, mix(preposition, kind))),
    mix(108, mix(pair.nouns, relation)),
    mix(109, mix(wordAfter, own)),
    mix(110, mix(pair.events * 4 + pair.verbs, after)),
    mix(111, kind),
    mix(112, mix(kind, lemma)),
    mix(113, mix(voiced, lemma)),
    mix(114, mix(Math.min(4, places.length), name)),
    mix(115, mix(category, mix(nearer, preposition))),
    mix(116, mix(category, mix(Math.min(4, places.length), after))),
    mix(117, mix(preposition, (phrase.first <= 3 ? 2 : 0) + (preposition === NONE ? 0 : 1))),
    mix(119, mix(hung, relation)),
    mix(120, mix(hung, mix(preposition, kind))),
    mix(121, mix(pair.verbs * 4 + pair.boundaries, relation)),
    mix(122, mix(pair.verbs * 4 + pair.boundaries, after)),
    mix(123, mix(hung, mix(pair.verbs, pair.verbal))),
    mix(124, mix(pair.events, relation)),
    mix(118, mix(isInside(structure, phrase) ? 1 : 0, mix(name, preposition))),
  ];
}
const NONE = hash('');

function countNearer(pair: Pair, places: readonly Pair[]): number {
  let nearer = 0;
  for (const { distance } of places) if (distance < pair.distance) nearer++;
  return nearer;
}

/** Whether the phrase right before it is a place too: "Paris" in "a hotel in Paris". */
function isInside(structure: Structure, { index, first }: Phrase): boolean {
  const before = structure.phrases[index - 1];
  return before !== undefined && before.last >= first - 2 && keysOfPhrase(structure, before).place;
}

/** Where an event happens: the likeliest of the phrases near its trigger, if one is likely enough. */
export function findPlace(
  structure: Structure,
  pairs: readonly Pair[],
  model: LinearModel,
  threshold = PLACE_THRESHOLD,
): { phrase: Phrase; probability: number } | undefined {
  const yes = model.labels.indexOf('yes');
  let best: { phrase: Phrase; probability: number } | undefined;
  const places = placesAmong(structure, pairs);
  for (const pair of places) {
    const probability = model.probabilities(placeFeatures(structure, pair, places))[yes]!;
    if (probability >= threshold && probability > (best?.probability ?? 0)) best = { phrase: pair.phrase, probability };
  }
  return best;
}
