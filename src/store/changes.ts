import { sql, type Transaction } from 'kysely';
import type { Changes } from '../../schemas/change.ts';
import { cursorsOf } from './cursor.ts';
import type { Database } from './engine.ts';
import { rowsOf } from './rows.ts';
import type { Tables } from './tables.ts';

/** What one writing did to events. */
interface Done {
  /** Events that were there before, as far as they are concerned. */
  readonly known: ReadonlySet<string>;
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  /** Of those that are gone, where they lead. */
  readonly moved: ReadonlyMap<string, string>;
}

/** Appends to the log; the caller holds the writers' lock, so that numbers become visible in their order. */
export async function recordChanges(trx: Transaction<Tables>, { known, changed, gone, moved }: Done): Promise<void> {
  const rows = [
    ...changed.map((event) => ({ kind: known.has(event) ? 'changed' : 'added', event, target: null })),
    ...gone.map((event) => ({
      kind: moved.has(event) ? 'merged' : 'withdrawn',
      event,
      target: moved.get(event) ?? null,
    })),
  ];
  if (rows.length === 0) return;
  await sql`insert into changes (kind, event_id, into_id)
    select kind, event, target from ${rowsOf(rows, { kind: 'text', event: 'text', target: 'text' })}`.execute(trx);
}

/** The changes after a cursor, from the first without one. */
export async function changesSince(db: Database, since: string | undefined, limit: number): Promise<Changes> {
  const cursors = cursorsOf('changes', {}, 'n');
  const after = Number(cursors.read(since)?.[0] ?? 0);
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ kind, event_id, into_id, at }) => ({
      kind,
      event: event_id,
      ...(into_id !== null && { into: into_id }),
      at: at.toISOString(),
    })),
    next: cursors.write([shown.at(-1)?.number ?? after]),
    more: rows.length > limit,
  };
}
