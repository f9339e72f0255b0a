import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { DatelineError } from '../errors.ts';
import { type Database, inTransaction, type Trx } from './engine.ts';
import { sqlFolder } from './files.ts';
import { LOCKS, lock } from './locks.ts';

interface Migration {
  readonly version: number;
  readonly name: string;
}

/** Brings the database to the newest version, one transaction a step. Doing it again, or twice at once, does no harm. */
export async function migrate(db: Database): Promise<void> {
  const migrations = listMigrations();
  const newest = migrations.at(-1)!.version;
  const current = await prepare(db);
  if (current > newest) {
    throw new DatelineError(
      'not-ready',
      `The database has version ${current}, this program knows ${newest}: update it.`,
    );
  }
  for (const migration of migrations.filter(({ version }) => version > current)) {
    await inTransaction(db, (trx) => apply(trx, migration));
  }
}

export function listMigrations(): Migration[] {
  return readdirSync(sqlFolder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => ({ version: Number.parseInt(name, 10), name }));
}

/** The version there is; 0 in an empty database. */
async function prepare(db: Database): Promise<number> {
  return inTransaction(db, async (trx) => {
    await lock(trx, LOCKS.migration);
    await sql`create table if not exists migrations (
      version integer primary key, name text not null, applied_at timestamptz not null default now()
    )`.execute(trx);
    const { version } = await trx
      .selectFrom('migrations')
      .select(({ fn }) => fn.coalesce(fn.max('version'), sql<number>`0`).as('version'))
      .executeTakeFirstOrThrow();
    return version;
  });
}

/** The row comes first: of two that apply the same step at once, the second finds it taken and does nothing. */
async function apply(trx: Trx, { version, name }: Migration): Promise<void> {
  await lock(trx, LOCKS.migration);
  const taken = await trx
    .insertInto('migrations')
    .values({ version, name })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst();
  if (taken === undefined) return;
  await sql`set local statement_timeout = 0`.execute(trx);
  await sql.raw(readFileSync(join(sqlFolder, name), 'utf8')).execute(trx);
}
