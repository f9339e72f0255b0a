import { sql } from 'kysely';
import type { ReadDocument } from '../records.ts';
import type { Trx } from './engine.ts';
import { addNotes, removeNotes } from './entities.ts';
import { addReports, withdrawReports } from './merging.ts';
import { overriddenAll } from './overrides.ts';
import { rowsOf } from './rows.ts';
import { entityIdsOf, notesOf } from './said.ts';
import type { Tables } from './tables.ts';

/** Takes documents into entities and events, as editors see them. */
export async function takeIn(trx: Trx, documents: readonly ReadDocument[]): Promise<void> {
  const seen = await overriddenAll(trx, documents);
  await keepIds(trx, seen);
  await addNotes(trx, seen.flatMap(notesOf));
  await addReports(trx, seen);
}

/** The ids of the entities of documents, where they are others than those kept. */
async function keepIds(trx: Trx, documents: readonly ReadDocument[]): Promise<void> {
  const rows = documents.map(({ id, extraction }) => ({ id, ids: Object.fromEntries(entityIdsOf(extraction)) }));
  await sql`update documents set entity_ids = rows.ids from ${rowsOf(rows, { id: 'text', ids: 'json' })}
    where documents.id = rows.id and documents.entity_ids::text <> rows.ids::text`.execute(trx);
}

/** Takes a document out of entities and events again. */
export async function takeOut(trx: Trx, id: string): Promise<void> {
  await withdrawReports(trx, id);
  await removeNotes(trx, id);
}

/** Takes documents out of entities and events and in again, from what was read in them. */
export async function readAgain(trx: Trx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const row = await trx.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await takeOut(trx, id);
    await takeIn(trx, [toRead(row)]);
  }
}

type Row = Pick<
  Tables['documents'],
  'id' | 'published_at' | 'timezone' | 'title' | 'url' | 'publisher' | 'content_type' | 'text'
> & {
  added_at: Date;
  extraction: Omit<ReadDocument['extraction'], 'text'>;
};

function toRead({
  id,
  published_at,
  title,
  text,
  timezone,
  url,
  publisher,
  content_type,
  added_at,
  extraction,
}: Row): ReadDocument {
  return {
    id,
    source: {
      id,
      text,
      timezone,
      ...(published_at !== null && { publishedAt: published_at }),
      ...(title !== null && { title }),
    },
    contentType: content_type,
    addedAt: added_at.toISOString(),
    extraction,
    ...(url !== null && { url }),
    ...(publisher !== null && { publisher }),
  };
}
