import { sql } from 'kysely';
import type { Edited } from '../../schemas/edit.ts';
import type { Entity } from '../../schemas/entity.ts';
import type { Database } from './engine.ts';

/** An editor outvotes as many documents. */
export const VOICE = 1_000_000_000;

type Values = ReadonlyMap<string, { readonly value: unknown } & Omit<Edited, 'field' | 'machine'>>;

/** Entity id → field → the value of the latest edit that holds. */
export async function editsOfEntities(db: Database, ids: readonly string[]): Promise<Map<string, Values>> {
  const { rows } = await sql<
    Omit<Edited, 'field' | 'machine' | 'at'> & { at: Date; anchors: string[]; values: object }
  >`
    select id as edit, at, author, reason, anchors, "values" from edits
    where undone is null and action = 'entity.set' and anchors && ${[...ids]}::text[] order by number`.execute(db);
  const found = new Map<string, Map<string, { value: unknown } & Omit<Edited, 'field' | 'machine'>>>();
  for (const { edit, at, author, reason, anchors, values } of rows) {
    const id = anchors[0]!;
    const fields = found.get(id) ?? new Map();
    for (const [field, value] of Object.entries(values)) {
      fields.set(field, { value, edit, author, reason, at: at.toISOString() });
    }
    found.set(id, fields);
  }
  return found;
}

/** Entities with what editors set in them, and what documents say in its place. */
export async function withEdits(db: Database, entities: readonly Entity[]): Promise<Entity[]> {
  const edits = await editsOfEntities(
    db,
    entities.map(({ id }) => id),
  );
  if (edits.size === 0) return [...entities];
  const { rows } = await sql<{ id: string; field: string; value: string }>`
    select distinct on (entity_id, field) entity_id as id, field, value from entity_values
    where entity_id = any(${[...edits.keys()]}) and documents % ${VOICE} > 0
    order by entity_id, field, documents % ${VOICE} desc, value collate "C"`.execute(db);
  const machine = new Map(rows.map(({ id, field, value }) => [`${id} ${field}`, value]));
  return entities.map((entity) => {
    const fields = edits.get(entity.id);
    if (fields === undefined) return entity;
    const edited = [...fields].map(([field, { value: _, ...edit }]) => ({
      field,
      machine: machine.get(`${entity.id} ${field}`) ?? false,
      ...edit,
    }));
    return { ...entity, edited, ...(fields.get('hidden')?.value === true && { hidden: true }) };
  });
}
