import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import type { Extraction } from '../schemas/extraction.ts';
import { buildApp } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { extractorPool } from '../src/extractor.ts';
import type { Records } from '../src/records.ts';
import { type Gold, invented, type Row, scoreEntities, scoreEvents, scoreTimes } from './seed-score.ts';
import { sharedFolder } from './shared.ts';

/** Posts the seed article to a fresh service, with and without its publication date, and prints what it gets right. */
const folder = sharedFolder();
if (folder) await report(join(folder, 'seed'));

async function report(seed: string): Promise<void> {
  const text = readFileSync(join(seed, 'article.txt'), 'utf8');
  const gold = JSON.parse(readFileSync(join(seed, 'gold.json'), 'utf8')) as Gold;
  const [dated, undated] = await readOverHttp([{ text, publishedAt: gold.publishedAt }, { text }]);
  const strangers = invented(gold, dated!.entities);
  const scores: [name: string, rows: Row[]][] = [
    ['times', scoreTimes(gold, dated!.times, true)],
    ['times without publishedAt', scoreTimes(gold, undated!.times, false)],
    ['entities', scoreEntities(gold, dated!.entities)],
    ['events', scoreEvents(gold, dated!)],
  ];
  const table = new Table({
    head: ['seed article', 'right', 'of', 'what is wrong'],
    colWidths: [28, 7, 5, 100],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const [name, rows] of scores) {
    const wrong = rows.filter(({ fault }) => fault !== '');
    const faults = wrong.map(({ expected, fault }) => `${expected}: ${fault}`).join('\n');
    table.push([name, rows.length - wrong.length, rows.length, faults]);
  }
  table.push(['invented people, countries', strangers.length, 0, strangers.join(', ')]);
  process.stdout.write(`${table.toString()}\n`);
}

async function readOverHttp(bodies: readonly object[]): Promise<Extraction[]> {
  const extractor = extractorPool({ jobs: 1 });
  const app = await buildApp(loadConfig({ LOG_LEVEL: 'error' }), { extractor, store: {} as Records });
  try {
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    return await Promise.all(bodies.map((body) => post<Extraction>(`${address}/v1/extract`, body)));
  } finally {
    await app.close();
    await extractor.close();
  }
}

async function post<T>(url: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}
