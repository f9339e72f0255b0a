import type { ParticipantRole } from '../../schemas/extraction.ts';
import type { Phrase } from './noun-phrases.ts';
import { nearFeatures, type Pair, participantFeatures } from './pair-features.ts';
import type { Structure } from './relations.ts';
import type { StructureModels } from './structure-models.ts';
import { reportingVerbs } from './words.ts';

export interface FoundParticipant {
  readonly phrase: Phrase;
  readonly role: ParticipantRole;
  readonly probability: number;
}

/** More than these hardly ever take part in what one word says. */
const MOST = 4;
/** A phrase takes part when this much likelihood is on its roles together; chosen out of fold, for recall at little cost in F1. */
export const PARTICIPANT_THRESHOLD = 0.24;

/** Less likely phrases at first sight are not looked at again; chosen out of fold. */
const NEAR_THRESHOLD = 0.08;

/** Who takes part in an event, and in which role, in the order of the text; `pairs`: the phrases near its trigger. */
export function findParticipants(
  structure: Structure,
  pairs: readonly Pair[],
  { near, participants: model }: Pick<StructureModels, 'near' | 'participants'>,
  threshold = PARTICIPANT_THRESHOLD,
): FoundParticipant[] {
  const none = model.labels.indexOf('no');
  const found: Weighed[] = [];
  const yes = near.labels.indexOf('yes');
  for (const pair of pairs) {
    if (isTeller(structure, pair)) continue;
    if (near.probabilities(nearFeatures(structure, pair))[yes]! < NEAR_THRESHOLD) continue;
    const weights = model.probabilities(participantFeatures(structure, pair));
    // A copy: the model writes its next answer into the same array.
    if (1 - weights[none]! >= threshold)
      found.push({ phrase: pair.phrase, weights: weights.slice(), probability: 1 - weights[none]! });
  }
  const strongest =
    found.length <= MOST ? found : [...found].sort((a, b) => b.probability - a.probability).slice(0, MOST);
  return found
    .filter((each) => strongest.includes(each))
    .map((each, _, kept) => ({
      phrase: each.phrase,
      role: model.labels[bestRole(structure, each, kept, none)] as ParticipantRole,
      probability: each.probability,
    }));
}

/** "…, the mayor said.": who tells of an event takes no part in it. */
function isTeller({ view: { tokens } }: Structure, { phrase, token }: Pair): boolean {
  const verb = tokens[phrase.last];
  const after = tokens[phrase.last + 1];
  if (verb === undefined || phrase.last === token || !reportingVerbs.has(verb.lemma)) return false;
  let before = phrase.first - 1;
  if (tokens[before]?.pos === 'DET') before--;
  return /^[,"”]$/.test(tokens[before]?.text ?? '') && (after === undefined || after.pos === 'PUNCT');
}

interface Weighed {
  readonly phrase: Phrase;
  readonly weights: Float64Array;
  readonly probability: number;
}

/** The likeliest role; what "and" joins has one role. */
function bestRole({ roots }: Structure, { phrase }: Weighed, kept: readonly Weighed[], none: number): number {
  const joined = kept.filter((other) => roots[other.phrase.index] === roots[phrase.index]);
  const weightOf = (k: number) => joined.reduce((sum, { weights }) => sum + weights[k]!, 0);
  let best = none === 0 ? 1 : 0;
  for (let k = 0; k < joined[0]!.weights.length; k++) if (k !== none && weightOf(k) > weightOf(best)) best = k;
  return best;
}
