import { sql } from 'kysely';
import type { ReadDocument } from '../records.ts';
import { type Remerged, type ReportSource, remerge } from '../timelines/remerge.ts';
import { reportsOf } from '../timelines/report.ts';
import type { ReportGroup } from '../timelines/types.ts';
import { recordChanges } from './changes.ts';
import { curatedGroups, valueEditsOf } from './curation.ts';
import type { Trx } from './engine.ts';
import { writeEvents } from './events.ts';
import { assignReports, eventsOf, finderIn, groupsOf, insertReports, removeReports } from './reports.ts';
import { rowsOf } from './rows.ts';

/** Takes the reports of documents into the events. */
export async function addReports(trx: Trx, documents: readonly ReadDocument[]): Promise<void> {
  const added = documents.flatMap(reportsOf);
  const merged = await remerge({ added, removed: [] }, sourceIn(trx));
  const before = await eventsOf(trx, reportIds(merged.changed));
  await insertReports(trx, added, homesOf(merged.changed));
  await settle(trx, merged, before);
}

/** Takes the reports of a document out of the events again. */
export async function withdrawReports(trx: Trx, document: string): Promise<void> {
  const rows = await trx.selectFrom('reports').select('report').where('document_id', '=', document).execute();
  const removed = rows.map(({ report }) => report);
  const merged = await remerge({ added: [], removed }, sourceIn(trx));
  const before = await eventsOf(trx, [...reportIds(merged.changed), ...removed.map(({ id }) => id)]);
  await removeReports(trx, document);
  await settle(trx, merged, before);
}

/** Makes the events of these reports anew, after an edit. */
export async function settleAgain(trx: Trx, reports: readonly string[]): Promise<void> {
  const changed = await groupsOf(trx, reports);
  await settle(trx, { changed, gone: [] }, await eventsOf(trx, reportIds(changed)));
}

const sourceIn = (trx: Trx): ReportSource => ({
  find: finderIn(trx),
  eventsOf: (reports) => groupsOf(trx, reports),
});

const reportIds = (groups: readonly ReportGroup[]): string[] =>
  groups.flatMap(({ reports }) => reports.map(({ id }) => id));

/** Report id → id of its event. */
const homesOf = (groups: readonly ReportGroup[]): Map<string, string> =>
  new Map(groups.flatMap(({ id, reports }) => reports.map((report) => [report.id, id] as const)));

/** `before`: the event that each report was in, of those that `merged` is about. */
async function settle(trx: Trx, merged: Remerged, before: ReadonlyMap<string, string>): Promise<void> {
  await assignReports(trx, 'group_id', merged.changed);
  const changed = await curatedGroups(trx, merged.changed, (ids) => groupsOf(trx, ids));
  const about = new Set(reportIds(merged.changed));
  const drawnIn = reportIds(changed).filter((id) => !about.has(id));
  const known = new Set([...before.values(), ...(await eventsOf(trx, drawnIn)).values()]);
  const now = new Set(changed.map(({ id }) => id));
  const gone = [...known].filter((id) => !now.has(id));
  await assignReports(trx, 'event_id', changed);
  await writeEvents(trx, changed, gone, await valueEditsOf(trx, changed));
  const moved = await redirect(trx, changed, gone);
  await recordChanges(trx, { known, changed: [...now], gone, moved });
}

/**
 * An id that is gone leads to the event that has the report which gave it; one that is back leads to itself. What leads
 * where.
 */
async function redirect(
  trx: Trx,
  changed: readonly ReportGroup[],
  gone: readonly string[],
): Promise<Map<string, string>> {
  const ids = changed.map(({ id }) => id);
  if (ids.length > 0) await trx.deleteFrom('event_redirects').where('id', 'in', ids).execute();
  const events = homesOf(changed);
  const moved = gone.flatMap((id) => {
    const event = events.get(id);
    return event === undefined ? [] : [{ id, event }];
  });
  if (gone.length > 0) {
    const rows = rowsOf(moved, { id: 'text', event: 'text' });
    await sql`update event_redirects set event_id = rows.event from ${rows}
      where event_redirects.event_id = rows.id`.execute(trx);
    await sql`insert into event_redirects (id, event_id) select id, event from ${rows}
      on conflict (id) do update set event_id = excluded.event_id`.execute(trx);
    await trx.deleteFrom('event_redirects').where('event_id', 'in', gone).execute();
  }
  return new Map(moved.map(({ id, event }) => [id, event]));
}
