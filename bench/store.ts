import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { EventFilter } from '../src/records.ts';
import type { Database, Engine } from '../src/store/engine.ts';
import { openEngine, type Store, storeOver } from '../src/store/open.ts';
import { openPostgres } from '../src/store/postgres.ts';
import { copyBackwards } from './copies.ts';
import { documentOf, drawPerson, iso, personId, RATE, random } from './documents.ts';

/**
 * What it costs to add a document to stores of 1,000 documents and of each `--documents`, 10,000 and 100,000 by default, and
 * how long a timeline takes there; a document has about four events. The same documents are added to all stores in turns,
 * so that neither they nor what else the machine does makes a difference. `--url` names a database of PostgreSQL beside
 * which others are made and dropped, in place of the embedded one.
 */
const { values } = parseArgs({
  options: { url: { type: 'string' }, documents: { type: 'string', multiple: true, default: ['10000', '100000'] } },
});
/** Documents that are written one by one; the rest of a larger store are copies of them on earlier days. */
const BASE = 1000;
const DAYS = Math.ceil(BASE / RATE) + 10;
const QUERIES = 400;
const IMPORTED = 100;
/** Documents that are added alone, and those of them that only warm up. */
const [ALONE, WARMING] = [120, 20];

interface Sized {
  readonly size: number;
  readonly engine: Engine;
  readonly store: Store;
}

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const sizes = [BASE, ...values.documents.map(Number).sort((a, b) => a - b)];
const opened: Sized[] = [];

try {
  await makeBase();
  for (const size of sizes.slice(1)) await copyBase(size);
  for (const size of sizes) opened.push(await openAt(size));
  for (const { engine, store, size } of opened) {
    await copyBackwards(engine.db, Math.ceil(size / BASE) - 1, DAYS);
    await (engine.maintain?.() ?? sql`vacuum analyze`.execute(engine.db));
    await measureAsking(engine.db, store);
  }
  await measureAdding();
} finally {
  for (const { store } of opened) await store.close();
  for (const size of sizes) await dropped(size);
  rmSync(folder, { recursive: true, force: true });
}

function nameOf(size: number): string {
  return `dateline_bench_${size}`;
}

async function openAt(size: number): Promise<Sized> {
  const url = values.url === undefined ? undefined : new URL(`/${nameOf(size)}`, values.url).href;
  const engine = await openEngine({
    DATELINE_DATA: join(folder, nameOf(size)),
    DATELINE_QUERY_TIMEOUT: 3_600_000,
    LOG_LEVEL: 'silent',
    ...(url !== undefined && { DATABASE_URL: url }),
  });
  return { size, engine, store: storeOver(engine) };
}

async function makeBase(): Promise<void> {
  await administer(sql`create database ${sql.id(nameOf(BASE))}`);
  const { store } = await openAt(BASE);
  for (let next = 0; next < BASE; next += IMPORTED) await addTogether(store, next);
  await store.close();
}

async function copyBase(size: number): Promise<void> {
  await administer(sql`create database ${sql.id(nameOf(size))} template ${sql.id(nameOf(BASE))}`);
  if (values.url === undefined) cpSync(join(folder, nameOf(BASE)), join(folder, nameOf(size)), { recursive: true });
}

function dropped(size: number): Promise<void> {
  return administer(sql`drop database if exists ${sql.id(nameOf(size))}`);
}

/** What is told to the server, where there is one. */
async function administer(command: ReturnType<typeof sql>): Promise<void> {
  if (values.url === undefined) return;
  const { db, close } = openPostgres({ url: values.url, timeout: 0 });
  await command.execute(db);
  await close();
}

async function count(db: Database, table: 'events' | 'documents'): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(db);
  return rows[0]!.count;
}

async function addTogether(store: Store, first: number): Promise<void> {
  await Promise.all(Array.from({ length: IMPORTED }, (_, i) => store.addDocument(documentOf(first + i))));
}

async function measureAdding(): Promise<void> {
  const taken = new Map(opened.map((each) => [each, { wall: [] as number[], cpu: [] as number[] }]));
  for (let i = 0; i < ALONE; i++) {
    for (const [{ store }, { wall, cpu }] of taken) {
      const once = await measure(1, () => store.addDocument(documentOf(BASE + i)));
      if (i < WARMING) continue;
      wall.push(...once.times);
      cpu.push(once.cpu);
    }
  }
  for (const [{ store, engine }, { wall, cpu }] of taken) {
    const start = performance.now();
    await addTogether(store, BASE + ALONE);
    const rate = (IMPORTED * 1000) / (performance.now() - start);
    const mean = cpu.reduce((sum, each) => sum + each) / cpu.length;
    const there = await count(engine.db, 'documents');
    say(`${(there - ALONE - IMPORTED).toLocaleString('en')} documents there`, {
      'adding one, p50 ms': quantile(wall.sort(ascending), 0.5),
      'CPU p50 ms': quantile(cpu.sort(ascending), 0.5),
      'mean ms': mean.toFixed(1),
      'in an import, a second': rate.toFixed(0),
    });
  }
}

/** Pages of 50 of somebody's timeline, people drawn by how often they are in the news, windows of a month to a year. */
async function measureAsking(db: Database, store: Store): Promise<void> {
  const draw = random(7);
  const { rows } = await sql<{ first: string; days: number }>`
    select min(day)::text as first, max(day) - min(day) as days from events
    where reach = 0`.execute(db);
  const first = Date.parse(rows[0]!.first) / 86_400_000;
  const filters: EventFilter[] = [];
  while (filters.length < QUERIES) {
    const entity = await store.entity(personId(drawPerson(draw)));
    if (entity === undefined) continue;
    const length = 30 + Math.floor(draw() * 336);
    const from = first + Math.floor(draw() * Math.max(1, rows[0]!.days - length));
    filters.push({ from: iso(from), to: iso(from + length), entities: [entity.id] });
  }
  const ask = (filter: EventFilter) => store.timeline(filter, { limit: 50 });
  for (const filter of filters.slice(0, 50)) await ask(filter);
  const queue = [...filters];
  const { times, cpu } = await measure(QUERIES, () => ask(queue.pop()!));
  say(`${(await count(db, 'events')).toLocaleString('en')} events there`, {
    'timeline, p50 ms': quantile(times, 0.5),
    'p95 ms': quantile(times, 0.95),
    'CPU ms': cpu.toFixed(1),
  });
}

/** Milliseconds that each of `times` calls takes, in order, and the mean of CPU time in this process. */
async function measure(times: number, work: () => Promise<unknown>): Promise<{ times: number[]; cpu: number }> {
  const taken: number[] = [];
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  return { times: taken.sort(ascending), cpu: (user + system) / 1000 / times };
}

function ascending(a: number, b: number): number {
  return a - b;
}

function quantile(sorted: readonly number[], share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
}

/** Line by line, since the larger sizes take a while. */
function say(what: string, figures: Readonly<Record<string, string>>): void {
  const told = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
  process.stdout.write(`${what.padEnd(26)} ${told.join('   ')}\n`);
}
