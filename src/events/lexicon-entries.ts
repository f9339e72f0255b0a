import type { EventMode, EventType } from '../../schemas/extraction.ts';
import { readData } from '../data.ts';
import { hash } from '../learn/linear.ts';

/**
 * `data/en/events/lexicon.json`: `{ "TYPE" or "TYPE/mode": { entry: example sentence } }`. An entry is
 *
 *   "meet"             a verb
 *   "summit n"         a noun
 *   "impose sanction"  a verb and the head of its object, whichever of the two is the event
 *   "call +for"        a verb and the particle or preposition that follows it or its object
 *   "agree to"         a verb before an infinitive
 *
 * by lemmas, as wink gives them. Each example is a test.
 */
export type Lexicon = Readonly<Record<string, Readonly<Record<string, string>>>>;
export const lexicon = readData<Lexicon>('en/events/lexicon.json');

export interface LexiconEntry {
  readonly entry: string;
  readonly type: EventType;
  readonly mode?: EventMode;
  /** Keys of the entry, its type and its mode, for features. */
  readonly key: number;
  readonly typeKey: number;
  readonly modeKey: number;
}

/** Every entry by its words. */
export const entries: ReadonlyMap<string, LexiconEntry> = new Map(
  Object.entries(lexicon).flatMap(([name, examples]) => {
    const [type, mode] = name.split('/') as [EventType, EventMode?];
    const keys = { typeKey: hash(type), modeKey: mode ? hash(mode) : 0 };
    return Object.keys(examples).map(
      (entry) => [entry, { entry, type, ...(mode && { mode }), key: hash(entry), ...keys }] as const,
    );
  }),
);
