import { sql } from 'kysely';
import type { Entity } from '../../schemas/entity.ts';
import { groupBy } from '../timelines/group-by.ts';
import { entityIdOf } from '../timelines/identity.ts';
import { withEdits } from './edited-entities.ts';
import type { Database, Trx } from './engine.ts';
import { overriddenBy } from './overrides.ts';
import { rowsOf } from './rows.ts';
import { type EntityNote, foldedOf } from './said.ts';
import type { Said } from './tables.ts';

/** Counts in what documents say of those whom they name. */
export async function addNotes(trx: Trx, notes: readonly EntityNote[]): Promise<void> {
  if (notes.length === 0) return;
  const linkColumns = {
    document: 'text',
    id: 'text',
    identity: 'text',
    day: 'date',
    mentions: 'integer',
    spans: 'json',
    said: 'json',
  } as const;
  await sql`insert into document_entities (document_id, entity_id, day, mentions, spans, said)
    select document, id, day, mentions, spans, said from ${rowsOf<EntityNote>(notes, linkColumns)}`.execute(trx);
  await sql`insert into entity_values (entity_id, field, value, folded, documents)
    select id, field, value, folded, votes from ${rowsOf(votesOf(notes), voteColumns)}
    on conflict (entity_id, field, value) do update set documents = entity_values.documents + excluded.documents`.execute(
    trx,
  );
  const counts = [...groupBy(notes, ({ id }) => id)].map(([id, same]) => ({
    id,
    identity: same[0]!.identity,
    documents: same.length,
    mentions: same.reduce((sum, { mentions }) => sum + mentions, 0),
  }));
  const countColumns = { id: 'text', identity: 'text', documents: 'integer', mentions: 'integer' } as const;
  await sql`insert into entities
      (id, identity, type, name, wikidata, iso, geonames, role, country, acts_for, candidates, documents, mentions, events)
    select rows.id, rows.identity, ${elected}, rows.documents, rows.mentions, 0
    from ${rowsOf(counts, countColumns)}
    cross join lateral (${votesFor(sql.ref('rows.id'))}) votes
    on conflict (id) do update set ${replaced}, documents = entities.documents + excluded.documents,
      mentions = entities.mentions + excluded.mentions`.execute(trx);
}

/** Takes back what a document said; entities that no document names any more are gone. */
export async function removeNotes(trx: Trx, document: string): Promise<void> {
  const links = await trx
    .deleteFrom('document_entities')
    .where('document_id', '=', document)
    .returning(['entity_id as id', 'mentions', 'said'])
    .execute();
  if (links.length === 0) return;
  const votes = rowsOf(votesOf(links), voteColumns);
  await sql`update entity_values v set documents = v.documents - 1
    from ${votes} where v.entity_id = rows.id and v.field = rows.field and v.value = rows.value`.execute(trx);
  const ids = links.map(({ id }) => id);
  await sql`delete from entity_values where documents = 0 and entity_id = any(${ids})`.execute(trx);
  await sql`delete from entities where documents = 1 and id = any(${ids})`.execute(trx);
  const counts = links.map(({ id, mentions }) => ({ id, mentions }));
  await sql`update entities set documents = entities.documents - 1, mentions = entities.mentions - rows.mentions,
      (type, name, wikidata, iso, geonames, role, country, acts_for, candidates) =
        (select ${elected} from (${votesFor(sql.ref('entities.id'))}) votes)
    from ${rowsOf(counts, { id: 'text', mentions: 'integer' })} where entities.id = rows.id`.execute(trx);
}

/** Sets the fields of an entity to the values with the most votes. */
export async function electAgain(trx: Trx, id: string): Promise<void> {
  await sql`update entities set (type, name, wikidata, iso, geonames, role, country, acts_for, candidates) =
    (select ${elected} from (${votesFor(sql.ref('entities.id'))}) votes) where id = ${id}`.execute(trx);
}

const voteColumns = { id: 'text', field: 'text', value: 'text', folded: 'text', votes: 'integer' } as const;

/** Each value of each entity once, with how many say so; in the order of the key, so that writers do not cross. */
function votesOf(notes: readonly { readonly id: string; readonly said: readonly Said[] }[]) {
  const votes = notes.flatMap(({ id, said }) => said.map(([field, value]) => ({ id, field, value })));
  return [...groupBy(votes, ({ id, field, value }) => JSON.stringify([id, field, value]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, same]) => ({ ...same[0]!, folded: foldedOf(same[0]!.field, same[0]!.value), votes: same.length }));
}

/** For each field of an entity the value that most documents give; of equals the first in the alphabet. */
const votesFor = (id: ReturnType<typeof sql.ref>) => sql`
  select jsonb_object_agg(field, value) as of from (
    select distinct on (field) field, value from entity_values where entity_id = ${id} and field <> 'alias'
    order by field, documents desc, value collate "C") best`;

const elected = sql`
  votes.of ->> 'type', votes.of ->> 'name', votes.of ->> 'wikidata', votes.of ->> 'iso',
  (votes.of ->> 'geonames')::integer, votes.of ->> 'role', votes.of ->> 'country', votes.of ->> 'actsFor',
  (votes.of ->> 'candidates')::json`;

const replaced = sql`
  type = excluded.type, name = excluded.name, wikidata = excluded.wikidata, iso = excluded.iso,
  geonames = excluded.geonames, role = excluded.role, country = excluded.country, acts_for = excluded.acts_for,
  candidates = excluded.candidates`;

/** More aliases than that help nobody. */
const ALIASES = 50;

/** Entities by id in the order of the ids; those that are gone are left out. */
export async function findEntities(db: Database, ids: readonly string[]): Promise<Entity[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<EntityRow & { aliases: string[] | null }>`
    select e.id, e.type, e.name, e.wikidata, e.iso, e.geonames, e.role, e.country, e.acts_for, e.candidates,
      e.documents, e.mentions, e.events,
      (select json_agg(value order by documents desc, value collate "C") from (
        select value, max(documents) as documents from entity_values v
        where v.entity_id = e.id and v.field in ('name', 'alias') and v.value <> e.name
        group by value order by 2 desc, value collate "C" limit ${ALIASES}) a) as aliases
    from entities e where e.id = any(${ids})`.execute(db);
  const byId = new Map((await withEdits(db, rows.map(toEntity))).map((entity) => [entity.id, entity]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The id behind an id, a Wikidata id or a country code. */
export async function entityId(db: Database, key: string): Promise<string | undefined> {
  const query = db.selectFrom('entities').select('id');
  const code = key.toUpperCase();
  const row = key.startsWith('ent_')
    ? await query.where('id', '=', key).executeTakeFirst()
    : /^Q\d+$/.test(code)
      ? await query.where('wikidata', '=', code).orderBy('mentions', 'desc').orderBy('id').limit(1).executeTakeFirst()
      : await query
          .where('iso', '=', code)
          .where('type', '=', 'country')
          .orderBy('mentions', 'desc')
          .orderBy('id')
          .limit(1)
          .executeTakeFirst();
  if (row !== undefined || !key.startsWith('ent_')) return row?.id;
  const target = await overriddenBy(db, key);
  return target === undefined ? undefined : entityId(db, entityIdOf(target));
}

interface EntityRow {
  readonly id: string;
  readonly type: Entity['type'];
  readonly name: string;
  readonly wikidata: string | null;
  readonly iso: string | null;
  readonly geonames: number | null;
  readonly role: string | null;
  readonly country: string | null;
  readonly acts_for: string | null;
  readonly candidates: NonNullable<Entity['candidates']> | null;
  readonly documents: number;
  readonly mentions: number;
  readonly events: number;
}

function toEntity({ aliases, ...row }: EntityRow & { aliases: string[] | null }): Entity {
  const { id, name, type, wikidata, iso, geonames, role, country, acts_for, candidates } = row;
  return {
    id,
    name,
    type,
    aliases: aliases ?? [],
    ...(wikidata !== null && { wikidata }),
    ...(iso !== null && { iso }),
    ...(geonames !== null && { geonames }),
    ...(role !== null && { role }),
    ...(country !== null && { country }),
    ...(acts_for !== null && { actsFor: acts_for }),
    ...(candidates !== null && { candidates }),
    documents: row.documents,
    mentions: row.mentions,
    events: row.events,
  };
}
