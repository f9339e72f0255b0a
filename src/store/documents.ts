import { sql } from 'kysely';
import type { Annotations, StoredDocument } from '../../schemas/document.ts';
import type { DocumentFilter, PageRequest, ReadDocument } from '../records.ts';
import { cursorsOf, pageOf } from './cursor.ts';
import { sqlDay } from './days.ts';
import type { Database, Trx } from './engine.ts';
import { rowsOf } from './rows.ts';
import { entityIdsOf } from './said.ts';
import type { Tables } from './tables.ts';

const shown = [
  'id',
  'published_at',
  'timezone',
  'title',
  'url',
  'publisher',
  'content_type',
  'length',
  'added_at',
  'counts',
] as const;

/** The day that lists order a document by. */
export const dayOf = (publishedAt: string | undefined): string =>
  publishedAt === undefined ? '-infinity' : sqlDay(publishedAt);

const columns = {
  id: 'text',
  day: 'date',
  published_at: 'text',
  timezone: 'text',
  title: 'text',
  url: 'text',
  publisher: 'text',
  content_type: 'text',
  length: 'integer',
  added_at: 'timestamptz',
  counts: 'json',
  text: 'text',
  extraction: 'json',
  entity_ids: 'json',
} as const;

/** The ids of those that were not there yet. */
export async function insertDocuments(trx: Trx, documents: readonly ReadDocument[]): Promise<Set<string>> {
  const names = sql.raw(Object.keys(columns).join(', '));
  const { rows } = await sql<{ id: string }>`insert into documents (${names})
    select ${names} from ${rowsOf(documents.map(rowOf), columns)} on conflict (id) do nothing returning id`.execute(
    trx,
  );
  return new Set(rows.map(({ id }) => id));
}

function rowOf({ id, source, contentType, url, publisher, addedAt, extraction: read }: ReadDocument) {
  const { text: _, ...extraction } = read;
  const { times, mentions, entities, events } = extraction;
  const counts = {
    times: times.length,
    mentions: mentions.length,
    entities: entities.length,
    events: events.length,
  };
  return {
    id,
    day: dayOf(source.publishedAt),
    published_at: source.publishedAt ?? null,
    timezone: source.timezone,
    title: source.title ?? null,
    url: url ?? null,
    publisher: publisher ?? null,
    content_type: contentType,
    length: source.text.length,
    added_at: addedAt,
    counts,
    text: source.text,
    extraction,
    entity_ids: Object.fromEntries(entityIdsOf(read)),
  };
}

export async function removeDocument(trx: Trx, id: string): Promise<boolean> {
  const row = await trx.deleteFrom('documents').where('id', '=', id).returning('id').executeTakeFirst();
  return row !== undefined;
}

export async function findDocument(db: Database, id: string): Promise<StoredDocument | undefined> {
  const row = await db.selectFrom('documents').select(shown).where('id', '=', id).executeTakeFirst();
  return row && toDocument({ ...row, warnings: await warningsOf(db, id) });
}

async function warningsOf(db: Database, id: string): Promise<string[]> {
  const { rows } = await sql<{ warnings: string[] }>`
    select extraction -> 'warnings' as warnings from documents where id = ${id}`.execute(db);
  return rows[0]?.warnings ?? [];
}

export async function findText(db: Database, id: string): Promise<string | undefined> {
  return (await db.selectFrom('documents').select('text').where('id', '=', id).executeTakeFirst())?.text;
}

export async function findAnnotations(db: Database, id: string): Promise<Annotations | undefined> {
  const row = await db
    .selectFrom('documents')
    .select(['extraction', 'entity_ids'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const reports = await db.selectFrom('reports').select(['event_id', 'report']).where('document_id', '=', id).execute();
  const eventAt = new Map(
    reports.flatMap(({ event_id, report }) => report.claims.map(({ trigger }) => [trigger.start, event_id] as const)),
  );
  const events = row.extraction.events.flatMap(({ id: mention, trigger }) => {
    const event = eventAt.get(trigger.start);
    return event === undefined ? [] : [[mention, event] as const];
  });
  const { publishedAt, times, mentions, entities, events: found, warnings } = row.extraction;
  return {
    id,
    ...(publishedAt !== undefined && { publishedAt }),
    times,
    mentions,
    entities,
    events: found,
    warnings,
    links: { entities: row.entity_ids, events: Object.fromEntries(events) },
  };
}

/** The latest published first, those without a date last. */
export async function listDocuments(db: Database, filter: DocumentFilter, { cursor, limit }: PageRequest) {
  const cursors = cursorsOf('documents', filter, 'ssn');
  const after = cursors.read(cursor);
  const { from, to, publisher, q } = filter;
  let query = db
    .selectFrom('documents')
    .select(shown)
    .select([sql<string>`day::text`.as('day'), sql<string[]>`extraction -> 'warnings'`.as('warnings')]);
  if (from !== undefined) query = query.where('day', '>=', sqlDay(from));
  if (to !== undefined) query = query.where('day', '<=', sqlDay(to)).where('day', '>', '-infinity');
  if (publisher !== undefined) query = query.where('publisher', '=', publisher);
  if (q !== undefined)
    query = query.where(sql<boolean>`
    to_tsvector('english', coalesce(title, '') || ' ' || text) @@ websearch_to_tsquery('english', ${q})`);
  if (after)
    query = query.where(sql<boolean>`
    (day < ${after[0]}::date or (day = ${after[0]}::date and id > ${after[1]}))`);
  const rows: (Row & { day: string })[] = await query
    .orderBy('day', 'desc')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const seen = Number(after?.[2] ?? 0);
  const keyOf = ({ day, id }: Row & { day: string }) => [day, id];
  return pageOf(rows, { limit, seen, keyOf, toItem: toDocument }, cursors);
}

type Row = Pick<Tables['documents'], 'id' | 'published_at' | 'timezone' | 'title' | 'url' | 'publisher' | 'length'> & {
  content_type: StoredDocument['contentType'];
  added_at: Date;
  counts: StoredDocument['counts'];
  warnings: string[];
};

function toDocument(row: Row): StoredDocument {
  const { id, published_at, timezone, title, url, publisher, content_type, length, added_at, counts, warnings } = row;
  return {
    id,
    ...(published_at !== null && { publishedAt: published_at }),
    timezone,
    ...(title !== null && { title }),
    ...(url !== null && { url }),
    ...(publisher !== null && { publisher }),
    contentType: content_type,
    length,
    addedAt: added_at.toISOString(),
    counts,
    warnings,
  };
}
