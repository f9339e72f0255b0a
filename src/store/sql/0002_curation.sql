-- What editors change by hand, and what became of events.

-- An edit says whom it is about by ids that outlive merging: of reports, and of entities.
create table edits (
  number bigint generated always as identity primary key,
  id text not null unique,
  at timestamptz not null,
  author text not null,
  reason text not null,
  action text not null,
  -- As the request named them.
  targets json not null,
  -- Reports (those that were split off or are one) or entities.
  anchors text[] not null,
  -- Of a split event, the reports that stayed.
  others text[] not null,
  "values" json not null,
  undone json
);
create index edits_by_anchor on edits using gin (anchors) where undone is null;
create index edits_by_other on edits using gin (others) where undone is null;

-- Entities that editors say are others: in all documents ('') or in one. "edit" is what to undo.
create table entity_overrides (
  identity text not null,
  document_id text not null,
  entity_id text not null,
  target text not null,
  edit bigint not null,
  primary key (identity, document_id, edit)
);
create index entity_overrides_by_entity on entity_overrides (entity_id);

-- The event that merging made of a report, where "event_id" is the one that editors made of that.
alter table reports add column group_id text;
update reports set group_id = event_id;
alter table reports alter column group_id set not null;
create index reports_by_group on reports (group_id);

-- What became of events, in the order in which it did: writers take turns.
create table changes (
  number bigint generated always as identity primary key,
  at timestamptz not null default now(),
  kind text not null,
  event_id text not null,
  into_id text
);
