import { sql, type Transaction } from 'kysely';
import { type GroupingEdit, regroup, type ValueEdit } from '../timelines/curation.ts';
import type { ReportGroup } from '../timelines/types.ts';
import type { Database } from './engine.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;
type Row = Pick<Tables['edits'], 'id' | 'author' | 'reason' | 'action' | 'anchors' | 'others'> & {
  at: Date;
  values: Record<string, unknown>;
};

/** The edits that hold, of events that have one of these reports, in the order in which they were made. */
async function editsOf(db: Database, reports: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<Row>`select id, at, author, reason, action, anchors, others, "values" from edits
    where undone is null and (anchors && ${[...reports]}::text[] or others && ${[...reports]}::text[])
    order by number`.execute(db);
  return rows;
}

const idsOf = (groups: readonly ReportGroup[]): string[] =>
  groups.flatMap(({ reports }) => reports.map(({ id }) => id));

/** The events that editors make of these groups; `groupsOf` gives the groups of further reports that edits draw in. */
export async function curatedGroups(
  trx: Trx,
  changed: readonly ReportGroup[],
  groupsOf: (reports: readonly string[]) => Promise<readonly ReportGroup[]>,
): Promise<readonly ReportGroup[]> {
  let groups = [...changed];
  for (;;) {
    const known = new Set(idsOf(groups));
    const edits = (await editsOf(trx, [...known])).filter(({ action }) => action !== 'event.set');
    if (edits.length === 0) return groups;
    const named = edits.flatMap(({ anchors, others }) => [...anchors, ...others]).filter((id) => !known.has(id));
    const further = named.length === 0 ? [] : await groupsOf(named);
    if (further.length === 0) return regroup(groups, edits.map(toGroupingEdit));
    groups = [...groups, ...further];
  }
}

const toGroupingEdit = ({ action, anchors, others }: Row): GroupingEdit => ({
  action: action as GroupingEdit['action'],
  reports: anchors,
  others,
});

/** Event id → the edits of its values. An edit belongs to the event that has the first of its reports that is left. */
export async function valueEditsOf(trx: Trx, groups: readonly ReportGroup[]): Promise<Map<string, ValueEdit[]>> {
  const edits = (await editsOf(trx, idsOf(groups))).filter(({ action }) => action === 'event.set');
  const found = new Map<string, ValueEdit[]>();
  if (edits.length === 0) return found;
  const { rows } = await sql<{ id: string }>`
    select id from reports where id = any(${edits.flatMap(({ anchors }) => anchors)})`.execute(trx);
  const left = new Set(rows.map(({ id }) => id));
  const home = new Map(groups.flatMap(({ id, reports }) => reports.map((report) => [report.id, id] as const)));
  for (const { id, at, author, reason, anchors, values } of edits) {
    const event = home.get(anchors.find((anchor) => left.has(anchor)) ?? '');
    if (event === undefined) continue;
    found.set(event, [...(found.get(event) ?? []), { edit: id, at: at.toISOString(), author, reason, values }]);
  }
  return found;
}
