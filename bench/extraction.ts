import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { sharedFolder } from '../eval/shared.ts';
import type { Analysis } from '../src/analysis.ts';
import { stages } from '../src/pipeline.ts';
import { read } from '../src/reading.ts';
import { newsOf } from './corpus.ts';
import { best, cpuSeconds } from './measure.ts';

/**
 * What reading costs in CPU time, beside bare wink-nlp (tokens, sentences, tags) on the same text in the same run; how it
 * grows with the text; and what hostile texts cost. The sample briefs are dense with names and dates; ordinary news is
 * measured too where the evaluation data is at hand.
 */
const RUNS = 5;
/** Characters of each document, and of all. */
const [LENGTH, TOTAL] = [4000, 400_000];
const nlp = winkNLP(model, ['sbd', 'pos']);

compare('sample briefs', slices(newsOf(TOTAL)));
const shared = sharedFolder();
if (shared !== undefined) compare('ordinary news', slices(ordinaryNews(shared)));

const growth = makeTable(['one document of', 'CPU seconds', 'CPU seconds a million characters']);
for (const size of [250_000, 500_000, 1_000_000, 2_000_000, 10_000_000]) {
  const text = newsOf(size);
  const seconds = cpuSeconds(() => read(request('long', text)));
  growth.push([`${size / 1e6} MB of news`, seconds.toFixed(2), ((seconds * 1e6) / size).toFixed(2)]);
}
process.stdout.write(`${growth}\n\n`);

const hostile: [name: string, text: string, contentType?: 'text/html'][] = [
  ['8,000 characters of "http://"', 'http://'.repeat(1143)],
  ['1 MB of "a"', 'a'.repeat(1e6)],
  ['1 MB of "a "', 'a '.repeat(5e5)],
  ['100,000 digits', '7'.repeat(1e5)],
  ['1 MB of opening quotation marks', '“'.repeat(1e6)],
  ['1 MB in one sentence of dates', 'on May 4, 2017, '.repeat(62_500)],
  ['1 MB in one sentence of names', 'Vladimir Putin, '.repeat(62_500)],
  ['100 KB of nested <div>', '<div>'.repeat(20_000), 'text/html'],
];
const costs = makeTable(['hostile text', 'CPU seconds']);
for (const [name, text, contentType] of hostile) {
  costs.push([
    name,
    cpuSeconds(() => read({ ...request('hostile', text), ...(contentType && { contentType }) })).toFixed(2),
  ]);
}
process.stdout.write(`${costs}\n`);

/** Prints the CPU of each stage on `documents`, beside bare wink-nlp. */
function compare(what: string, documents: readonly string[]): void {
  const tokens = documents.reduce((sum, text) => sum + nlp.readDoc(text).tokens().length(), 0);
  const bare = best(RUNS, () => {
    for (const text of documents) nlp.readDoc(text);
  });
  const table = makeTable([`${what}: ${tokens} tokens`, 'tokens a CPU-second', 'CPU, bare wink-nlp = 1']);
  const row = (name: string, seconds: number) =>
    table.push([name, Math.round(tokens / seconds).toLocaleString('en'), (seconds / bare).toFixed(2)]);
  row('bare wink-nlp', bare);
  let inputs = documents.map((text, i) => start(String(i), text));
  for (const stage of stages) {
    const given = inputs;
    row(
      stage.name,
      best(RUNS, () => given.forEach((analysis) => void stage.apply(analysis))),
    );
    inputs = given.map((analysis) => stage.apply(analysis));
  }
  row(
    'whole analysis',
    best(RUNS, () => documents.forEach((text, i) => void read(request(String(i), text)))),
  );
  process.stdout.write(`${table}\n\n`);
}

/** The text in documents of one length. */
function slices(text: string): string[] {
  return Array.from({ length: Math.floor(text.length / LENGTH) }, (_, i) => text.slice(i * LENGTH, (i + 1) * LENGTH));
}

/** Newswire that nothing was learned from: the first of the set that measures names. */
function ordinaryNews(folder: string): string {
  const lines = readFileSync(join(folder, 'eval', 'entities', 'dev', 'worldwide-a.jsonl'), 'utf8').split('\n', 400);
  return lines
    .map((line) => (JSON.parse(line) as { text: string }).text)
    .join('\n\n')
    .slice(0, TOTAL);
}

function request(id: string, text: string) {
  return { id, text, publishedAt: '2017-07-18' };
}

function start(id: string, text: string): Analysis {
  return { document: { ...request(id, text), timezone: 'UTC' }, warnings: [] as readonly string[] } as Analysis;
}

function makeTable(head: string[]): Table.Table {
  return new Table({ head, style: { head: [], border: [] }, colAligns: ['left', 'right', 'right'] });
}
