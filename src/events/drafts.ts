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
  /** The entities each found phrase means, in the order of `found`. */
  readonly meant: readonly (readonly string[])[];
  readonly place: { readonly phrase: Phrase; readonly probability: number } | undefined;
  readonly when: When | undefined;
  status: EventStatus;
  readonly attribution: FoundAttribution | undefined;
  readonly why: readonly string[];
  time: EventTime | null;
}

export const spanOf = ({ view }: Structure, { first, last }: Phrase): Span => ({
  start: view.tokens[first]!.start,
  end: view.tokens[last - 1]!.end,
});

/** The entities each phrase means: a pronoun that of its antecedent, "the two leaders" those of both. */
export const meanings = (
  sentence: Structure,
  found: readonly FoundParticipant[],
  known: Referents,
  pronouns: Antecedents,
): (readonly string[])[] =>
  found.map(({ phrase }) => {
    const own = known.within(spanOf(sentence, phrase));
    if (own === undefined) return pronouns.of(sentence, phrase);
    // "the Ukrainian attack" is Ukraine's; "Ukrainians" are a people.
    const people = phrase.kind === 'name' && phrase.modifies === undefined;
    return [(people ? undefined : known.countryOf(own)) ?? own];
  });

/** Participants as the extraction lists them: one for each entity, none twice in one role. */
export function listParticipants(
  source: string,
  sentence: Structure,
  found: readonly FoundParticipant[],
  meant: readonly (readonly string[])[],
): Participant[] {
  const seen = new Set<string>();
  return found.flatMap(({ phrase, role }, i): Participant[] => {
    const span = spanOf(sentence, phrase);
    const base = { role, ...span, text: source.slice(span.start, span.end) };
    const entities = meant[i]!;
    if (entities.length === 0) return [base];
    const fresh = entities.filter((entity) => !seen.has(`${role}/${entity}`));
    for (const entity of fresh) seen.add(`${role}/${entity}`);
    return fresh.map((entity) => ({ ...base, entity }));
  });
}
