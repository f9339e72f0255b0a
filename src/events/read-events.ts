import type { EntityRecord, EventMention } from '../../schemas/extraction.ts';
import type { Analysis } from '../analysis.ts';
import type { FoundAttribution } from './attribution.ts';
import { blocksOf } from './blocks.ts';
import { clusterMentions } from './clusters.ts';
import { timeOfPublication } from './dates.ts';
import { dateFromCluster, dateFromThread } from './discourse.ts';
import { draftEvents, type Judges } from './draft-events.ts';
import { type Draft, spanOf } from './drafts.ts';
import type { Phrase } from './noun-phrases.ts';
import { publicationDay } from './publication-day.ts';
import { type Referents, referents } from './referents.ts';
import { titleOf } from './titles.ts';
import { topicsOf } from './topics.ts';

/** Every event mention of a document, in the order of their triggers. */
export function readEvents(analysis: Analysis, judges: Judges): EventMention[] {
  const known = referents(analysis);
  const events: EventMention[] = [];
  let clusters = 0;
  for (const block of blocksOf(analysis)) clusters += readBlock(block, judges, known, clusters, events);
  return events;
}

/** Adds the events of a block to `events`; how many clusters they form. Numbers go on from `clusters`. */
function readBlock(
  block: Analysis,
  judges: Judges,
  known: Referents,
  clusters: number,
  events: EventMention[],
): number {
  const { confidence } = judges.structure;
  const published = publicationDay(block.document);
  const { drafts, sentences } = draftEvents(block, judges, known);
  const numbers = clusterMentions(drafts);
  dateFromCluster(drafts, numbers, published, confidence);
  dateFromThread(drafts, sentences, published, judges.structure);
  let most = 0;
  drafts.forEach((draft, i) => {
    draft.time ??= timeOfPublication(draft.status, published, confidence);
    most = Math.max(most, numbers[i]!);
    events.push(finish(draft, events.length, clusters + numbers[i]!, judges, known, block));
  });
  return most;
}

const triggerOf = ({ sentence, anchor, trigger }: Draft): EventMention['trigger'] => {
  const { start, end, text } = sentence.view.tokens[anchor.token]!;
  return { start, end, text, lemma: trigger.lemma };
};

function finish(
  draft: Draft,
  i: number,
  cluster: number,
  { reader }: Judges,
  known: Referents,
  { document }: Analysis,
): EventMention {
  const { sentence, classification, trigger, anchor, place } = draft;
  const { type, mode } = classification;
  const { prominent, why } = reader.prominence({ trigger, type, ...(mode && { mode }) }, sentence.view);
  const where = place && spanOf(sentence, place.phrase);
  const entity = where && known.within(where);
  return {
    id: `v${i + 1}`,
    trigger: triggerOf(draft),
    sentence: { start: sentence.view.sentence.start, end: sentence.view.sentence.end },
    type,
    ...(mode && { mode }),
    title: titleOf({
      structure: sentence,
      anchor,
      type,
      mode,
      status: draft.status,
      participants: draft.found,
      place: place?.phrase,
      entities: meaningOf(draft, known),
    }),
    time: draft.time,
    status: draft.status,
    participants: [...draft.participants],
    ...(where && { place: { ...where, text: document.text.slice(where.start, where.end), ...(entity && { entity }) } }),
    topics: topicsOf(draft, known),
    ...attributed(draft.attribution, known),
    prominent,
    cluster: `c${cluster}`,
    ...(document.explain && { explanations: [...classification.explanations, ...explain(draft, document.text), why] }),
  };
}

function attributed(found: FoundAttribution | undefined, known: Referents): Pick<EventMention, 'attribution'> {
  if (found === undefined) return {};
  const { text, start, end, cue, kind } = found;
  const entity = known.within(found.antecedent ?? found);
  return { attribution: { text, start, end, cue, kind, ...(entity !== undefined && { entity }) } };
}

function explain({ sentence, found, place, time, when, why }: Draft, source: string): string[] {
  const words = (phrase: Phrase): string => {
    const { start, end } = spanOf(sentence, phrase);
    return source.slice(start, end);
  };
  const who = found.map(({ phrase, role, probability }) => `${role} "${words(phrase)}" (${probability.toFixed(2)})`);
  const where = place ? [`place "${words(place.phrase)}" (${place.probability.toFixed(2)})`] : [];
  const dated = time ? [`dated by ${when ? `"${when.time.text}" in the same ${time.basis}` : time.basis}`] : [];
  return [...who, ...where, ...dated, ...why];
}

/** The entities a phrase as a whole means: those of its name, of a description, of a pronoun or of "the two leaders". */
function meaningOf({ sentence, found, meant }: Draft, known: Referents): (phrase: Phrase) => readonly EntityRecord[] {
  return (phrase) => {
    const span = spanOf(sentence, phrase);
    const own = phrase.kind === 'pronoun' ? undefined : known.within(span);
    // A name inside a noun phrase says more about it, not what it is.
    if (own !== undefined && phrase.kind === 'noun' && known.named(span).some(({ entity }) => entity === own))
      return [];
    const at = found.findIndex((each) => each.phrase.index === phrase.index);
    const entities = own !== undefined ? [own] : at < 0 ? [] : meant[at]!;
    return entities.flatMap((entity) => known.record(entity) ?? []);
  };
}
