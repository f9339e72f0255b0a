import type { LinearModel } from '../learn/linear.ts';
import { nounKind } from './noun-kinds.ts';
import type { Phrase } from './noun-phrases.ts';
import { candidates, type Occurrence, pairFeatures } from './pair-features.ts';
import type { Structure } from './relations.ts';

/** The best place must be this likely; chosen for F1 out of fold. */
export const PLACE_THRESHOLD = 0.3;

/** Whether a phrase can be where something happens. */
export const isPlace = ({ view }: Structure, { kind, name, head, preposition, possessive }: Phrase): boolean => {
  if (kind === 'name')
    return name === 'place' || name === 'country' || (name === 'organisation' && preposition !== '' && !possessive);
  const { lemma, pos } = view.tokens[head]!;
  if (kind !== 'noun' || possessive) return false;
  const meaning = nounKind(lemma);
  return (
    meaning === 'location' ||
    (preposition !== '' && (meaning === 'artifact' || meaning === 'group' || meaning === 'object' || pos === 'ADJ'))
  );
};

/** Where an event happens: the likeliest place of its sentence, if one is likely enough. */
export function findPlace(
  structure: Structure,
  occurrence: Occurrence,
  model: LinearModel,
  threshold = PLACE_THRESHOLD,
): { phrase: Phrase; probability: number } | undefined {
  const yes = model.labels.indexOf('yes');
  let best: { phrase: Phrase; probability: number } | undefined;
  for (const phrase of candidates(structure, occurrence.anchor)) {
    if (!isPlace(structure, phrase)) continue;
    const probability = model.probabilities(pairFeatures(structure, occurrence, phrase))[yes]!;
    if (probability >= threshold && probability > (best?.probability ?? 0)) best = { phrase, probability };
  }
  return best;
}
