import type { ReadDocument } from '../records.ts';
import { insertDocuments } from './documents.ts';
import { type Database, type Engine, inTransaction, type Trx, translated } from './engine.ts';
import { takeIn } from './intake.ts';
import { LOCKS, lock } from './locks.ts';

/** Documents, and UTF-16 code units of their texts, that one transaction takes at most. */
const MOST = 100;
const LONGEST = 2_000_000;

/** Documents after which the database is maintained for the first time, and the most between two times. */
const FIRST = 250;
const SELDOM = 8000;

interface Waiting {
  readonly document: ReadDocument;
  resolve(created: boolean): void;
  reject(error: unknown): void;
}

/**
 * Adds documents one transaction after the other; those that come while one is under way share the next. Resolves when
 * the document is committed, to whether it was new.
 */
export function writer({
  db,
  maintain,
}: Pick<Engine, 'db' | 'maintain'>): (document: ReadDocument) => Promise<boolean> {
  const waiting: Waiting[] = [];
  let working = false;
  let written = 0;
  let due = FIRST;
  const work = async () => {
    working = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, together(waiting));
      await write(db, batch);
      written += batch.length;
      if (maintain === undefined || written < due) continue;
      // A database that cannot be cleaned up still answers; what ails it shows in what is asked of it.
      await maintain().catch(() => {});
      due += Math.min(due, SELDOM);
    }
    working = false;
  };
  return (document) =>
    new Promise((resolve, reject) => {
      waiting.push({ document, resolve, reject });
      if (!working) void work();
    });
}

/** How many of those that wait go together. */
function together(waiting: readonly Waiting[]): number {
  let length = 0;
  const tooMany = waiting.findIndex(({ document }, i) => {
    length += document.source.text.length;
    return i === MOST || (i > 0 && length > LONGEST);
  });
  return tooMany < 0 ? waiting.length : tooMany;
}

/** Of a batch that fails each document is tried on its own: one that cannot be kept does not take others along. */
async function write(db: Database, batch: readonly Waiting[]): Promise<void> {
  const documents = [...new Map(batch.map(({ document }) => [document.id, document])).values()];
  try {
    const created = await inTransaction(db, (trx) => addDocuments(trx, documents));
    for (const { document, resolve } of batch) resolve(created.delete(document.id));
  } catch (error) {
    const isLost = (translated(error) as { code?: string }).code === 'not-ready';
    if (batch.length === 1 || isLost) for (const { reject } of batch) reject(error);
    else for (const one of batch) await write(db, [one]);
  }
}

/** The ids of those that are new. Events are formed by one writer at a time, whichever process it is in. */
async function addDocuments(trx: Trx, documents: readonly ReadDocument[]): Promise<Set<string>> {
  await lock(trx, LOCKS.writing);
  const created = await insertDocuments(trx, documents);
  const fresh = documents.filter(({ id }) => created.has(id));
  if (fresh.length > 0) await takeIn(trx, fresh);
  return created;
}
