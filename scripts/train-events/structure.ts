import { anchorOf, type Structure } from '../../src/events/relations.ts';
import { findSupport, isCandidate } from '../../src/events/features.ts';
import type { Phrase } from '../../src/events/noun-phrases.ts';
import { candidates, type Occurrence, pairFeatures } from '../../src/events/pair-features.ts';
import { isPlace } from '../../src/events/place.ts';
import { readStructures } from '../../src/events/structure.ts';
import type { StructureModels } from '../../src/events/structure-models.ts';
import { type Example, train } from '../../src/learn/train.ts';
import type { GoldEvent, ReadDocument } from './recipe.ts';

interface GoldSpan {
  readonly start: number;
  readonly end: number;
}
/** What the annotated sets say of an event beside its trigger. */
export interface GoldStructure extends GoldEvent {
  readonly participants: readonly (GoldSpan & { readonly role: string; readonly named?: boolean })[];
  readonly place?: GoldSpan | null;
  readonly when?: GoldSpan | null;
}

interface StructureExamples {
  readonly participants: Example[];
  readonly place: Example[];
}

/** PropBank roles of MEANTIME; its places are learned as places. */
const ROLES: Readonly<Record<string, string>> = { Arg0: 'actor', Arg1: 'recipient', Arg2: 'recipient', Arg3: 'recipient' };

const overlap = (a: GoldSpan, b: GoldSpan): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);
const spanOf = ({ view }: Structure, { first, last }: Phrase): GoldSpan => ({
  start: view.tokens[first]!.start,
  end: view.tokens[last - 1]!.end,
});

export function structureExamples({ gold, views, reading, typed }: ReadDocument): StructureExamples {
  const examples: StructureExamples = { participants: [], place: [] };
  for (const structure of readStructures(reading, views)) {
    const { tokens, sentence } = structure.view;
    for (const event of gold.events as readonly GoldStructure[]) {
      if (event.end <= sentence.start || event.start >= sentence.end || (!typed && event.cls === null)) continue;
      const token = tokens.findIndex((each, i) => overlap(each, event) > 0 && isCandidate(structure.view, i));
      if (token < 0) continue;
      const { pos } = tokens[token]!;
      const verbal = pos !== 'NOUN' && pos !== 'PROPN';
      const anchor = anchorOf(structure, token, verbal, verbal ? -1 : findSupport(structure.view, token));
      addExamples(structure, { anchor, type: typed ? event.cls : '-', mode: event.mode ?? undefined }, event, typed, examples);
    }
  }
  return examples;
}

function addExamples(
  structure: Structure,
  occurrence: Occurrence,
  event: GoldStructure,
  typed: boolean,
  examples: StructureExamples,
): void {
  const near = candidates(structure, occurrence.anchor);
  const keys = new Map(near.map((phrase) => [phrase, pairFeatures(structure, occurrence, phrase)]));
  const weight = typed ? 1 : 0.5;
  const roles = new Map<Phrase, string>();
  for (const participant of event.participants) {
    const role = typed ? participant.role : ROLES[participant.role];
    const best = closest(structure, near, participant);
    if (best && role !== undefined) roles.set(best, role);
  }
  for (const phrase of near) {
    const label = roles.get(phrase) ?? 'no';
    if (label === 'no' && event.participants.some((each) => overlap(each, spanOf(structure, phrase)) > 0)) continue;
    examples.participants.push({ features: keys.get(phrase)!, label, weight });
  }
  if (!typed) return;
  const places = near.filter((phrase) => isPlace(structure, phrase));
  const place = event.place ? closest(structure, places, event.place) : undefined;
  for (const phrase of places) {
    if (phrase !== place && event.place && overlap(event.place, spanOf(structure, phrase)) > 0) continue;
    examples.place.push({ features: keys.get(phrase)!, label: phrase === place ? 'yes' : 'no' });
  }
}

/** Of the phrases that overlap a gold span, the one that shares most of it; the earlier of two. */
function closest(structure: Structure, phrases: readonly Phrase[], gold: GoldSpan): Phrase | undefined {
  let best: Phrase | undefined;
  let most = 0;
  for (const phrase of phrases) {
    const span = spanOf(structure, phrase);
    const shared = overlap(span, gold);
    if (shared <= 0) continue;
    const share = shared / (Math.max(span.end, gold.end) - Math.min(span.start, gold.start));
    if (share > most) [best, most] = [phrase, share];
  }
  return best;
}

export function trainStructure(documents: readonly ReadDocument[]): StructureModels {
  const examples = documents.map((document) => examplesOf(document));
  return {
    participants: train(examples.flatMap((each) => each.participants), { epochs: +(process.env.E??10), penalty: +(process.env.P??1e-3), rate:+(process.env.R??0.15) }),
    place: train(examples.flatMap((each) => each.place), { epochs: +(process.env.E??10), penalty: +(process.env.P??1e-3), rate:+(process.env.R??0.15) }),
  };
}

const cache = new WeakMap<ReadDocument, StructureExamples>();
function examplesOf(document: ReadDocument): StructureExamples {
  const known = cache.get(document);
  if (known) return known;
  const examples = structureExamples(document);
  cache.set(document, examples);
  return examples;
}
