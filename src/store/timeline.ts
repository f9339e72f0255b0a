import { sql } from 'kysely';
import type { EventSummary } from '../../schemas/event.ts';
import type { Page } from '../../schemas/page.ts';
import type { BucketUnit, Timeline } from '../../schemas/timeline.ts';
import type { EventFilter, PageRequest } from '../records.ts';
import { bucketsOf } from './buckets.ts';
import { cursorsOf, pageOf } from './cursor.ts';
import type { Database } from './engine.ts';
import { all } from './entity-lists.ts';
import { facetsOf } from './facets.ts';
import { type Branch, branchesOf, type Selection, select } from './selection.ts';

interface Row {
  readonly id: string;
  readonly tail: number;
  readonly day: string;
  readonly last: string;
  readonly salience: number;
  readonly summary: EventSummary;
}

/** Events in order: a page, how many have no date, and where asked the counts of the whole window. */
export async function readTimeline(
  db: Database,
  filter: EventFilter,
  page: PageRequest,
  bucket?: BucketUnit,
  facets = false,
): Promise<Timeline> {
  const selection = await select(db, filter);
  const { undated, ...events } = await readPage(db, 'timeline', filter, selection, page);
  const buckets = bucket && (await bucketsOf(db, selection, bucket));
  const counted = facets ? await facetsOf(db, selection) : undefined;
  return { ...events, ...(buckets && { buckets }), ...(counted && { facets: counted }), undated };
}

export async function listEvents(db: Database, filter: EventFilter, page: PageRequest): Promise<Page<EventSummary>> {
  const { undated: _, ...events } = await readPage(db, 'events', filter, await select(db, filter), page);
  return events;
}

/** The cursor carries the number of undated events, so that they are counted once. */
async function readPage(
  db: Database,
  list: string,
  filter: EventFilter,
  selection: Selection,
  { cursor, limit }: PageRequest,
): Promise<Page<EventSummary> & { undated: number }> {
  const bySalience = filter.sort === 'salience';
  const cursors = cursorsOf(list, filter, bySalience ? 'nsnn' : 'nsssnn');
  const after = cursors.read(cursor);
  const undated = after ? Number(after.at(-2)) : list === 'timeline' ? await countUndated(db, selection) : 0;
  const rows = bySalience
    ? await bySalienceAfter(db, selection, after, limit + 1)
    : await byDateAfter(db, selection, filter.sort === '-date', after, limit + 1);
  const keyOf = ({ id, tail, day, last, salience }: Row) =>
    bySalience ? [salience, id, undated] : [tail, day, last, id, undated];
  const seen = Number(after?.at(-1) ?? 0);
  return { ...pageOf(rows, { limit, seen, keyOf, toItem: ({ summary }) => summary }, cursors), undated };
}

type Key = readonly (string | number)[] | undefined;

/**
 * Each branch is read in order from its own index entries and stops at the limit; the page is merged from them. So a
 * window costs what its page costs, however many events lie before and after it.
 */
async function byDateAfter(
  db: Database,
  { source, branches }: Selection,
  descending: boolean,
  after: Key,
  limit: number,
) {
  const order = descending ? sql`desc` : sql``;
  const reads = branchesOf(branches).flatMap(({ tail, conditions }: Branch) => {
    if (after && tail < Number(after[0])) return [];
    const start = after && tail === Number(after[0]) ? [beyond(after, descending)] : [];
    return sql`(select k.id, ${sql.lit(tail)} as tail, k.day, k.last_day, k.salience ${source}
      and ${all([...conditions, ...start])}
      order by k.day ${order}, k.last_day ${order}, k.id ${order} limit ${limit})`;
  });
  if (reads.length === 0) return [];
  const { rows } = await sql<Row>`
    select p.id, p.tail, p.day::text as day, p.last_day::text as last, p.salience, e.summary
    from (select * from (${sql.join(reads, sql` union all `)}) b
      order by tail, day ${order}, last_day ${order}, id ${order} limit ${limit}) p
    join events e on e.id = p.id
    order by p.tail, p.day ${order}, p.last_day ${order}, p.id ${order}`.execute(db);
  return rows;
}

const beyond = ([, day, last, id]: NonNullable<Key>, descending: boolean) =>
  sql`(k.day, k.last_day, k.id) ${descending ? sql`<` : sql`>`} (${day}::date, ${last}::date, ${id})`;

async function bySalienceAfter(db: Database, { source, branches }: Selection, after: Key, limit: number) {
  const start = after ? [sql`(-k.salience, k.id) > (${-Number(after[0])}::double precision, ${after[1]})`] : [];
  const { rows } = await sql<Row>`
    select p.id, 0 as tail, p.day::text as day, p.last_day::text as last, p.salience, e.summary
    from (select k.id, k.day, k.last_day, k.salience ${source}
      and (${sql.join(
        branchesOf(branches).map(({ conditions }) => sql`(${all(conditions)})`),
        sql` or `,
      )})
      and ${all(start)} order by k.salience desc, k.id limit ${limit}) p
    join events e on e.id = p.id order by p.salience desc, p.id`.execute(db);
  return rows;
}

async function countUndated(db: Database, { source, branches }: Selection): Promise<number> {
  const count = ({ conditions }: Branch) => sql`(select count(*) ${source} and ${all(conditions)})`;
  const { rows } = await sql<{ count: number }>`
    select (${count(branches.published)} + ${count(branches.unknown)})::integer as count`.execute(db);
  return rows[0]!.count;
}
