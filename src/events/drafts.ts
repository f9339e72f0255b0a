import type { EventStatus, EventTime, Participant } from '../../schemas/extraction.ts';
import type { Span } from '../text/types.ts';
import type { FoundAttribution } from './attribution.ts';
import type { Phrase } from './noun-phrases.ts';
import type { FoundParticipant } from './participants.ts';
import type { Antecedents } from './pronouns.ts';
import type { Referents } from './referents.ts';
import type { Anchor, Structure } from './relations.ts';
import type { ReadSentence } from './structure.ts';
import type { Classification, Trigger } from './types.ts';
import type { When } from './when.ts';

/** An event on its way: what its own sentence says of it. */
export interface Draft {
  readonly sentence: ReadSentence;
  readonly trigger: Trigger;
  readonly anchor: Anchor;
  readonly classification: Classification;
  readonly found: readonly FoundParticipant[];
  readonly participants: readonly Participant[];
  readonly place: { readonly phrase: Phrase; readonly probability: number } | undefined;
  readonly when: When | undefined;
  readonly status: EventStatus;
  readonly attribution: FoundAttribution | undefined;
  readonly why: readonly string[];
  time: EventTime | null;
}

export const spanOf = ({ view }: Structure, { first, last }: Phrase): Span => ({
  start: view.tokens[first]!.start,
  end: view.tokens[last - 1]!.end,
});

/** Participants with the entities they mean: a pronoun takes that of its antecedent, "the two leaders" those of both. */
export function identify(
  source: string,
  sentence: Structure,
  found: readonly FoundParticipant[],
  known: Referents,
  pronouns: Antecedents,
): Participant[] {
  const participants = found.flatMap(({ phrase, role }): Participant[] => {
    const span = spanOf(sentence, phrase);
    const base = { role, ...span, text: source.slice(span.start, span.end) };
    const own = known.within(span);
    const entities = own === undefined ? pronouns.of(sentence, phrase) : [own];
    return entities.length === 0 ? [base] : entities.map((entity) => ({ ...base, entity }));
  });
  const seen = new Set<string>();
  return participants.filter(({ entity, role }) => {
    if (entity === undefined) return true;
    const key = `${role}/${entity}`;
    return !seen.has(key) && seen.add(key);
  });
}
