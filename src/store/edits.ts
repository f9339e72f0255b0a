import { sql, type Transaction } from 'kysely';
import type {
  Edit,
  EditAction,
  EntityMerge,
  EntityPatch,
  EntitySplit,
  EventMerge,
  EventPatch,
  EventSplit,
  Signature,
} from '../../schemas/edit.ts';
import type { Page } from '../../schemas/page.ts';
import { DatelineError } from '../errors.ts';
import type { EditFilter, PageRequest } from '../records.ts';
import { dateOf } from '../timelines/curation.ts';
import { hashId } from '../timelines/identity.ts';
import { compareCanonical } from '../timelines/order.ts';
import type { Report } from '../timelines/types.ts';
import { cursorsOf, pageOf } from './cursor.ts';
import type { Database } from './engine.ts';
import { entityId } from './entities.ts';
import { setValues, stateOverride, takeBack } from './entity-edits.ts';
import { settleAgain } from './merging.ts';
import type { Tables } from './tables.ts';

type Trx = Transaction<Tables>;

interface NewEdit extends Signature {
  readonly action: EditAction;
  readonly targets: readonly string[];
  readonly anchors: readonly string[];
  readonly others?: readonly string[];
  readonly values?: Readonly<Record<string, unknown>>;
}

/** Puts values in the place of those that were read in an event. */
export async function setEvent(trx: Trx, id: string, { author, reason, date, ...patch }: EventPatch, at: string) {
  const values = { ...patch, ...(date !== undefined && { time: date === null ? null : dateOf(date)! }) };
  if (Object.keys(values).length === 0) throw nothingToSet();
  const anchors = (await reportsIn(trx, id)).map((report) => report.id);
  const edit = await keep(trx, { author, reason, action: 'event.set', targets: [id], anchors, values }, at);
  await settleAgain(trx, anchors);
  return edit;
}

export async function mergeEvents(trx: Trx, { author, reason, events }: EventMerge, at: string): Promise<Edit> {
  const reports = [];
  for (const id of events) reports.push(...(await reportsIn(trx, id)));
  const anchors = [...new Set(reports.map(({ id }) => id))];
  const edit = await keep(trx, { author, reason, action: 'event.merge', targets: events, anchors }, at);
  await settleAgain(trx, anchors);
  return edit;
}

export async function splitEvent(trx: Trx, { author, reason, event, claims }: EventSplit, at: string): Promise<Edit> {
  const reports = await reportsIn(trx, event);
  const known = new Set(reports.flatMap((report) => report.claims.map(({ id }) => id)));
  const strange = claims.find((id) => !known.has(id));
  if (strange !== undefined) throw refused('/body/claims', `The event has no claim ${strange}.`);
  const off = reports.filter((report) => report.claims.some(({ id }) => claims.includes(id))).map(({ id }) => id);
  const others = reports.map(({ id }) => id).filter((id) => !off.includes(id));
  if (others.length === 0) throw refused('/body/claims', 'Nothing would be left of the event.');
  const values = { claims };
  const edit = await keep(
    trx,
    { author, reason, action: 'event.split', targets: [event], anchors: off, others, values },
    at,
  );
  await settleAgain(trx, [...off, ...others]);
  return edit;
}

export async function setEntity(trx: Trx, key: string, { author, reason, ...values }: EntityPatch, at: string) {
  if (Object.keys(values).length === 0) throw nothingToSet();
  const id = await entityIn(trx, key);
  const edit = await keep(trx, { author, reason, action: 'entity.set', targets: [id], anchors: [id], values }, at);
  await setValues(trx, id);
  return edit;
}

export async function mergeEntities(
  trx: Trx,
  { author, reason, entity, into }: EntityMerge,
  at: string,
): Promise<Edit> {
  const [from, to] = [await entityIn(trx, entity), await entityIn(trx, into)];
  if (from === to) throw refused('/body/into', 'They are one entity already.');
  const edit = await keep(
    trx,
    { author, reason, action: 'entity.merge', targets: [from, to], anchors: [from, to] },
    at,
  );
  await stateOverride(trx, edit.id, from, { into: to });
  return edit;
}

export async function splitEntity(trx: Trx, { author, reason, entity, documents }: EntitySplit, at: string) {
  const id = await entityIn(trx, entity);
  const values = { documents };
  const edit = await keep(trx, { author, reason, action: 'entity.split', targets: [id], anchors: [id], values }, at);
  await stateOverride(trx, edit.id, id, { documents });
  return edit;
}

/** Takes an edit back. Those made after it hold on. */
export async function undoEdit(trx: Trx, id: string, { author, reason }: Signature, at: string): Promise<Edit> {
  const row = await trx.selectFrom('edits').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw missing(`No edit has the id ${id}.`);
  if (row.undone !== null) throw new DatelineError('conflict', `The edit ${id} is undone already.`);
  const undone = { at, author, reason };
  await trx
    .updateTable('edits')
    .set({ undone: JSON.stringify(undone) })
    .where('id', '=', id)
    .execute();
  if (row.action.startsWith('event.')) await settleAgain(trx, [...row.anchors, ...row.others]);
  else if (row.action === 'entity.set') await setValues(trx, row.anchors[0]!);
  else await takeBack(trx, row.number);
  return { ...toEdit(row), undone };
}

/** The latest first. */
export async function listEdits(db: Database, filter: EditFilter, { cursor, limit }: PageRequest): Promise<Page<Edit>> {
  const cursors = cursorsOf('edits', filter, 'nn');
  const after = cursors.read(cursor);
  let query = db
    .selectFrom('edits')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit + 1);
  if (after) query = query.where('number', '<', Number(after[0]));
  const { author, target } = filter;
  if (author !== undefined) query = query.where('author', '=', author);
  if (target !== undefined) {
    const reports = await db.selectFrom('reports').select('id').where('event_id', '=', target).execute();
    const anchors = [target, ...reports.map(({ id }) => id)];
    query = query.where(sql<boolean>`(anchors && ${anchors}::text[] or others && ${anchors}::text[])`);
  }
  const rows = await query.execute();
  const seen = Number(after?.[1] ?? 0);
  return pageOf(rows, { limit, seen, keyOf: ({ number }) => [number], toItem: toEdit }, cursors);
}

async function keep(trx: Trx, edit: NewEdit, at: string): Promise<Edit> {
  const { author, reason, action, targets, anchors, others = [], values = {} } = edit;
  const { count } = await trx
    .selectFrom('edits')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const row = {
    id: hashId('edt', at, count, author, action, ...targets),
    at,
    author,
    reason,
    action,
    anchors: [...anchors],
    others: [...others],
  };
  await trx
    .insertInto('edits')
    .values({ ...row, targets: JSON.stringify(targets), values: JSON.stringify(values), undone: null })
    .execute();
  return { id: row.id, at, author, reason, action, targets: [...targets], values };
}

type Row = Pick<Edit, 'id' | 'author' | 'reason' | 'action' | 'targets' | 'values'> & {
  number: number;
  at: Date;
  undone: Edit['undone'] | null;
};

const toEdit = ({ id, at, author, reason, action, targets, values, undone }: Row): Edit => ({
  id,
  at: at.toISOString(),
  author,
  reason,
  action,
  targets,
  values,
  ...(undone && { undone }),
});

/** The reports of an event, or of the one that its id leads to, the canonical one first. */
async function reportsIn(trx: Trx, id: string): Promise<Report[]> {
  const redirect = await trx.selectFrom('event_redirects').select('event_id').where('id', '=', id).executeTakeFirst();
  const event = redirect?.event_id ?? id;
  const rows = await trx.selectFrom('reports').select('report').where('event_id', '=', event).execute();
  if (rows.length === 0) throw missing(`No event has the id ${id}.`);
  return rows.map(({ report }) => report).sort(compareCanonical);
}

async function entityIn(trx: Trx, key: string): Promise<string> {
  const id = await entityId(trx, key);
  if (id === undefined) throw missing(`No document mentions an entity with the key ${key}.`);
  return id;
}

const missing = (detail: string) => new DatelineError('not-found', detail);
const refused = (pointer: string, detail: string) =>
  new DatelineError('invalid-body', detail, { errors: [{ pointer, detail }] });
const nothingToSet = () => refused('/body', 'Name at least one value to set.');
