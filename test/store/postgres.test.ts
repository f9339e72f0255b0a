import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { translated } from '../../src/store/engine.ts';
import { open } from '../../src/store/open.ts';
import { openPostgres } from '../../src/store/postgres.ts';

const { TEST_DATABASE_URL: url = '' } = process.env;
const skip = url === '' ? 'TEST_DATABASE_URL names no PostgreSQL' : false;

/** What a caller of the store would see. */
const seen = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    throw translated(error);
  });

test('a server that is not there', async () => {
  const config = {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    DATELINE_DATA: '',
    LOG_LEVEL: 'silent',
  } as const;
  await assert.rejects(open({ ...config, DATELINE_QUERY_TIMEOUT: 1000 }), { code: 'not-ready' });
});

test('a query that overruns is ended by the server', { skip }, async () => {
  const { db, close } = openPostgres({ url, timeout: 200 });
  await assert.rejects(seen(sql`select pg_sleep(10)`.execute(db)), { code: 'query-timeout' });
  assert.deepEqual((await sql`select 1 as one`.execute(db)).rows, [{ one: 1 }]);
  await close();
});

test('a connection that is lost costs the query that was on it and no other', { skip }, async () => {
  const { db, close } = openPostgres({ url, timeout: 5000 });
  const doomed = db.connection().execute(async (connection) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(connection);
    const query = sql`select pg_sleep(4)`.execute(connection);
    // It may fail before it is waited for.
    query.catch(() => {});
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(db);
    return query;
  });
  await assert.rejects(seen(doomed), { code: 'not-ready' });
  // The server says that it goes before it does.
  await setTimeout(200);
  assert.deepEqual((await sql`select 1 as one`.execute(db)).rows, [{ one: 1 }]);
  await close();
});

test('plans are made for the values of a query, not for any', { skip }, async () => {
  const { db, close } = openPostgres({ url, timeout: 5000 });
  const { rows } = await sql`select current_setting('plan_cache_mode') as mode`.execute(db);
  assert.deepEqual(rows, [{ mode: 'force_custom_plan' }]);
  await close();
});
