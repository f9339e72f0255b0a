import { sql, type Transaction } from 'kysely';
import type { ReadDocument } from '../records.ts';
import { dayOf } from './documents.ts';
import { addNotes, removeNotes } from './entities.ts';
import { addReports, withdrawReports } from './merging.ts';
import { overridden } from './overrides.ts';
import { entityIdsOf, notesOf } from './said.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** Takes a document into entities and events, as editors see it; `kept`: the ids of its entities that are kept with it. */
export async function takeIn(trx: Trx, document: ReadDocument, kept: Readonly<Record<string, string>>): Promise<void> {
  const seen = await overridden(trx, document);
  const ids = entityIdsOf(seen.extraction);
  if ([...ids].some(([local, id]) => kept[local] !== id)) {
    const entityIds = JSON.stringify(Object.fromEntries(ids));
    await sql`update documents set entity_ids = ${entityIds} where id = ${document.id}`.execute(trx);
  }
  await addNotes(trx, document.id, dayOf(document.source.publishedAt), notesOf(seen, ids));
  await addReports(trx, seen);
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
    await takeIn(trx, toRead(row), row.entity_ids);
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
