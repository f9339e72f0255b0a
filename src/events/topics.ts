import type { Draft } from './drafts.ts';
import { WINDOW } from './pair-features.ts';
import type { Referents } from './referents.ts';

/** Kinds of events that are about something. */
const ABOUT = new Set(['CONSULT', 'STATEMENT', 'AGREE', 'REQUEST', 'ACCUSE', 'REJECT', 'COOPERATE', 'THREATEN']);

/** The entities an event is about: those its sentence names after it that neither take part nor are its place. */
export function topicsOf({ sentence, anchor, classification, participants, place }: Draft, known: Referents): string[] {
  if (!ABOUT.has(classification.type)) return [];
  const { tokens } = sentence.view;
  const last = tokens[Math.min(tokens.length - 1, anchor.token + WINDOW)]!;
  const taken = new Set(participants.map(({ entity }) => entity));
  const where =
    place && known.within({ start: tokens[place.phrase.first]!.start, end: tokens[place.phrase.last - 1]!.end });
  const found = known
    .named({ start: tokens[anchor.token]!.end, end: last.end })
    .filter(({ type, entity }) => type !== 'people' && !taken.has(entity) && entity !== where)
    .map(({ entity }) => entity);
  return [...new Set(found)];
}
