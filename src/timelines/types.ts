import type { Claim, EventDate } from '../../schemas/event.ts';
import type { EntityType, EventMode, EventStatus, EventType, ParticipantRole } from '../../schemas/extraction.ts';

/** Somebody or something in an event. JSON through and through: a store may keep it as it is. */
export interface Party {
  /** The identity (`identityOf`), or `noun:` and the head of "five insurgents". */
  readonly key: string;
  /** What it may go by in other documents: its key, its last name, the country it acts for. */
  readonly handles: readonly string[];
  readonly name: string;
  readonly named: boolean;
  readonly role: ParticipantRole | 'place' | 'topic';
  readonly type?: EntityType;
  /** `ent_…`; absent for "five insurgents". */
  readonly entity?: string;
  readonly wikidata?: string;
  /** ISO 3166-1 alpha-2 of the country that it is, belongs to or lies in. */
  readonly country?: string;
}

/** Days as numbers, 0 is 1970-01-01, both ends inclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/**
 * How exactly a report says when: `day` names one day, `span` a longer stretch, `open` nothing but a bound or the
 * publication date.
 */
export type Exactness = 'day' | 'span' | 'open';

/** What one document says of one event: the mentions that its extraction put into one cluster. */
export interface Report {
  /** `evt_…`, derived from the document and the place in it; the id of the event when this report is its first. */
  readonly id: string;
  readonly document: string;
  /** RFC 3339 as submitted. */
  readonly publishedAt?: string;
  /** Day number of publication. */
  readonly published?: number;
  readonly publisher?: string;
  /** Offset of its first trigger. */
  readonly position: number;
  readonly type: EventType;
  readonly mode?: EventMode;
  /** Word families of its triggers. */
  readonly stems: readonly string[];
  /** Groups of synonyms that its triggers belong to. */
  readonly senses: readonly string[];
  readonly title: string;
  readonly time: EventDate | null;
  readonly exactness: Exactness;
  /** The days it may have happened on; what is open, is open here. */
  readonly days: { readonly from?: number; readonly to?: number };
  readonly status: EventStatus;
  readonly parties: readonly Party[];
  /** Says in so many words that the event was moved to another date; the days it names beside its own. */
  readonly moved?: { readonly from: readonly Days[] };
  /** The report of the event that the text says it is part of. */
  readonly partOf?: string;
  readonly prominent: boolean;
  readonly headline: boolean;
  readonly lead: boolean;
  /** What the document is about: its weightiest terms. */
  readonly story: readonly string[];
  /** MinHash of the document's text, to know syndicated copies by. */
  readonly print: string;
  readonly claims: readonly Claim[];
}

/** Reports of one event, the canonical one first. */
export interface ReportGroup {
  /** The id of its canonical report: the earliest published, then by document and position. */
  readonly id: string;
  readonly reports: readonly Report[];
}
