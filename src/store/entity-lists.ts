import { type RawBuilder, sql } from 'kysely';
import type { Entity, EntityMention, RelatedEntity } from '../../schemas/entity.ts';
import type { Page } from '../../schemas/page.ts';
import type { EntityFilter, PageRequest, RelatedFilter } from '../records.ts';
import { normalName } from '../timelines/identity.ts';
import { cursorsOf, pageOf } from './cursor.ts';
import { sqlDay } from './days.ts';
import type { Database } from './engine.ts';
import { findEntities } from './entities.ts';
import type { MentionSpan } from './tables.ts';

type Condition = RawBuilder<unknown>;

export const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly mentions: number;
}

/** The most mentioned first; with `q` the best match first. */
export async function listEntities(
  db: Database,
  filter: EntityFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<Entity>> {
  const cursors = cursorsOf('entities', filter, 'nnsn');
  const after = cursors.read(cursor);
  const conditions = [...conditionsOf(filter), notHidden];
  if (after)
    conditions.push(sql`(-score, -mentions, id) > (${-after[0]!}::integer, ${-after[1]!}::integer, ${after[2]})`);
  const { rows } = await sql<Ranked>`
    select id, score, mentions from (${scored(filter.q)}) e
    where ${all(conditions)} order by score desc, mentions desc, id limit ${limit + 1}`.execute(db);
  const keyOf = ({ id, score, mentions }: Ranked) => [score, mentions, id];
  const page = pageOf(rows, { limit, seen: Number(after?.[3] ?? 0), keyOf, toItem: ({ id }) => id }, cursors);
  return { ...page, items: await findEntities(db, page.items) };
}

const notHidden = sql`not exists (
  select from entity_values v where v.entity_id = e.id and v.field = 'hidden')`;

/**
 * Entities with how well a name of theirs fits: 4000 by code, 3000 a whole name, 2000 the beginning of one, 1000 the
 * beginning of a word in one, less by the share of trigrams (so that a typo finds what was meant).
 */
function scored(q: string | undefined): Condition {
  if (q === undefined) return sql`select *, 0 as score from entities`;
  const name = normalName(q);
  const code = q.trim().toUpperCase();
  return sql`
    select e.*, hits.score from (
      select entity_id, max(score) as score from (
        select entity_id, case
            when folded = ${name} then 3000
            when folded like ${`${name}%`} then 2000
            when folded like ${`% ${name}%`} then 1000
            else (word_similarity(${name}, folded) * 900)::integer end as score
        from entity_values
        where folded is not null and ${name} <> '' and (folded like ${`${name}%`} or ${name} <% folded)
        union all
        select id, 4000 from entities where wikidata = ${code} or (iso = ${code} and type = 'country')
      ) names group by entity_id
    ) hits join entities e on e.id = hits.entity_id`;
}

function conditionsOf({ types, country, from, to }: EntityFilter): Condition[] {
  const days = [
    ...(from === undefined ? [] : [sql`day >= ${sqlDay(from)}::date`]),
    ...(to === undefined ? [] : [sql`day <= ${sqlDay(to)}::date and day > '-infinity'`]),
  ];
  return [
    ...(types === undefined ? [] : [sql`type = any(${[...types]})`]),
    ...(country === undefined ? [] : [sql`(country = ${country} or iso = ${country})`]),
    ...(days.length === 0
      ? []
      : [sql`exists (select from document_entities d where d.entity_id = e.id and ${all(days)})`]),
  ];
}

interface MentionRow {
  readonly document: string;
  readonly publishedAt: string | null;
  readonly day: string;
  readonly span: MentionSpan;
}

/** Where documents name an entity, the latest published first. */
export async function listMentions(
  db: Database,
  id: string,
  { cursor, limit }: PageRequest,
): Promise<Page<EntityMention>> {
  const cursors = cursorsOf('mentions', { id }, 'ssnn');
  const after = cursors.read(cursor);
  const from = after
    ? sql`and (m.day < ${after[0]}::date or (m.day = ${after[0]}::date and m.document_id >= ${after[1]}))`
    : sql``;
  const found = await sql<{ document: string; publishedAt: string | null; day: string; spans: MentionSpan[] }>`
    select m.document_id as document, d.published_at as "publishedAt", m.day::text as day, m.spans
    from document_entities m join documents d on d.id = m.document_id
    where m.entity_id = ${id} and m.mentions > 0 ${from}
    order by m.day desc, m.document_id limit ${limit + 2}`.execute(db);
  const rows = found.rows.flatMap(({ spans, ...row }) =>
    spans
      .filter(([start]) => !after || row.document !== after[1] || start > Number(after[2]))
      .map((span): MentionRow => ({ ...row, span })),
  );
  const keyOf = ({ day, document, span }: MentionRow) => [day, document, span[0]];
  const page = pageOf(rows, { limit, seen: Number(after?.[3] ?? 0), keyOf, toItem: (row) => row }, cursors);
  const texts = await textsOf(db, [...new Set(page.items.map(({ document }) => document))]);
  return { ...page, items: page.items.map((row) => toMention(row, texts.get(row.document) ?? '')) };
}

async function textsOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('documents').select(['id', 'text']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

function toMention({ document, publishedAt, span }: MentionRow, documentText: string): EntityMention {
  const [start, end, from, to] = span;
  return {
    document,
    ...(publishedAt !== null && { publishedAt }),
    start,
    end,
    text: documentText.slice(start, end),
    ...(from !== undefined && { sentence: documentText.slice(from, to) }),
  };
}

/** Who takes part in the same listed events, most often first. */
export async function listRelated(
  db: Database,
  id: string,
  { from, to, types, limit }: RelatedFilter,
): Promise<RelatedEntity[]> {
  const conditions = [
    ...(from === undefined ? [] : [sql`mine.last_day >= ${sqlDay(from)}::date`]),
    ...(to === undefined ? [] : [sql`mine.first_day <= ${sqlDay(to)}::date`]),
    ...(types === undefined ? [] : [sql`e.type = any(${[...types]})`]),
  ];
  const { rows } = await sql<{ id: string; events: number }>`
    select e.id, count(*)::integer as events
    from event_keys mine
    join event_keys theirs on theirs.event_id = mine.event_id and theirs.key <> mine.key
    join entities e on e.id = theirs.key
    where mine.key = ${id} and ${all(conditions)}
    group by e.id order by events desc, e.id limit ${limit}`.execute(db);
  const entities = new Map(
    (
      await findEntities(
        db,
        rows.map((row) => row.id),
      )
    ).map((entity) => [entity.id, entity]),
  );
  return rows.flatMap(({ id, events }) => {
    const entity = entities.get(id);
    return entity ? [{ entity, events }] : [];
  });
}
