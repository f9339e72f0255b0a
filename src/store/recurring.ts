import { type RawBuilder, sql } from 'kysely';

/**
 * Whether an event's date is one without a year, as "XXXX-07-07", "XXXX-05" or "XXXX-12-30/XXXX-01-02", and shares a day
 * of the year with `date`, MM-DD or MM. A part without a day reaches from the first to the 31st, whatever its length.
 */
export function recursOn(event: RawBuilder<unknown>, date: string): RawBuilder<unknown> {
  const edtf = sql`(${event}.summary #>> '{time,edtf}')`;
  const day = (pattern: string) => sql`substring(${edtf} from ${sql.lit(pattern)})`;
  const first = day('^XXXX-(\\d\\d(?:-\\d\\d)?)');
  const earliest = sql`rpad(${first}, 5, '-01')`;
  const latest = sql`rpad(coalesce(${day('/XXXX-(\\d\\d(?:-\\d\\d)?)')}, ${first}), 5, '-31')`;
  const starts = sql`${earliest} <= ${date.padEnd(5, '-31')}`;
  const ends = sql`${latest} >= ${date.padEnd(5, '-01')}`;
  return sql`(${edtf} like 'XXXX-%'
    and case when ${earliest} <= ${latest} then ${starts} and ${ends} else ${starts} or ${ends} end)`;
}
