import { existsSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { type Database, databaseOver, type Engine, types } from './engine.ts';
import { templatePath } from './files.ts';
import { takeLock } from './lock.ts';
import { PGliteServer } from './pglite-server.ts';
import { unpackTemplate } from './template.ts';
import { WireStream } from './wire-stream.ts';

export interface EmbeddedOptions {
  /** Where everything is kept; made when it is not there. */
  readonly folder: string;
  /** Milliseconds that a query may take before the engine is ended and started again. */
  readonly timeout: number;
}

/**
 * PGlite in a folder, with what it lacks itself: a lock against a second process, and an end for queries that overrun.
 * It has one connection; whoever needs it waits for it.
 */
export async function openEmbedded({ folder, timeout }: EmbeddedOptions): Promise<Engine> {
  await makeFolder(folder);
  const release = await takeLock(join(folder, 'lock'));
  try {
    const server = new PGliteServer(await prepared(folder), timeout);
    await server.ready();
    const stream = () => new WireStream(server) as never;
    const who = { user: 'postgres', database: 'postgres', password: '' };
    const pool = new pg.Pool({ ...who, stream, max: 1, idleTimeoutMillis: 0, types });
    const db = databaseOver(pool);
    return {
      db,
      shared: false,
      notice: `The embedded database in ${folder} survives a crash of this process, but not always a power cut: it does not force its writes to the disk. Set DATABASE_URL for what must not be lost.`,
      maintain: () => server.withoutLimit(() => maintain(db)),
      async close() {
        await db.destroy();
        await server.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Like a recursive `mkdir`, which never returns where a file system refuses a new folder as /proc does. */
async function makeFolder(path: string): Promise<void> {
  const missing = await mkdir(path).then(
    () => false,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return true;
      if (error.code === 'EEXIST' && statSync(path).isDirectory()) return false;
      throw error;
    },
  );
  if (!missing) return;
  await makeFolder(dirname(path));
  await mkdir(path);
}

/** PGlite has nothing that clears away dead rows and counts the living for the planner. One table at a time, so that others get on. */
async function maintain(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_stat_user_tables where schemaname = 'public' order by relname`.execute(db);
  for (const { name } of rows) await sql`vacuum (analyze) ${sql.table(name)}`.execute(db);
}

/** The folder of the database itself. A new one is made under another name first, so that a half-made one is never used. */
async function prepared(folder: string): Promise<string> {
  const path = join(folder, 'database');
  if (existsSync(path)) return path;
  const unfinished = join(folder, 'database.new');
  await rm(unfinished, { recursive: true, force: true });
  if (existsSync(templatePath)) await unpackTemplate(templatePath, unfinished);
  else await make(unfinished);
  await rename(unfinished, path);
  return path;
}

/** Without a template, which takes several seconds. */
async function make(path: string): Promise<void> {
  const maker = new PGliteServer(path);
  await maker.ready();
  await maker.close();
}
