import type { Changes } from '../schemas/change.ts';
import type { Annotations, ContentType, StoredDocument } from '../schemas/document.ts';
import type {
  Edit,
  EntityMerge,
  EntityPatch,
  EntitySplit,
  EventMerge,
  EventPatch,
  EventSplit,
  Signature,
} from '../schemas/edit.ts';
import type { Entity, EntityMention, RelatedEntity } from '../schemas/entity.ts';
import type { Event, EventSummary, RelatedEvent } from '../schemas/event.ts';
import type { EntityType, EventStatus, EventType, Extraction, Precision } from '../schemas/extraction.ts';
import type { Page } from '../schemas/page.ts';
import type { BucketUnit, Timeline } from '../schemas/timeline.ts';
import type { SourceDocument } from './analysis.ts';

/** Days, YYYY-MM-DD, both inclusive; open where there is none. */
export interface Window {
  readonly from?: string;
  readonly to?: string;
}

export interface PageRequest {
  readonly cursor?: string;
  readonly limit: number;
}

export interface EventFilter extends Window {
  readonly match?: 'overlap' | 'within';
  /** Ids of entities (ent_…) that all take part. */
  readonly entities?: readonly string[];
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country?: string;
  readonly types?: readonly EventType[];
  readonly statuses?: readonly EventStatus[];
  readonly precisions?: readonly Precision[];
  /** A name, or the key of an entity. */
  readonly place?: string;
  readonly document?: string;
  readonly publisher?: string;
  readonly q?: string;
  /** MM-DD or MM: a day or month of the year, for dates without a year. */
  readonly recurring?: string;
  readonly undated?: 'exclude' | 'include' | 'only';
  readonly sort?: 'date' | '-date' | 'salience';
}

export interface EntityFilter extends Window {
  readonly types?: readonly EntityType[];
  readonly q?: string;
  readonly country?: string;
}

export interface DocumentFilter extends Window {
  readonly publisher?: string;
  readonly q?: string;
}

export interface RelatedEventsFilter extends Window {
  readonly limit: number;
}

export interface RelatedFilter extends Window {
  readonly types?: readonly EntityType[];
  readonly limit: number;
}

export interface EditFilter {
  readonly author?: string;
  /** Id of an event or entity. */
  readonly target?: string;
}

/** A document that has been read, as it is handed to the store. */
export interface ReadDocument {
  readonly id: string;
  readonly source: SourceDocument;
  readonly contentType: ContentType;
  readonly url?: string;
  readonly publisher?: string;
  /** RFC 3339. */
  readonly addedAt: string;
  readonly extraction: Extraction;
}

/**
 * What the routes and the command line ask of the store. A cursor that it did not issue is a DatelineError
 * `invalid-cursor`, a query that overruns its limit `query-timeout`. Absent records are `undefined`.
 */
export interface Records {
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;

  /** Keeps a document with everything that was read in it, at once or not at all; false when its id is there already. */
  addDocument(document: ReadDocument): Promise<boolean>;
  deleteDocument(id: string): Promise<boolean>;
  document(id: string): Promise<StoredDocument | undefined>;
  documentText(id: string): Promise<string | undefined>;
  annotations(id: string): Promise<Annotations | undefined>;
  documents(filter: DocumentFilter, page: PageRequest): Promise<Page<StoredDocument>>;

  /** By id (ent_…), Wikidata id (Q7747) or country code (RU). */
  entity(key: string): Promise<Entity | undefined>;
  entities(filter: EntityFilter, page: PageRequest): Promise<Page<Entity>>;
  entityMentions(id: string, page: PageRequest): Promise<Page<EntityMention>>;
  relatedEntities(id: string, filter: RelatedFilter): Promise<RelatedEntity[]>;

  /** The id of another event when the one asked for was merged into it. */
  event(id: string): Promise<Event | { readonly mergedInto: string } | undefined>;
  /** What else those who take part in an event did in the window; without one, in the month before and after. */
  relatedEvents(id: string, filter: RelatedEventsFilter): Promise<RelatedEvent[] | undefined>;
  events(filter: EventFilter, page: PageRequest): Promise<Page<EventSummary>>;
  timeline(filter: EventFilter, page: PageRequest, bucket?: BucketUnit, facets?: boolean): Promise<Timeline>;

  /**
   * What editors change by hand; `at` is when (RFC 3339). Every edit survives re-ingestion and merging, and can be undone.
   * What it is about and is not there is a DatelineError `not-found`, what it cannot mean `invalid-body`.
   */
  editEvent(id: string, patch: EventPatch, at: string): Promise<Edit>;
  mergeEvents(merge: EventMerge, at: string): Promise<Edit>;
  splitEvent(split: EventSplit, at: string): Promise<Edit>;
  editEntity(id: string, patch: EntityPatch, at: string): Promise<Edit>;
  mergeEntities(merge: EntityMerge, at: string): Promise<Edit>;
  splitEntity(split: EntitySplit, at: string): Promise<Edit>;
  /** A DatelineError `conflict` when it is undone already. */
  undoEdit(id: string, signature: Signature, at: string): Promise<Edit>;
  edits(filter: EditFilter, page: PageRequest): Promise<Page<Edit>>;

  /** What became of events after the cursor, complete and in order. */
  changes(since: string | undefined, limit: number): Promise<Changes>;
}
