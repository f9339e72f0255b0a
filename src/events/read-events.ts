import type { EventMention } from '../../schemas/extraction.ts';
import type { Analysis } from '../analysis.ts';
import type { FoundAttribution } from './attribution.ts';
import { clusterMentions } from './clusters.ts';
import { relationTo, timeFrom, timeOfPublication } from './dates.ts';
import { dateAround, dateFromCluster } from './discourse.ts';
import { type Draft, identify, spanOf } from './drafts.ts';
import { viewSentences } from './features.ts';
import type { Phrase } from './noun-phrases.ts';
import { findParticipants } from './participants.ts';
import { findPlace } from './place.ts';
import { antecedents } from './pronouns.ts';
import { publicationDay } from './publication-day.ts';
import { type Referents, referents } from './referents.ts';
import { anchorOf } from './relations.ts';
import { readSpeech } from './speech.ts';
import { type ReadSentence, readStructures } from './structure.ts';
import type { StructureModels } from './structure-models.ts';
import { titleOf } from './titles.ts';
import { topicsOf } from './topics.ts';
import type { EventReader } from './triggers.ts';
import { findWhen } from './when.ts';

/** What decides about events. */
export interface Judges {
  readonly reader: EventReader;
  readonly structure: StructureModels;
}

/** Every event mention of a document, in the order of their triggers. */
export function readEvents(analysis: Analysis, judges: Judges): EventMention[] {
  const { document } = analysis;
  const { confidence } = judges.structure;
  const published = publicationDay(document);
  const known = referents(analysis);
  const drafts = draftEvents(analysis, judges, known, published);
  const mentions = (): Pick<
    EventMention,
    'trigger' | 'type' | 'mode' | 'time' | 'status' | 'participants' | 'place'
  >[] =>
    drafts.map((draft) => ({
      trigger: triggerOf(draft),
      type: draft.classification.type,
      ...(draft.classification.mode && { mode: draft.classification.mode }),
      time: draft.time,
      status: draft.status,
      participants: [...draft.participants],
    }));
  const clusters = clusterMentions(mentions());
  dateFromCluster(drafts, clusters, confidence);
  for (const draft of drafts) draft.time ??= timeOfPublication(draft.status, published, confidence);
  return drafts.map((draft, i) => finish(draft, i, clusters[i]!, judges, known, analysis));
}

function draftEvents(
  analysis: Analysis,
  { reader, structure }: Judges,
  known: Referents,
  published: string | undefined,
): Draft[] {
  const { document } = analysis;
  const views = viewSentences(analysis);
  const triggers = reader.findTriggers(analysis, views);
  const acts = readSpeech(document.text, views);
  const pronouns = antecedents(known);
  const drafts: Draft[] = [];
  let next = 0;
  for (const sentence of readStructures(analysis, views)) {
    const { firstToken, lastToken } = sentence.view.sentence;
    const own: Draft[] = [];
    for (; next < triggers.length && triggers[next]!.token < lastToken; next++) {
      const trigger = triggers[next]!;
      const token = trigger.token - firstToken;
      const support = trigger.support === undefined ? -1 : trigger.support - firstToken;
      const anchor = anchorOf(sentence, token, trigger.kind !== 'noun', support);
      const classification = reader.classify(trigger, sentence.view);
      const occurrence = { anchor, type: classification.type, mode: classification.mode };
      const found = findParticipants(sentence, occurrence, structure.participants);
      const when = findWhen(sentence, anchor, sentence.times, structure.when);
      const time = when ? timeFrom(when, structure.confidence) : null;
      const status = reader.status(trigger, sentence.view, relationTo(published, time ?? undefined));
      own.push({
        sentence,
        trigger,
        anchor,
        classification,
        found,
        participants: identify(document.text, sentence, found, known, pronouns),
        place: findPlace(sentence, occurrence, structure.place),
        when,
        status: status.status,
        attribution: reader.attribution(trigger, sentence.view, acts[sentence.view.sentence.index] ?? []),
        why: [status.explanation],
        time,
      });
    }
    dateAround(own, structure.confidence);
    drafts.push(...own);
    pronouns.pass(sentence);
  }
  return drafts;
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
  const name = namer(sentence, known, document.text);
  const { prominent, why } = reader.prominence({ trigger, type, ...(mode && { mode }) }, sentence.view);
  const where = place && spanOf(sentence, place.phrase);
  const entity = where && known.within(where);
  return {
    id: `v${i + 1}`,
    trigger: triggerOf(draft),
    sentence: { start: sentence.view.sentence.start, end: sentence.view.sentence.end },
    type,
    ...(mode && { mode }),
    title: titleOf({ structure: sentence, anchor, type, mode, participants: draft.found, place: place?.phrase, name }),
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
  const entity = known.within(found);
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

/** What a title calls a phrase: the name of the entity where the phrase is its name, else its words. */
function namer(sentence: ReadSentence, known: Referents, source: string): (phrase: Phrase) => string {
  return (phrase) => {
    const span = spanOf(sentence, phrase);
    const entity = phrase.kind === 'noun' ? undefined : known.within(span);
    const record = entity === undefined ? undefined : known.record(entity);
    return record && record.type !== 'people' ? record.name : source.slice(span.start, span.end);
  };
}
