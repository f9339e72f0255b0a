import type { EventMode } from '../../schemas/extraction.ts';
import type { Analysis } from '../analysis.ts';
import { relationTo, timeFrom } from './dates.ts';
import { dateAround } from './discourse.ts';
import { type Draft, listParticipants, meanings } from './drafts.ts';
import { viewSentences } from './features.ts';
import { MEETING, withMode } from './meetings.ts';
import type { Phrase } from './noun-phrases.ts';
import { pairsNear } from './pair-features.ts';
import { type FoundParticipant, findParticipants } from './participants.ts';
import { findPlace } from './place.ts';
import { antecedents } from './pronouns.ts';
import { publicationDay } from './publication-day.ts';
import type { Referents } from './referents.ts';
import { anchorOf } from './relations.ts';
import { readSpeech } from './speech.ts';
import { type ReadSentence, readStructures } from './structure.ts';
import type { StructureModels } from './structure-models.ts';
import type { EventReader } from './triggers.ts';
import type { Classification, Trigger } from './types.ts';
import { findWhen } from './when.ts';

/** What decides about events. */
export interface Judges {
  readonly reader: EventReader;
  readonly structure: StructureModels;
}
export interface Drafted {
  readonly drafts: readonly Draft[];
  readonly sentences: readonly ReadSentence[];
}

/** What each sentence says of its events, in the order of their triggers. */
export function draftEvents(analysis: Analysis, { reader, structure }: Judges, known: Referents): Drafted {
  const { document } = analysis;
  const published = publicationDay(document);
  const views = viewSentences(analysis);
  const triggers = reader.findTriggers(analysis, views);
  const acts = readSpeech(document.text, views);
  const pronouns = antecedents(known);
  const drafts: Draft[] = [];
  let next = 0;
  /** The last consultation with a mode, and the sentence that tells it. */
  let meeting: { sentence: number; mode: EventMode } | undefined;
  const sentences = readStructures(analysis, views, triggers);
  for (const [n, sentence] of sentences.entries()) {
    const { firstToken, lastToken } = sentence.view.sentence;
    const own: Draft[] = [];
    for (; next < triggers.length && triggers[next]!.token < lastToken; next++) {
      const trigger = triggers[next]!;
      const token = trigger.token - firstToken;
      const support = trigger.support === undefined ? -1 : trigger.support - firstToken;
      const anchor = anchorOf(sentence, token, trigger.kind !== 'noun', support);
      const typed = reader.classify(trigger, sentence.view);
      const pairs = pairsNear(sentence, { anchor, type: typed.type, mode: typed.mode });
      const place = findPlace(sentence, pairs, structure.place);
      const taking = findParticipants(sentence, pairs, structure);
      const last = meeting && n - meeting.sentence <= 2 ? meeting.mode : undefined;
      const classification = withMode(sentence, trigger, typed, taking, last);
      if (classification.mode !== undefined) meeting = { sentence: n, mode: classification.mode };
      const found = together(
        withHost(taking, trigger, classification, place?.phrase),
        trigger,
        classification,
        sentence,
      );
      const meant = meanings(sentence, found, known, pronouns);
      const when = findWhen(sentence, anchor, sentence.times, structure.when);
      const time = when ? timeFrom(when, structure.confidence) : null;
      const status = reader.status(trigger, sentence.view, relationTo(published, time ?? undefined, when?.time.text));
      own.push({
        sentence,
        trigger,
        anchor,
        classification,
        found,
        participants: listParticipants(document.text, sentence, found, meant),
        meant,
        place: place ?? destination(found, classification),
        when,
        status: status.status,
        attribution: reader.attribution(trigger, sentence.view, acts[n] ?? []),
        why: document.explain ? [status.explanation] : [],
        time,
      });
    }
    dateAround(own, structure.confidence, (draft) => {
      const relation = relationTo(published, draft.time ?? undefined);
      if (relation) draft.status = reader.status(draft.trigger, sentence.view, relation).status;
    });
    drafts.push(...own);
    pronouns.pass(sentence);
  }
  return { drafts, sentences };
}

/** Who is visited is the host: the country or the person that a visit goes to. */
const withHost = (
  found: readonly FoundParticipant[],
  { lemma }: Trigger,
  { mode }: Classification,
  place: Phrase | undefined,
): FoundParticipant[] =>
  found.map((each) =>
    mode === 'visit' &&
    !MEETING.has(lemma) &&
    (each.role === 'recipient' || (each.phrase === place && each.role !== 'actor'))
      ? { ...each, role: 'host' }
      : each,
  );

/** "X and Y met": who consult together and nobody else do so with each other. */
function together(
  found: readonly FoundParticipant[],
  { lemma }: Trigger,
  { type, mode }: Classification,
  { roots }: ReadSentence,
): readonly FoundParticipant[] {
  const [first, ...others] = found.filter(({ role }) => role === 'actor');
  const joined = others.length > 0 && others.every(({ phrase }) => roots[phrase.index] === roots[first!.phrase.index]);
  const visiting = mode === 'visit' && !MEETING.has(lemma);
  if (type !== 'CONSULT' || visiting || !joined || found.some(({ role }) => role === 'recipient')) return found;
  return found.map((each) => (each.role === 'actor' ? { ...each, role: 'reciprocal' } : each));
}

/** A visit without another place is where its host is, where the host is a country or a place. */
function destination(found: readonly FoundParticipant[], { mode }: Classification): Draft['place'] {
  if (mode !== 'visit') return undefined;
  return found.find(({ role, phrase }) => role === 'host' && (phrase.name === 'country' || phrase.name === 'place'));
}
