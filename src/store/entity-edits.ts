import { sql, type Transaction } from 'kysely';
import { editsOfEntities, VOICE } from './edited-entities.ts';
import { electAgain } from './entities.ts';
import { readAgain } from './intake.ts';
import { foldedOf } from './said.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

/** Gives an entity the values of the edits that hold, the latest for each field: votes that no number of documents beats. */
export async function setValues(trx: Trx, id: string): Promise<void> {
  await sql`update entity_values set documents = documents - ${VOICE}
    where entity_id = ${id} and documents >= ${VOICE}`.execute(trx);
  await sql`delete from entity_values where entity_id = ${id} and documents = 0`.execute(trx);
  for (const [field, { value }] of (await editsOfEntities(trx, [id])).get(id) ?? []) {
    if (field === 'hidden' && value === false) continue;
    const text = String(value);
    await sql`insert into entity_values (entity_id, field, value, folded, documents)
      values (${id}, ${field}, ${text}, ${foldedOf(field, text)}, ${VOICE})
      on conflict (entity_id, field, value) do update set documents = entity_values.documents + ${VOICE}`.execute(trx);
  }
  await electAgain(trx, id);
}

/** Says that an entity is another, everywhere or in some documents, and reads those anew. */
export async function stateOverride(
  trx: Trx,
  edit: string,
  id: string,
  { into, documents }: { readonly into?: string; readonly documents?: readonly string[] },
): Promise<void> {
  const { number } = await trx.selectFrom('edits').select('number').where('id', '=', edit).executeTakeFirstOrThrow();
  const identityOf = async (entity: string) =>
    (await trx.selectFrom('entities').select('identity').where('id', '=', entity).executeTakeFirstOrThrow()).identity;
  const target = into === undefined ? `split:${edit}` : await identityOf(into);
  const identity = await identityOf(id);
  const concerned = await documentsOf(trx, id);
  for (const document of documents ?? ['']) {
    await trx
      .insertInto('entity_overrides')
      .values({ identity, document_id: document, entity_id: id, target, edit: number })
      .execute();
  }
  await readAgain(trx, documents === undefined ? concerned : concerned.filter((each) => documents.includes(each)));
}

/** Drops what an edit said of who is who, and reads the documents anew that it concerned. */
export async function takeBack(trx: Trx, edit: number): Promise<void> {
  const rows = await trx.deleteFrom('entity_overrides').where('edit', '=', edit).returning('target').execute();
  const targets = await trx
    .selectFrom('entities')
    .select('id')
    .where('identity', 'in', [...new Set(rows.map(({ target }) => target)), ''])
    .execute();
  for (const { id } of targets) await readAgain(trx, await documentsOf(trx, id));
}

async function documentsOf(trx: Trx, entity: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('document_entities')
    .select('document_id')
    .where('entity_id', '=', entity)
    .execute();
  return rows.map(({ document_id }) => document_id).sort();
}
