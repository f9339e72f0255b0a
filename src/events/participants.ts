import type { ParticipantRole } from '../../schemas/extraction.ts';
import type { LinearModel } from '../learn/linear.ts';
import type { Phrase } from './noun-phrases.ts';
import { candidates, type Occurrence, pairFeatures } from './pair-features.ts';
import type { Structure } from './relations.ts';

export interface FoundParticipant {
  readonly phrase: Phrase;
  readonly role: ParticipantRole;
  readonly probability: number;
}

/** More than these hardly ever take part in what one word says. */
const MOST = 4;
/** A phrase takes part when this much likelihood is on its roles together; chosen for F1 out of fold. */
export const PARTICIPANT_THRESHOLD = 0.33;

/** Who takes part in an event, and in which role, in the order of the text. */
export function findParticipants(
  structure: Structure,
  occurrence: Occurrence,
  model: LinearModel,
  threshold = PARTICIPANT_THRESHOLD,
): FoundParticipant[] {
  const none = model.labels.indexOf('no');
  const found: FoundParticipant[] = [];
  const features = pairFeatures(structure, occurrence);
  for (const phrase of candidates(structure, occurrence.anchor)) {
    const p = model.probabilities(features(phrase));
    if (1 - p[none]! < threshold) continue;
    let best = none === 0 ? 1 : 0;
    for (let k = 0; k < p.length; k++) if (k !== none && p[k]! > p[best]!) best = k;
    found.push({ phrase, role: model.labels[best] as ParticipantRole, probability: 1 - p[none]! });
  }
  if (found.length <= MOST) return found;
  const strongest = [...found].sort((a, b) => b.probability - a.probability).slice(0, MOST);
  return found.filter((each) => strongest.includes(each));
}
