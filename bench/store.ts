import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import type { EventFilter } from '../src/records.ts';
import { openEngine, storeOver } from '../src/store/open.ts';
import { copyBackwards } from './copies.ts';
import { documentOf, drawPerson, iso, personId, RATE, random } from './documents.ts';

/**
 * What it costs to add documents, alone and in an import, as the store grows; and how long a timeline takes. `--url` names
 * a PostgreSQL database, which should be empty, in place of the embedded one; `--events 1000000` adds a larger size.
 */
const { values } = parseArgs({
  options: { url: { type: 'string' }, events: { type: 'string', multiple: true, default: ['10000', '100000'] } },
});
/** Documents that are written one by one; the rest of a larger store are copies of them on earlier days. */
const BASE = 1000;
const QUERIES = 400;
const IMPORTED = 100;

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const engine = await openEngine({
  DATELINE_DATA: folder,
  DATELINE_QUERY_TIMEOUT: 3_600_000,
  LOG_LEVEL: 'silent',
  ...(values.url !== undefined && { DATABASE_URL: values.url }),
});
const store = storeOver(engine);
const { db } = engine;
let next = 0;

try {
  while (next < BASE) await addTogether();
  await measureAdding();
  let days = Math.ceil(next / RATE) + 10;
  let round = 1;
  for (const size of values.events.map(Number).sort((a, b) => a - b)) {
    const before = await count('events');
    const copies = Math.max(0, Math.ceil(size / before) - 1);
    await copyBackwards(db, copies, days, round++);
    days *= copies + 1;
    await (engine.maintain?.() ?? sql`vacuum analyze`.execute(db));
    await measureAsking();
    await measureAdding();
  }
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

async function count(table: 'events' | 'documents'): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(db);
  return rows[0]!.count;
}

async function addTogether(): Promise<void> {
  await Promise.all(Array.from({ length: IMPORTED }, () => store.addDocument(documentOf(next++))));
}

async function measureAdding(): Promise<void> {
  const there = await count('documents');
  const alone = await measure(IMPORTED, () => store.addDocument(documentOf(next++)));
  const start = performance.now();
  await addTogether();
  const rate = (IMPORTED * 1000) / (performance.now() - start);
  say(`${there.toLocaleString('en')} documents there`, {
    'adding one, p50 ms': quantile(alone.times, 0.5),
    'CPU ms': alone.cpu.toFixed(1),
    'in an import, a second': rate.toFixed(0),
  });
}

/** Pages of 50 of somebody's timeline, people drawn by how often they are in the news, windows of a month to a year. */
async function measureAsking(): Promise<void> {
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
  say(`${(await count('events')).toLocaleString('en')} events there`, {
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
  return { times: taken.sort((a, b) => a - b), cpu: (user + system) / 1000 / times };
}

function quantile(sorted: readonly number[], share: number): string {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
}

/** Line by line, since the larger sizes take a while. */
function say(what: string, figures: Readonly<Record<string, string>>): void {
  const told = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
  process.stdout.write(`${what.padEnd(26)} ${told.join('   ')}\n`);
}
