import { sql } from 'kysely';
import type { Config } from '../config.ts';
import type { Records } from '../records.ts';
import { changesSince } from './changes.ts';
import * as documents from './documents.ts';
import * as edits from './edits.ts';
import { openEmbedded } from './embedded.ts';
import { type Engine, inTransaction, type Trx, translated } from './engine.ts';
import { entityId, findEntities } from './entities.ts';
import { listEntities, listMentions, listRelated } from './entity-lists.ts';
import { findEvent } from './events.ts';
import { takeOut } from './intake.ts';
import { LOCKS, lock } from './locks.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { relatedEvents } from './related-events.ts';
import { listEvents, readTimeline } from './timeline.ts';
import { writer } from './writer.ts';

/** A store that somebody opened and has to close. */
export interface Store extends Records {
  /** What whoever starts the service should know about the database, in a sentence. */
  readonly notice?: string;
  close(): Promise<void>;
}

export type StoreConfig = Pick<Config, 'DATABASE_URL' | 'DATELINE_DATA' | 'DATELINE_QUERY_TIMEOUT' | 'LOG_LEVEL'>;

/** Opens the store that a configuration asks for: PostgreSQL by its URL, else the embedded database in its folder. */
export async function open(config: StoreConfig): Promise<Store> {
  return storeOver(await openEngine(config));
}

/** The database alone, migrated. */
export async function openEngine(config: StoreConfig): Promise<Engine> {
  const { DATABASE_URL: url, DATELINE_DATA: folder, DATELINE_QUERY_TIMEOUT: timeout } = config;
  const engine = url === undefined ? await openEmbedded({ folder, timeout }) : openPostgres({ url, timeout });
  try {
    await migrate(engine.db);
  } catch (error) {
    await engine.close();
    throw translated(error);
  }
  return engine;
}

export const storeOver = (engine: Engine): Store => inCatalogue(recordsOf(engine));

function recordsOf({ db, close, notice, ...engine }: Engine): Store {
  /** One writer at a time: what editors change is read by those who take documents in. */
  const writing = <T>(work: (trx: Trx) => Promise<T>): Promise<T> =>
    inTransaction(db, async (trx) => {
      await lock(trx, LOCKS.writing);
      return work(trx);
    });
  return {
    ...(notice !== undefined && { notice }),
    close,
    async ping() {
      await sql`select 1`.execute(db);
    },
    addDocument: writer({ db, ...engine }),
    deleteDocument: (id) =>
      writing(async (trx) => {
        if (!(await documents.removeDocument(trx, id))) return false;
        await takeOut(trx, id);
        return true;
      }),
    document: (id) => documents.findDocument(db, id),
    documentText: (id) => documents.findText(db, id),
    annotations: (id) => documents.findAnnotations(db, id),
    documents: (filter, page) => documents.listDocuments(db, filter, page),
    async entity(key) {
      const id = await entityId(db, key);
      return id === undefined ? undefined : (await findEntities(db, [id]))[0];
    },
    entities: (filter, page) => listEntities(db, filter, page),
    entityMentions: (id, page) => listMentions(db, id, page),
    relatedEntities: (id, filter) => listRelated(db, id, filter),
    event: (id) => findEvent(db, id),
    relatedEvents: (id, filter) => relatedEvents(db, id, filter),
    events: (filter, page) => listEvents(db, filter, page),
    timeline: (filter, page, bucket, facets) => readTimeline(db, filter, page, bucket, facets),
    editEvent: (id, patch, at) => writing((trx) => edits.setEvent(trx, id, patch, at)),
    mergeEvents: (merge, at) => writing((trx) => edits.mergeEvents(trx, merge, at)),
    splitEvent: (split, at) => writing((trx) => edits.splitEvent(trx, split, at)),
    editEntity: (id, patch, at) => writing((trx) => edits.setEntity(trx, id, patch, at)),
    mergeEntities: (merge, at) => writing((trx) => edits.mergeEntities(trx, merge, at)),
    splitEntity: (split, at) => writing((trx) => edits.splitEntity(trx, split, at)),
    undoEdit: (id, signature, at) => writing((trx) => edits.undoEdit(trx, id, signature, at)),
    edits: (filter, page) => edits.listEdits(db, filter, page),
    changes: (since, limit) => changesSince(db, since, limit),
  };
}

/** The same store, whose errors are those of the catalogue where it has one for them. */
function inCatalogue(store: Store): Store {
  const entries = Object.entries(store).map(([name, method]) => [
    name,
    typeof method !== 'function'
      ? method
      : (...parameters: unknown[]) =>
          (method as (...parameters: unknown[]) => Promise<unknown>)(...parameters).catch((error: unknown) => {
            throw translated(error);
          }),
  ]);
  return Object.fromEntries(entries) as unknown as Store;
}
