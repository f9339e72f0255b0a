import type { Analysis } from '../analysis.ts';
import { relationTo, timeFrom } from './dates.ts';
import { dateAround } from './discourse.ts';
import { type Draft, identify } from './drafts.ts';
import { viewSentences } from './features.ts';
import { findParticipants } from './participants.ts';
import { findPlace } from './place.ts';
import { antecedents } from './pronouns.ts';
import { publicationDay } from './publication-day.ts';
import type { Referents } from './referents.ts';
import { anchorOf } from './relations.ts';
import { readSpeech } from './speech.ts';
import { type ReadSentence, readStructures } from './structure.ts';
import type { StructureModels } from './structure-models.ts';
import type { EventReader } from './triggers.ts';
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
  const sentences = readStructures(analysis, views, triggers);
  for (const sentence of sentences) {
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
  return { drafts, sentences };
}
