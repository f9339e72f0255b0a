import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Table from 'cli-table3';
import type { Analysis } from '../src/analysis.ts';
import { textStage } from '../src/text/stage.ts';
import { sharedFolder } from './shared.ts';

/**
 * Sentence ends: documents that hold one sentence a line are joined with blanks and split again. `--errors` prints where
 * the two differ.
 */
const folder = sharedFolder();
if (folder) measure(join(folder, 'eval', 'events', 'data', 'news-events.json'));

function measure(path: string): void {
  const { docs } = JSON.parse(readFileSync(path, 'utf8')) as { docs: { text: string }[] };
  let right = 0;
  const extra: string[] = [];
  const missed: string[] = [];
  for (const { text } of docs) {
    const { joined, ends } = joinLines(text.split('\n').map((line) => line.trim()));
    const found = new Set(endsIn(joined));
    const around = (end: number) => `${joined.slice(Math.max(0, end - 40), end)} | ${joined.slice(end, end + 30)}`;
    for (const end of ends) {
      if (found.has(end)) right++;
      else missed.push(around(end));
    }
    for (const end of found) if (!ends.has(end)) extra.push(around(end));
  }
  const table = new Table({
    head: ['sentence ends', 'of gold', 'precision', 'recall'],
    style: { head: [], border: [] },
  });
  const share = (of: number) => ((100 * right) / (right + of)).toFixed(1);
  table.push(['news-events', right + missed.length, share(extra.length), share(missed.length)]);
  process.stdout.write(`${table}\n`);
  if (process.argv.includes('--errors')) {
    for (const each of extra) process.stdout.write(`extra   ${each}\n`);
    for (const each of missed) process.stdout.write(`missed  ${each}\n`);
  }
}

/** The lines with blanks between them, and where all but the last end. */
function joinLines(lines: readonly string[]): { joined: string; ends: ReadonlySet<number> } {
  const ends = new Set<number>();
  let joined = '';
  for (const line of lines.filter((each) => each !== '')) {
    if (joined !== '') ends.add(joined.length);
    joined += joined === '' ? line : ` ${line}`;
  }
  return { joined, ends };
}

function endsIn(text: string): number[] {
  const analysis = { document: { id: 'd', text, timezone: 'UTC' }, warnings: [] as readonly string[] } as Analysis;
  return textStage
    .apply(analysis)
    .text.sentences.map(({ end }) => end)
    .slice(0, -1);
}
