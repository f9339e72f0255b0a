import { sql, type Transaction } from 'kysely';
import type { ReadDocument } from '../records.ts';
import { type Remerged, type ReportSource, remerge } from '../timelines/remerge.ts';
import { reportsOf } from '../timelines/report.ts';
import { writeEvents } from './events.ts';
import { assignReports, groupsOf, insertReports, lookUp, removeReports } from './reports.ts';
import { rowsOf } from './rows.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** Takes the reports of a document into the events. */
export async function addReports(trx: Trx, document: ReadDocument): Promise<void> {
  const added = reportsOf(document);
  const merged = await remerge({ added, removed: [] }, sourceIn(trx));
  await insertReports(trx, added, eventsIn(merged));
  await settle(trx, merged);
}

/** Takes the reports of a document out of the events again. */
export async function withdrawReports(trx: Trx, document: string): Promise<void> {
  const rows = await trx.selectFrom('reports').select('report').where('document_id', '=', document).execute();
  const removed = rows.map(({ report }) => report);
  const merged = await remerge({ added: [], removed }, sourceIn(trx));
  await removeReports(trx, document);
  await settle(trx, merged);
}

const sourceIn = (trx: Trx): ReportSource => ({
  find: (lookups) => lookUp(trx, lookups),
  eventsOf: (reports) => groupsOf(trx, reports),
});

/** Report id → id of its event. */
const eventsIn = ({ changed }: Remerged): Map<string, string> =>
  new Map(changed.flatMap(({ id, reports }) => reports.map((report) => [report.id, id] as const)));

async function settle(trx: Trx, merged: Remerged): Promise<void> {
  await assignReports(trx, merged.changed);
  await writeEvents(trx, merged.changed, merged.gone);
  await redirect(trx, merged);
}

/** An id that is gone leads to the event that has the report which gave it; one that is back leads to itself. */
async function redirect(trx: Trx, merged: Remerged): Promise<void> {
  const ids = merged.changed.map(({ id }) => id);
  if (ids.length > 0) await trx.deleteFrom('event_redirects').where('id', 'in', ids).execute();
  const events = eventsIn(merged);
  const moved = merged.gone.flatMap((id) => {
    const event = events.get(id);
    return event === undefined ? [] : [{ id, event }];
  });
  if (merged.gone.length === 0) return;
  const rows = rowsOf(moved, { id: 'text', event: 'text' });
  await sql`update event_redirects set event_id = rows.event from ${rows}
    where event_redirects.event_id = rows.id`.execute(trx);
  await sql`insert into event_redirects (id, event_id) select id, event from ${rows}
    on conflict (id) do update set event_id = excluded.event_id`.execute(trx);
  await trx.deleteFrom('event_redirects').where('event_id', 'in', merged.gone).execute();
}
