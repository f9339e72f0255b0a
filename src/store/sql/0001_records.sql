-- Ids are derived from content (see src/timelines/identity.ts). There are neither foreign keys nor triggers, so that the
-- tables can be distributed by their first key column; the code that deletes a document deletes what hangs on it.

create extension if not exists pg_trgm;

create table documents (
  id text primary key,
  -- What lists are ordered by: the day of publication; '-infinity' without one.
  day date not null,
  published_at text,
  timezone text not null,
  title text,
  url text,
  publisher text,
  content_type text not null,
  length integer not null,
  added_at timestamptz not null,
  counts json not null,
  text text not null,
  -- The extraction as it was made, without the text.
  extraction json not null,
  -- From e1 to ent_…
  entity_ids json not null
);
create index documents_by_day on documents (day desc, id);
create index documents_by_publisher on documents (publisher, day desc, id);
create index documents_by_word on documents using gin (to_tsvector('english', coalesce(title, '') || ' ' || text));

-- Who or what documents name. Every field is the one that most documents give; the counts are kept up by the writers.
create table entities (
  id text primary key,
  identity text not null,
  type text not null,
  name text not null,
  wikidata text,
  iso text,
  geonames integer,
  role text,
  country text,
  acts_for text,
  candidates json,
  documents integer not null,
  mentions integer not null,
  events integer not null
);
create index entities_by_mentions on entities (mentions desc, id);
create index entities_by_type on entities (type, mentions desc, id);
create index entities_by_wikidata on entities (wikidata);
create index entities_by_iso on entities (iso) where type = 'country';

-- What documents say an entity is called and is, and how many say so: the votes behind the row in "entities".
create table entity_values (
  entity_id text not null,
  field text not null,
  value text not null,
  -- Without case and accents; null for what is no name.
  folded text,
  documents integer not null,
  primary key (entity_id, field, value)
);
create index entity_values_by_name on entity_values (folded text_pattern_ops) where folded is not null;
create index entity_values_by_trigram on entity_values using gin (folded gin_trgm_ops) where folded is not null;

-- Which document names whom, how often, and where: spans are [start, end, sentence start, sentence end].
create table document_entities (
  document_id text not null,
  entity_id text not null,
  day date not null,
  mentions integer not null,
  spans json not null,
  -- The votes of this document.
  said json not null,
  primary key (document_id, entity_id)
);
create index document_entities_by_entity on document_entities (entity_id, day desc, document_id);
create index document_entities_by_day on document_entities (day, entity_id);

-- What one document says of one event.
create table reports (
  id text primary key,
  number bigint generated always as identity,
  document_id text not null,
  event_id text not null,
  publisher text,
  report json not null
);
create unique index reports_by_number on reports (number);
create index reports_by_document on reports (document_id);
create index reports_by_event on reports (event_id);
create index reports_by_publisher on reports (publisher, event_id);

-- Under what other reports of the same event find a report: hashes of keys, with days since 1970-01-01.
create table report_keys (
  key bigint not null,
  first_day integer not null,
  last_day integer not null,
  report bigint not null,
  primary key (key, first_day, last_day, report)
);
create index report_keys_by_report on report_keys (report);

-- Reports of one event as one record. "reach" is 0 for dates of up to 31 days, 1 for longer ones and those without an end,
-- 3 for those without a beginning, 2 for events without a date of their own. "day" is what they are ordered by: the first
-- day, else the last, else 'infinity'.
create table events (
  id text primary key,
  reach smallint not null,
  day date not null,
  first_day date not null,
  last_day date not null,
  -- Whether it belongs on a timeline.
  listed boolean not null,
  type text not null,
  status text not null,
  precision text not null,
  salience double precision not null,
  place_id text,
  place_name text,
  words tsvector not null,
  -- As lists show it.
  summary json not null,
  -- What only the event itself shows.
  details json not null
);
create index events_by_day on events (reach, day, last_day, id) where listed;
create index events_by_salience on events (salience desc, id) where listed;
create index events_by_place on events (place_name, day) where listed;
create index events_by_word on events using gin (words);

-- Whom an event concerns: ids of entities that take part or are its place, and "country:XX". The date is that of the
-- event, so that a timeline is read from this index alone.
create table event_keys (
  key text not null,
  reach smallint not null,
  day date not null,
  last_day date not null,
  event_id text not null,
  first_day date not null,
  salience double precision not null,
  primary key (key, reach, day, last_day, event_id)
);
create index event_keys_by_event on event_keys (event_id);

-- Ids that events had before they were merged into others.
create table event_redirects (
  id text primary key,
  event_id text not null
);
create index event_redirects_by_event on event_redirects (event_id);
