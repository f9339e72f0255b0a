import { sql } from 'kysely';
import { type Facets, facetFields } from '../../schemas/timeline.ts';
import type { Database } from './engine.ts';
import { all } from './entity-lists.ts';
import { branchesOf, type Selection } from './selection.ts';

/** Values that a facet lists at most. */
const MOST = 20;

/** How many of the selected events have which type, status, country, participant and publisher, the most frequent first. */
export async function facetsOf(db: Database, { source, branches }: Selection): Promise<Facets> {
  const shown = branchesOf(branches).map(({ conditions }) => sql`(${all(conditions)})`);
  const { rows } = await sql<{
    facet: (typeof facetFields)[number];
    value: string;
    name: string | null;
    count: number;
  }>`
    with chosen as materialized (select k.id ${source} and (${sql.join(shown, sql` or `)})),
      counted as (
        select 'type' as facet, e.type as value, count(*)::integer as count
          from chosen join events e using (id) group by e.type
        union all
        select 'status', e.status, count(*)::integer from chosen join events e using (id) group by e.status
        union all
        select case when x.key like 'ent\\_%' then 'entity' else 'country' end,
            case when x.key like 'ent\\_%' then x.key else substr(x.key, 9) end, count(*)::integer
          from chosen join event_keys x on x.event_id = chosen.id group by x.key
        union all
        select 'publisher', r.publisher, count(distinct r.event_id)::integer
          from chosen join reports r on r.event_id = chosen.id where r.publisher is not null group by r.publisher
      ),
      ranked as (
        select *, row_number() over (partition by facet order by count desc, value collate "C") as rank from counted
      )
    select facet, value, count, n.name from ranked left join entities n on facet = 'entity' and n.id = value
    where rank <= ${MOST} order by facet, rank`.execute(db);
  const of = (facet: string) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, name, count }) => ({ value, ...(name !== null && { name }), count }));
  return Object.fromEntries(facetFields.map((field) => [field, of(field)])) as Facets;
}
