import { sql } from 'kysely';
import type { Event } from '../../schemas/event.ts';
import { curate, type ValueEdit } from '../timelines/curation.ts';
import { normalName } from '../timelines/identity.ts';
import type { Report, ReportGroup } from '../timelines/types.ts';
import { vote } from '../timelines/vote.ts';
import { sqlDay } from './days.ts';
import type { Database, Trx } from './engine.ts';
import { partsOf } from './related-events.ts';
import { rowsOf } from './rows.ts';
import type { Reach, Tables } from './tables.ts';

/** Days that a date may span to be found among the short ones. */
export const SHORT = 31;
const DAY = 86_400_000;

interface Placement {
  readonly reach: Reach;
  readonly day: string;
  readonly first_day: string;
  readonly last_day: string;
}

/** Where an event stands in time. What is dated by publication alone stands at that day, among the undated. */
function placementOf(time: Event['time']): Placement {
  const [earliest, latest] = [time?.earliest ?? null, time?.latest ?? null];
  const day = earliest ?? latest;
  if (time === null || day === null) {
    return { reach: 2, day: 'infinity', first_day: 'infinity', last_day: 'infinity' };
  }
  if (time.basis === 'publication') {
    const published = sqlDay(latest ?? day);
    return { reach: 2, day: published, first_day: published, last_day: published };
  }
  const days = earliest !== null && latest !== null ? (Date.parse(latest) - Date.parse(earliest)) / DAY : Number.NaN;
  return {
    reach: earliest === null ? 3 : days <= SHORT ? 0 : 1,
    day: sqlDay(day),
    first_day: earliest === null ? '-infinity' : sqlDay(earliest),
    last_day: latest === null ? 'infinity' : sqlDay(latest),
  };
}

/** Whom it concerns: those who take part, its place, and the countries of all of them. */
function keysOf(reports: readonly Report[]): string[] {
  const parties = reports.flatMap((report) => report.parties).filter(({ role }) => role !== 'topic');
  const keys = parties.flatMap(({ entity, country }) => [
    ...(entity === undefined ? [] : [entity]),
    ...(country === undefined ? [] : [`country:${country}`]),
  ]);
  return [...new Set(keys)].sort();
}

/** UTF-16 code units of sentences that are searched; an event of five hundred reports repeats itself. */
const SEARCHED = 20_000;

function rowOf(group: ReportGroup, edits: readonly ValueEdit[] = []) {
  const { event, summary, prominent } = curate(vote(group), edits);
  const { statusHistory, claims } = event;
  const words = [event.title, ...claims.map(({ sentence }) => sentence.text)].join('\n').slice(0, SEARCHED);
  return {
    id: event.id,
    ...placementOf(event.time),
    listed: prominent,
    type: event.type,
    status: event.status,
    precision: event.time?.precision ?? 'none',
    salience: event.salience,
    place_id: event.place?.entity ?? null,
    place_name: event.place ? normalName(event.place.name) : null,
    words: words.toWellFormed(),
    summary,
    details: { statusHistory },
  };
}

const columns = {
  id: 'text',
  reach: 'smallint',
  day: 'date',
  first_day: 'date',
  last_day: 'date',
  listed: 'boolean',
  type: 'text',
  status: 'text',
  precision: 'text',
  salience: 'double precision',
  place_id: 'text',
  place_name: 'text',
  words: 'text',
  summary: 'json',
  details: 'json',
} as const;

/** Writes events that are new or have changed, and removes those that are gone, with their index entries and counts. */
export async function writeEvents(
  trx: Trx,
  changed: readonly ReportGroup[],
  gone: readonly string[],
  edits: ReadonlyMap<string, readonly ValueEdit[]>,
): Promise<void> {
  const rows = changed.map((group) => rowOf(group, edits.get(group.id)));
  if (gone.length > 0) await trx.deleteFrom('events').where('id', 'in', gone).execute();
  if (rows.length > 0) {
    await sql`insert into events (id, reach, day, first_day, last_day, listed, type, status, precision, salience,
        place_id, place_name, words, summary, details)
      select id, reach, day, first_day, last_day, listed, type, status, precision, salience,
        place_id, place_name, to_tsvector('english', words), summary, details from ${rowsOf(rows, columns)}
      on conflict (id) do update set reach = excluded.reach, day = excluded.day, first_day = excluded.first_day,
        last_day = excluded.last_day, listed = excluded.listed, type = excluded.type, status = excluded.status,
        precision = excluded.precision, salience = excluded.salience, place_id = excluded.place_id,
        place_name = excluded.place_name, words = excluded.words, summary = excluded.summary,
        details = excluded.details`.execute(trx);
  }
  const keys = rows.flatMap(({ id, reach, day, first_day, last_day, salience, listed }, i) =>
    listed
      ? keysOf(changed[i]!.reports).map((key) => ({ key, reach, day, first_day, last_day, event_id: id, salience }))
      : [],
  );
  await writeKeys(trx, [...gone, ...rows.map(({ id }) => id)], keys);
}

const keyColumns = {
  key: 'text',
  reach: 'smallint',
  day: 'date',
  first_day: 'date',
  last_day: 'date',
  event_id: 'text',
  salience: 'double precision',
} as const;

type KeyRow = Tables['event_keys'];

async function writeKeys(trx: Trx, events: readonly string[], keys: readonly KeyRow[]): Promise<void> {
  const old =
    events.length === 0
      ? []
      : await trx.deleteFrom('event_keys').where('event_id', 'in', events).returning('key').execute();
  if (keys.length > 0) {
    await sql`insert into event_keys (key, reach, day, first_day, last_day, event_id, salience)
      select key, reach, day, first_day, last_day, event_id, salience from ${rowsOf(keys, keyColumns)}`.execute(trx);
  }
  const counts = new Map<string, number>();
  const count = (key: string, by: number) => {
    if (key.startsWith('ent_')) counts.set(key, (counts.get(key) ?? 0) + by);
  };
  for (const { key } of keys) count(key, 1);
  for (const { key } of old) count(key, -1);
  const changes = [...counts].filter(([, by]) => by !== 0).map(([id, by]) => ({ id, by }));
  if (changes.length === 0) return;
  await sql`update entities set events = entities.events + rows.by
    from ${rowsOf(changes, { id: 'text', by: 'integer' })} where entities.id = rows.id`.execute(trx);
}

/** An event with all its claims, or where it went. */
export async function findEvent(db: Database, id: string): Promise<Event | { mergedInto: string } | undefined> {
  const row = await db.selectFrom('events').select(['summary', 'details']).where('id', '=', id).executeTakeFirst();
  if (row === undefined) {
    const redirect = await db.selectFrom('event_redirects').select('event_id').where('id', '=', id).executeTakeFirst();
    return redirect && { mergedInto: redirect.event_id };
  }
  const rows = await db.selectFrom('reports').select('report').where('event_id', '=', id).execute();
  const reports = rows.map(({ report }) => report);
  const { evidence: _, ...shared } = row.summary;
  const claims = reports.flatMap((report) => report.claims).sort(inOrder);
  return { ...shared, ...(await partsOf(db, id, reports)), ...row.details, claims };
}

/** By publication, then as the documents tell them. */
function inOrder(a: Event['claims'][number], b: Event['claims'][number]): number {
  const [left, right] = [a, b].map(({ publishedAt = '~', document }) => `${publishedAt} ${document}`);
  return left! < right! ? -1 : left! > right! ? 1 : a.trigger.start - b.trigger.start;
}
