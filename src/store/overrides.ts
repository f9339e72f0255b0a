import { sql, type Transaction } from 'kysely';
import type { ReadDocument } from '../records.ts';
import { type Identified, identityOf } from '../timelines/identity.ts';
import type { Database } from './engine.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** Merges of merges that are followed; more is a circle. */
const FOLLOWED = 8;

/** Documents with their entities as editors see them; mostly they have nothing to say, which one query finds out. */
export async function overriddenAll(trx: Trx, documents: readonly ReadDocument[]): Promise<ReadDocument[]> {
  const identities = [...new Set(documents.flatMap(({ extraction }) => extraction.entities.map(identityOf)))];
  const { rows } = await sql`select from entity_overrides where identity = any(${identities}) limit 1`.execute(trx);
  if (rows.length === 0) return [...documents];
  const seen = [];
  for (const document of documents) seen.push(await overridden(trx, document));
  return seen;
}

/** The document with its entities as editors see them; the document itself where they have nothing to say of it. */
async function overridden(trx: Trx, document: ReadDocument): Promise<ReadDocument> {
  let entities: Identified[] = document.extraction.entities;
  for (let i = 0; i < FOLLOWED; i++) {
    const identities = [...new Set(entities.map(identityOf))];
    const { rows } = await sql<{ identity: string; target: string }>`
      select distinct on (identity) identity, target from entity_overrides
      where identity = any(${identities}) and document_id in ('', ${document.id})
      order by identity, document_id desc, edit desc`.execute(trx);
    if (rows.length === 0) break;
    const targets = new Map(rows.map(({ identity, target }) => [identity, target]));
    entities = entities.map((entity) => {
      const target = targets.get(identityOf(entity));
      return target === undefined ? entity : { ...entity, identity: target };
    });
  }
  return entities === document.extraction.entities
    ? document
    : { ...document, extraction: { ...document.extraction, entities } };
}

/** The entity that an id leads to since an editor said that it is another. */
export async function overriddenBy(db: Database, entityId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('entity_overrides')
    .select('target')
    .where('entity_id', '=', entityId)
    .where('document_id', '=', '')
    .orderBy('edit', 'desc')
    .executeTakeFirst();
  return row?.target;
}
