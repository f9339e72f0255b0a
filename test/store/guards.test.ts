import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { openEmbedded } from '../../src/store/embedded.ts';
import { inTransaction } from '../../src/store/engine.ts';
import { open } from '../../src/store/open.ts';

const root = mkdtempSync(join(tmpdir(), 'dateline-guards-'));
after(() => rmSync(root, { recursive: true, force: true }));
const settings = { DATELINE_QUERY_TIMEOUT: 20_000, LOG_LEVEL: 'silent' as const };
const openModule = new URL('../../src/store/open.js', import.meta.url).href;
const file = fileURLToPath(openModule);
const PAGE = { limit: 10 };

/** A script in another process that opens the store in a folder. */
const opening = (folder: string, then: string) => [
  '--input-type=module',
  '-e',
  `import { open } from ${JSON.stringify(openModule)};
   const store = await open(${JSON.stringify({ ...settings, DATELINE_DATA: folder })}).catch((error) => {
     console.log(error.code, error.message); process.exit(0);
   });
   ${then}`,
];

test('a second process is refused, and told which one has the database', async () => {
  const folder = join(root, 'locked');
  const store = await open({ ...settings, DATELINE_DATA: folder });
  const { stdout } = await promisify(execFile)(process.execPath, opening(folder, 'process.exit(1)'));
  assert.match(stdout, /^store-in-use /);
  assert.match(stdout, new RegExp(`process ${process.pid}\\b`));
  await assert.rejects(open({ ...settings, DATELINE_DATA: folder }), { code: 'store-in-use' });
  await store.close();
  await (await open({ ...settings, DATELINE_DATA: folder })).close();
});

test('the lock of a process that was killed is taken over', async () => {
  const folder = join(root, 'killed');
  const child = spawn(process.execPath, opening(folder, 'console.log("ready"); setInterval(() => {}, 1000);'));
  for await (const chunk of child.stdout) if (String(chunk).includes('ready')) break;
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  assert.match(readFileSync(join(folder, 'lock'), 'utf8'), new RegExp(`"pid":${child.pid}`));
  const store = await open({ ...settings, DATELINE_DATA: folder });
  assert.deepEqual((await store.documents({}, PAGE)).items, []);
  await store.close();
});

const locks: [name: string, content: string, taken: boolean][] = [
  ['that says nothing', '', true],
  ['of a process that ended', JSON.stringify({ pid: 2 ** 22 - 1, host: hostname(), started: '1' }), true],
  [
    'of an earlier process with a number that another has now',
    JSON.stringify({ pid: 1, host: hostname(), started: '-1' }),
    true,
  ],
  ['of another machine', JSON.stringify({ pid: 1, host: 'elsewhere', started: null }), false],
];
for (const [name, content, taken] of locks) {
  test(`a lock ${name} is ${taken ? 'taken over' : 'respected'}`, { skip: process.platform !== 'linux' }, async () => {
    const folder = join(root, name.replaceAll(' ', '-'));
    mkdirSync(folder);
    writeFileSync(join(folder, 'lock'), content);
    const engine = openEmbedded({ folder, timeout: 0 });
    if (taken) await (await engine).close();
    else await assert.rejects(engine, { code: 'store-in-use', message: /elsewhere/ });
  });
}

const impossible: [name: string, folder: string, code: string][] = [
  ['is a file', file, 'EEXIST'],
  ['lies below a file', join(file, 'below'), 'ENOTDIR'],
  ...(process.platform === 'linux'
    ? [['lies where no folder can be made', '/proc/dateline/data', 'ENOENT'] as [string, string, string]]
    : []),
];
for (const [name, folder, code] of impossible) {
  test(`a data folder that ${name} is refused at once`, { timeout: 10_000 }, async () => {
    await assert.rejects(open({ ...settings, DATELINE_DATA: folder }), { code });
  });
}

test('a query that overruns is ended, and the next one finds everything that was committed', async () => {
  const { db, close } = await openEmbedded({ folder: join(root, 'slow'), timeout: 1000 });
  await sql`create table kept (id integer)`.execute(db);
  await sql`insert into kept values (1)`.execute(db);
  const started = performance.now();
  const slow = sql`select count(*) from generate_series(1, 1e12::bigint)`.execute(db);
  const waiting = sql`select * from kept`.execute(db);
  await assert.rejects(slow, { code: 'query-timeout' });
  assert.ok(performance.now() - started < 5000);
  assert.deepEqual((await waiting).rows, [{ id: 1 }]);
  await close();
});

test('a transaction whose query overruns leaves nothing behind', async () => {
  const { db, close } = await openEmbedded({ folder: join(root, 'rolled-back'), timeout: 1000 });
  await sql`create table kept (id integer)`.execute(db);
  const transaction = inTransaction(db, async (trx) => {
    await sql`insert into kept values (1)`.execute(trx);
    await sql`select count(*) from generate_series(1, 1e12::bigint)`.execute(trx);
  });
  await assert.rejects(transaction, { code: 'query-timeout' });
  assert.deepEqual((await sql`select * from kept`.execute(db)).rows, []);
  await close();
});

test('a folder in which the database was not finished is made anew', async () => {
  const folder = join(root, 'unfinished');
  mkdirSync(join(folder, 'database.new', 'base'), { recursive: true });
  const store = await open({ ...settings, DATELINE_DATA: folder });
  assert.deepEqual((await store.documents({}, PAGE)).items, []);
  await store.close();
});

test('the database is cleaned up and counted, however long that takes', async () => {
  const { db, maintain, close } = await openEmbedded({ folder: join(root, 'maintained'), timeout: 20_000 });
  await sql`create table kept (id integer)`.execute(db);
  await sql`insert into kept select generate_series(1, 1000)`.execute(db);
  await sql`delete from kept where id > 300`.execute(db);
  await maintain!();
  const { rows } = await sql`select reltuples from pg_class where relname = 'kept'`.execute(db);
  assert.deepEqual(rows, [{ reltuples: 300 }]);
  await close();
});

test('the start says what the embedded database does not promise', async () => {
  const store = await open({ ...settings, DATELINE_DATA: join(root, 'notice') });
  assert.match(store.notice ?? '', /power cut.*DATABASE_URL/);
  await store.close();
});
