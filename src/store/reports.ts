import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { groupBy } from '../timelines/group-by.ts';
import { entryOf, type IndexEntry } from '../timelines/keys.ts';
import type { Report, ReportGroup } from '../timelines/types.ts';
import type { Trx } from './engine.ts';
import { rowsOf } from './rows.ts';

/** Days that an entry may span at most: a longer one is kept under keys that name its days. */
const LONGEST = 31;

/** 53 bits of a hash: a key in eight bytes. Two keys with one hash only make a neighbourhood larger than it need be. */
const hashOf = (key: string): number => Number(createHash('sha1').update(key).digest().readBigUInt64BE() >> 11n);

/** Keeps reports, with the events they belong to and what they are found by. */
export async function insertReports(
  trx: Trx,
  reports: readonly Report[],
  eventOf: ReadonlyMap<string, string>,
): Promise<void> {
  if (reports.length === 0) return;
  const rows = reports.map((report) => {
    const { keys, from, to } = entryOf(report);
    const { id, document, publisher = null } = report;
    return {
      id,
      document,
      event: eventOf.get(id) ?? id,
      publisher,
      report,
      keys: [...new Set(keys.map(hashOf))],
      first: from,
      last: to,
    };
  });
  const columns = {
    id: 'text',
    document: 'text',
    event: 'text',
    publisher: 'text',
    report: 'json',
    keys: 'json',
    first: 'integer',
    last: 'integer',
  } as const;
  await sql`with given as materialized (select * from ${rowsOf(rows, columns)}),
    kept as (
      insert into reports (id, document_id, event_id, group_id, publisher, report)
      select id, document, event, event, publisher, report from given returning id, number)
    insert into report_keys (key, first_day, last_day, report)
    select key::bigint, first, last, number
    from given join kept using (id) cross join json_array_elements_text(keys) key`.execute(trx);
}

/** Removes the reports of a document and answers them, with the events they were in. */
export async function removeReports(trx: Trx, document: string): Promise<{ event: string; report: Report }[]> {
  const { rows } = await sql<{ event: string; report: Report }>`
    with gone as (delete from reports where document_id = ${document} returning number, event_id, report),
      keys as (delete from report_keys where report in (select number from gone))
    select event_id as event, report from gone`.execute(trx);
  return rows;
}

/**
 * Finds reports kept under one of the keys of a lookup, on days that overlap its days. One finder serves one change: what
 * it has read it does not read again.
 */
export function finderIn(db: Trx): (lookups: readonly IndexEntry[]) => Promise<Report[]> {
  const read = new Map<number, Report>();
  return async (lookups) => {
    const numbers = await numbersOf(db, lookups);
    const missing = numbers.filter((number) => !read.has(number));
    if (missing.length > 0) {
      const { rows } = await sql<{ number: number; report: Report }>`
        select number, report from reports where number = any(${missing}::bigint[])`.execute(db);
      for (const { number, report } of rows) read.set(number, report);
    }
    return numbers.flatMap((number) => read.get(number) ?? []);
  };
}

async function numbersOf(db: Trx, lookups: readonly IndexEntry[]): Promise<number[]> {
  const asked = lookups.flatMap(({ keys, from, to }) => keys.map((key) => ({ key: hashOf(key), from, to })));
  if (asked.length === 0) return [];
  // One step down the index for each key ("offset 0" keeps the planner from joining the tables as wholes).
  const { rows } = await sql<{ number: number }>`
    select distinct found.report as number
    from ${rowsOf(asked, { key: 'bigint', from: 'integer', to: 'integer' })}
    cross join lateral (
      select k.report from report_keys k
      where k.key = rows.key and k.first_day between rows."from" - ${LONGEST} and rows."to" and k.last_day >= rows."from"
      offset 0) found`.execute(db);
  return rows.map(({ number }) => number);
}

/** The events that merging made of one of these reports, each with all its reports. */
export async function groupsOf(db: Trx, reports: readonly string[]): Promise<ReportGroup[]> {
  if (reports.length === 0) return [];
  const { rows } = await sql<{ event: string; report: Report }>`
    select group_id as event, report from reports
    where group_id in (select group_id from reports where id = any(${[...reports]}))`.execute(db);
  const groups = groupBy(rows, ({ event }) => event);
  return [...groups].map(([id, members]) => ({ id, reports: members.map(({ report }) => report) }));
}

/** The events that reports are in, as editors made them; reports that are not kept are left out. */
export async function eventsOf(db: Trx, reports: readonly string[]): Promise<Map<string, string>> {
  if (reports.length === 0) return new Map();
  const { rows } = await sql<{ id: string; event: string }>`
    select id, event_id as event from reports where id = any(${[...reports]})`.execute(db);
  return new Map(rows.map(({ id, event }) => [id, event]));
}

/** Says of which events reports are now: as merging makes them (`group_id`), or as editors do (`event_id`). */
export async function assignReports(
  trx: Trx,
  column: 'group_id' | 'event_id',
  groups: readonly ReportGroup[],
): Promise<void> {
  const rows = groups.flatMap(({ id, reports }) => reports.map((report) => ({ id: report.id, event: id })));
  if (rows.length === 0) return;
  const kept = sql.ref(`reports.${column}`);
  await sql`update reports set ${sql.ref(column)} = rows.event from ${rowsOf(rows, { id: 'text', event: 'text' })}
    where reports.id = rows.id and ${kept} <> rows.event`.execute(trx);
}
