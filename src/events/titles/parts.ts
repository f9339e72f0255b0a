import type { EntityRecord, EventMention } from '../../../schemas/extraction.ts';
import type { Phrase } from '../noun-phrases.ts';
import type { FoundParticipant } from '../participants.ts';
import type { Anchor } from '../relations.ts';
import type { ReadSentence } from '../structure.ts';
import type { Telling } from './naming.ts';

/** What a title is made of. */
export interface TitleParts {
  readonly structure: ReadSentence;
  readonly anchor: Anchor;
  readonly type: EventMention['type'];
  readonly mode: EventMention['mode'];
  readonly status: EventMention['status'];
  readonly participants: readonly FoundParticipant[];
  readonly place: Phrase | undefined;
  /** The entities a phrase as a whole means: by its name, as a description or as a pronoun; none where nobody is known. */
  readonly entities: (phrase: Phrase) => readonly EntityRecord[];
}

/** A title that is being made of its parts. */
export type TitleMaking = TitleParts & Telling;
