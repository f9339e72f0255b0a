import { sql } from 'kysely';
import type { BucketUnit, Timeline } from '../../schemas/timeline.ts';
import { isoDay } from './days.ts';
import type { Database } from './engine.ts';
import { all } from './entity-lists.ts';
import { datedOf, type Selection } from './selection.ts';

type Unit = Exclude<BucketUnit, 'auto'>;

/** Days up to which `auto` takes a unit: some fifty buckets at most. */
const LONGEST: readonly [unit: Unit, days: number][] = [
  ['day', 45],
  ['week', 350],
  ['month', 1500],
  ['quarter', 4500],
  ['year', 20_000],
];

/** How many of the selected events with a date start in each unit; units without any are left out. */
export async function bucketsOf(
  db: Database,
  { source, branches }: Selection,
  asked: BucketUnit,
): Promise<NonNullable<Timeline['buckets']>> {
  const dated = sql`${source} and k.day > '-infinity' and k.day < 'infinity' and (${sql.join(
    datedOf(branches).map(({ conditions }) => sql`(${all(conditions)})`),
    sql` or `,
  )})`;
  const unit = asked === 'auto' ? await unitFor(db, dated) : asked;
  const { rows } = await sql<{ start: string; end: string; count: number }>`
    select start::date::text as start, (start + ${sql.lit(`1 ${unit === 'quarter' ? 'month' : unit}`)}::interval
        * ${unit === 'quarter' ? 3 : 1} - interval '1 day')::date::text as end, count::integer as count
    from (select date_trunc(${unit}, k.day::timestamp) as start, count(*) as count ${dated} group by 1) b
    order by b.start`.execute(db);
  return { unit, items: rows.map(({ start, end, count }) => ({ start: isoDay(start), end: isoDay(end), count })) };
}

async function unitFor(db: Database, dated: ReturnType<typeof sql>): Promise<Unit> {
  const { rows } = await sql<{ days: number | null }>`select max(k.day) - min(k.day) as days ${dated}`.execute(db);
  return LONGEST.find(([, days]) => (rows[0]?.days ?? 0) <= days)?.[0] ?? 'decade';
}
