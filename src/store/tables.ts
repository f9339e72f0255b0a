import type { ColumnType, Generated } from 'kysely';
import type { ChangeKind } from '../../schemas/change.ts';
import type { StoredDocument } from '../../schemas/document.ts';
import type { Edit, EditAction } from '../../schemas/edit.ts';
import type { Entity } from '../../schemas/entity.ts';
import type { Event, EventSummary } from '../../schemas/event.ts';
import type { EntityType, EventStatus, EventType, Extraction, Precision } from '../../schemas/extraction.ts';
import type { Report } from '../timelines/types.ts';

/** JSON is written as text and read as what it is. */
type Json<T> = ColumnType<T, string, string>;

/** First and last UTF-16 code unit (exclusive) of a mention, and of its sentence where an event is told in it. */
export type MentionSpan = [start: number, end: number] | [start: number, end: number, from: number, to: number];

/** What a document says of an entity: a field and a value. */
export type Said = readonly [field: string, value: string];

/** What only the event itself shows. */
export type EventDetails = Pick<Event, 'statusHistory'>;

/**
 * Events as an index finds them: 0 dates of up to 31 days; 1 longer ones, and without an end; 2 without a date of their
 * own; 3 without a beginning.
 */
export type Reach = 0 | 1 | 2 | 3;

/** The tables as sql/ makes them. Days are written YYYY-MM-DD (BC), or 'infinity' and '-infinity'. */
export interface Tables {
  migrations: { version: number; name: string; applied_at: Generated<Date> };
  documents: {
    id: string;
    day: string;
    published_at: string | null;
    timezone: string;
    title: string | null;
    url: string | null;
    publisher: string | null;
    content_type: StoredDocument['contentType'];
    length: number;
    added_at: ColumnType<Date, string, never>;
    counts: Json<StoredDocument['counts']>;
    text: string;
    extraction: Json<Omit<Extraction, 'text'>>;
    entity_ids: Json<Record<string, string>>;
  };
  entities: {
    id: string;
    identity: string;
    type: EntityType;
    name: string;
    wikidata: string | null;
    iso: string | null;
    geonames: number | null;
    role: string | null;
    country: string | null;
    acts_for: string | null;
    candidates: Json<NonNullable<Entity['candidates']>> | null;
    documents: number;
    mentions: number;
    events: number;
  };
  entity_values: { entity_id: string; field: string; value: string; folded: string | null; documents: number };
  document_entities: {
    document_id: string;
    entity_id: string;
    day: string;
    mentions: number;
    spans: Json<MentionSpan[]>;
    said: Json<Said[]>;
  };
  reports: {
    id: string;
    number: Generated<number>;
    document_id: string;
    event_id: string;
    group_id: string;
    publisher: string | null;
    report: Json<Report>;
  };
  report_keys: { key: number; first_day: number; last_day: number; report: number };
  events: {
    id: string;
    reach: Reach;
    day: string;
    first_day: string;
    last_day: string;
    listed: boolean;
    type: EventType;
    status: EventStatus;
    precision: Precision;
    salience: number;
    place_id: string | null;
    place_name: string | null;
    words: unknown;
    summary: Json<EventSummary>;
    details: Json<EventDetails>;
  };
  event_keys: {
    key: string;
    reach: Reach;
    day: string;
    first_day: string;
    last_day: string;
    event_id: string;
    salience: number;
  };
  event_redirects: { id: string; event_id: string };
  edits: {
    number: Generated<number>;
    id: string;
    at: ColumnType<Date, string, never>;
    author: string;
    reason: string;
    action: EditAction;
    targets: Json<string[]>;
    anchors: string[];
    others: string[];
    values: Json<Record<string, unknown>>;
    undone: Json<NonNullable<Edit['undone']>> | null;
  };
  entity_overrides: { identity: string; document_id: string; entity_id: string; target: string; edit: number };
  changes: {
    number: Generated<number>;
    at: Generated<Date>;
    kind: ChangeKind;
    event_id: string;
    into_id: string | null;
  };
}
