import type { Analysis } from '../../src/analysis.ts';
import { type DateConfidence, STEPS, stepOf } from '../../src/events/dates.ts';
import { findSupport, isCandidate } from '../../src/events/features.ts';
import type { Phrase } from '../../src/events/noun-phrases.ts';
import { nearFeatures, type Occurrence, pairsNear, participantFeatures } from '../../src/events/pair-features.ts';
import { placeFeatures, placesAmong } from '../../src/events/place.ts';
import { type Anchor, anchorOf, type Structure } from '../../src/events/relations.ts';
import { type ReadSentence, readStructures } from '../../src/events/structure.ts';
import type { StructureModels } from '../../src/events/structure-models.ts';
import type { EventReader } from '../../src/events/triggers.ts';
import { findWhen, nearTimes, type PlacedTime, whenFeatures } from '../../src/events/when.ts';
import { foldOf, type LinearModel } from '../../src/learn/linear.ts';
import { type Example, train } from '../../src/learn/train.ts';
import { dayExamples, measureOthers, measureThread, NOTHING, trainDays } from './days.ts';
import type { GoldDocument, GoldEvent, ReadDocument } from './recipe.ts';

interface GoldSpan {
  readonly start: number;
  readonly end: number;
}
/** What the annotated sets say of an event beside its trigger. */
export interface GoldStructure extends GoldEvent {
  readonly date?: string | null;
  readonly participants: readonly (GoldSpan & { readonly role: string; readonly named?: boolean })[];
  readonly place?: GoldSpan | null;
  readonly when?: GoldSpan | null;
}

interface StructureExamples {
  readonly near: Example[];
  readonly participants: Example[];
  readonly place: Example[];
  readonly when: Example[];
  /** Triggers for which it is known whether an expression dates them, and which. */
  readonly dated: Dated[];
}
interface Dated {
  readonly structure: ReadSentence;
  readonly anchor: Anchor;
  readonly when: GoldSpan | null;
}

/** PropBank roles of MEANTIME; its places are learned as places. */
const ROLES: Readonly<Record<string, string>> = {
  Arg0: 'actor',
  Arg1: 'recipient',
  Arg2: 'recipient',
  Arg3: 'recipient',
};

const overlap = (a: GoldSpan, b: GoldSpan): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);
const spanOf = ({ view }: Structure, { first, last }: Phrase): GoldSpan => ({
  start: view.tokens[first]!.start,
  end: view.tokens[last - 1]!.end,
});

export function structureExamples({ gold, views, reading, typed }: ReadDocument): StructureExamples {
  const examples: StructureExamples = { near: [], participants: [], place: [], when: [], dated: [] };
  for (const structure of readStructures(reading, views, goldTriggers(gold, reading))) {
    const { tokens, sentence } = structure.view;
    for (const event of gold.events as readonly GoldStructure[]) {
      if (event.end <= sentence.start || event.start >= sentence.end || (!typed && event.cls === null)) continue;
      const token = tokens.findIndex((each, i) => overlap(each, event) > 0 && isCandidate(structure.view, i));
      if (token < 0) continue;
      const { pos } = tokens[token]!;
      const verbal = pos !== 'NOUN' && pos !== 'PROPN';
      const anchor = anchorOf(structure, token, verbal, verbal ? -1 : findSupport(structure.view, token));
      addExamples(
        structure,
        { anchor, type: typed ? event.cls : '-', mode: event.mode ?? undefined },
        event,
        typed,
        examples,
      );
    }
  }
  return examples;
}

function goldTriggers({ events }: GoldDocument, { text }: Analysis): { token: number }[] {
  return text.tokens
    .filter((token) => events.some((event) => overlap(token, event) > 0))
    .map(({ index }) => ({ token: index }));
}

function addExamples(
  structure: ReadSentence,
  occurrence: Occurrence,
  event: GoldStructure,
  typed: boolean,
  examples: StructureExamples,
): void {
  const pairs = pairsNear(structure, occurrence);
  const near = pairs.map(({ phrase }) => phrase);
  const weight = typed ? 1 : 0.5;
  const roles = new Map<Phrase, string>();
  for (const participant of event.participants) {
    const role = typed ? participant.role : ROLES[participant.role];
    const best = closest(structure, near, participant);
    if (best && role !== undefined) roles.set(best, role);
  }
  for (const pair of pairs) {
    const { phrase } = pair;
    const label = roles.get(phrase) ?? 'no';
    if (label === 'no' && event.participants.some((each) => overlap(each, spanOf(structure, phrase)) > 0)) continue;
    examples.near.push({ features: nearFeatures(structure, pair), label: label === 'no' ? 'no' : 'yes', weight });
    examples.participants.push({ features: participantFeatures(structure, pair), label, weight });
  }
  if (!typed) return;
  addWhen(structure, occurrence.anchor, event.when ?? null, examples);
  const places = placesAmong(structure, pairs);
  const phrases = places.map(({ phrase }) => phrase);
  const place = event.place ? closest(structure, phrases, event.place) : undefined;
  for (const pair of places) {
    const { phrase } = pair;
    if (phrase !== place && event.place && overlap(event.place, spanOf(structure, phrase)) > 0) continue;
    examples.place.push({
      features: placeFeatures(structure, pair, places),
      label: phrase === place ? 'yes' : 'no',
    });
  }
}

function addWhen(structure: ReadSentence, anchor: Anchor, when: GoldSpan | null, examples: StructureExamples): void {
  const { times } = structure;
  examples.dated.push({ structure, anchor, when });
  for (const placed of nearTimes(anchor, times)) {
    const features = whenFeatures(structure, anchor, placed, times.length);
    examples.when.push({ features, label: isWhen(placed, when) ? 'yes' : 'no' });
  }
}

const isWhen = ({ time }: PlacedTime, when: GoldSpan | null): boolean => when !== null && overlap(time, when) > 0;

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

const options = { epochs: 8, penalty: 1e-3, rate: 0.02 };

/** `reader` finds the triggers whose days are learned from; it must not have seen what these models are scored on either. */
export function trainStructure(documents: readonly ReadDocument[], reader: EventReader): StructureModels {
  const examples = documents.map((document) => examplesOf(document));
  const structure = {
    near: train(
      examples.flatMap((each) => each.near),
      options,
    ),
    participants: train(
      examples.flatMap((each) => each.participants),
      options,
    ),
    place: train(
      examples.flatMap((each) => each.place),
      options,
    ),
    when: trainWhen(examples),
    inherit: NOTHING,
    confidence: { ...measureConfidence(documents), thread: 1, since: 1, discourse: 1, publication: 1 },
  };
  const days = dayExamples(documents, { reader, structure });
  const confidence = { ...structure.confidence, ...measureThread(days) };
  return {
    ...structure,
    inherit: trainDays(days.flat()),
    confidence: { ...confidence, ...measureOthers(documents, { reader, structure }) },
  };
}

const trainWhen = (examples: readonly StructureExamples[]): LinearModel =>
  train(
    examples.flatMap((each) => each.when),
    { epochs: 15, penalty: 5e-3, rate: 0.03, average: true },
  );

const INNER = 3;

/** How often an expression is the right one, by clause or sentence and by likelihood: cross-validated among `documents`. */
function measureConfidence(documents: readonly ReadDocument[]): Pick<DateConfidence, 'clause' | 'sentence'> {
  const counts = { clause: STEPS.map(() => [0, 0]), sentence: STEPS.map(() => [0, 0]) };
  for (let fold = 0; fold < INNER; fold++) {
    const held = ({ gold }: ReadDocument) => foldOf(`inner/${gold.id}`, INNER) === fold;
    const model = trainWhen(documents.filter((document) => !held(document)).map(examplesOf));
    for (const { dated } of documents.filter(held).map(examplesOf)) {
      for (const { structure, anchor, when } of dated) {
        const found = findWhen(structure, anchor, structure.times, model);
        if (!found) continue;
        const count = counts[found.sameClause ? 'clause' : 'sentence'][stepOf(found.probability)]!;
        count[1]!++;
        if (isWhen(found, when)) count[0]!++;
      }
    }
  }
  const precision = (steps: number[][]): number[] =>
    steps.map(([right, found]) => Math.round((100 * (right! + 1)) / (found! + 2)) / 100);
  return { clause: precision(counts.clause), sentence: precision(counts.sentence) };
}

const cache = new WeakMap<ReadDocument, StructureExamples>();
function examplesOf(document: ReadDocument): StructureExamples {
  const known = cache.get(document);
  if (known) return known;
  const examples = structureExamples(document);
  cache.set(document, examples);
  return examples;
}
