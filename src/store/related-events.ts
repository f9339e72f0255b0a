import { sql } from 'kysely';
import type { Event, EventSummary, RelatedEvent } from '../../schemas/event.ts';
import type { RelatedEventsFilter } from '../records.ts';
import type { Report } from '../timelines/types.ts';
import { sqlDay } from './days.ts';
import type { Database } from './engine.ts';

/** The event that one is part of, and those that are parts of it, as the texts say. */
export async function partsOf(
  db: Database,
  id: string,
  reports: readonly Report[],
): Promise<Pick<Event, 'partOf' | 'parts'>> {
  const wholes = reports.flatMap(({ partOf }) => partOf ?? []);
  const { rows } = await sql<{ id: string; title: string; whole: boolean }>`
    select e.id, e.summary ->> 'title' as title, found.whole
    from (
      select event_id, true as whole from reports where id = any(${wholes}::text[])
      union
      select event_id, false from reports where report ->> 'partOf' = any(${reports.map((report) => report.id)}::text[])
    ) found join events e on e.id = found.event_id where e.id <> ${id}
    order by e.day, e.id`.execute(db);
  const named = (whole: boolean) => rows.filter((row) => row.whole === whole).map(({ id, title }) => ({ id, title }));
  const [partOf] = named(true);
  const parts = named(false);
  return { ...(partOf && { partOf }), ...(parts.length > 0 && { parts }) };
}

/** Days around an event that are searched when no window is named. */
const AROUND = 30;
/** Days that an event of the index of short dates may span. */
const SHORT = 31;

/** What else those who take part in an event did in the window, what shares most of them first. */
export async function relatedEvents(
  db: Database,
  id: string,
  { from, to, limit }: RelatedEventsFilter,
): Promise<RelatedEvent[] | undefined> {
  const event = await db.selectFrom('events').select('id').where('id', '=', id).executeTakeFirst();
  if (event === undefined) return undefined;
  const first = from === undefined ? sql`mine.day - ${sql.lit(AROUND)}` : sql`${sqlDay(from)}::date`;
  const last = to === undefined ? sql`mine.last_day + ${sql.lit(AROUND)}` : sql`${sqlDay(to)}::date`;
  const { rows } = await sql<{ summary: EventSummary; shared: number }>`
    select e.summary, found.shared from (
      select theirs.event_id, count(*)::integer as shared, max(theirs.salience) as salience
      from event_keys mine join event_keys theirs on theirs.key = mine.key and theirs.reach = 0
        and theirs.day between ${first} - ${sql.lit(SHORT)} and ${last} and theirs.last_day >= ${first}
      where mine.event_id = ${id} and mine.reach = 0 and mine.key like 'ent\\_%' and theirs.event_id <> ${id}
      group by theirs.event_id order by shared desc, salience desc, theirs.event_id limit ${limit}
    ) found join events e on e.id = found.event_id
    order by found.shared desc, found.salience desc, e.id`.execute(db);
  return rows.map(({ summary, shared }) => ({ event: summary, shared }));
}
