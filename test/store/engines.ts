import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import pg from 'pg';
import { open, type Store, type StoreConfig } from '../../src/store/open.ts';

export interface TestEngine {
  readonly name: string;
  /** A new, empty database that is gone after the tests of the file. */
  configuration(): Promise<StoreConfig>;
}

const shared = { DATELINE_QUERY_TIMEOUT: 20_000, LOG_LEVEL: 'silent' as const };

const pglite: TestEngine = {
  name: 'PGlite',
  async configuration() {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-store-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    return { ...shared, DATELINE_DATA: join(folder, 'data') };
  },
};

let databases = 0;

const postgres = (server: string): TestEngine => ({
  name: 'PostgreSQL',
  async configuration() {
    const name = `dateline_${process.pid}_${databases++}`;
    await run(server, `create database ${name}`);
    after(() => run(server, `drop database if exists ${name} with (force)`));
    const url = new URL(server);
    url.pathname = `/${name}`;
    return { ...shared, DATELINE_DATA: 'unused', DATABASE_URL: url.href };
  },
});

async function run(server: string, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(command);
  await client.end();
}

const { TEST_DATABASE_URL } = process.env;

/** PGlite always, PostgreSQL when TEST_DATABASE_URL names one. */
export const engines: readonly TestEngine[] = [pglite, ...(TEST_DATABASE_URL ? [postgres(TEST_DATABASE_URL)] : [])];

/** A new store, closed after the tests of the file. */
export async function openStore(engine: TestEngine): Promise<Store> {
  const store = await open(await engine.configuration());
  after(() => store.close());
  return store;
}
