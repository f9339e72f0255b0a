import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTimes } from './times-read.ts';

/** The corpora, scored by the scorer of the evaluation data. */
export const corpora = ['timebank', 'meantime-apple', 'wikiwars-01-16'] as const;
/** Of MEANTIME only the first sentences are annotated. */
const ANNOTATED_SENTENCES = 6;

interface Gold {
  readonly id: string;
  readonly dct: string | null;
  readonly text: string;
  readonly gold: readonly { readonly text: string }[];
}
export interface Scores {
  readonly gold: number;
  readonly strict: { readonly P: number; readonly R: number; readonly F1: number };
  readonly relaxed: { readonly F1: number };
  readonly type_F1: number;
  readonly value_F1: number;
}
/** kind, document, gold text, type, value, found text, type, value, publication, context. */
export type Difference = readonly string[];

export function scoreCorpus(
  shared: string,
  set: string,
): { scores: Scores; differences: Difference[]; expressions: string[] } {
  const folder = join(shared, 'eval', 'times', 'data', set);
  const scratch = mkdtempSync(join(tmpdir(), 'times-'));
  const gold = readdirSync(folder)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Gold);
  const lines = gold.map((document) => JSON.stringify({ id: document.id, timexes: timexesOf(document, set) }));
  const [system, errors] = [join(scratch, 'system.jsonl'), join(scratch, 'errors.tsv')];
  writeFileSync(system, `${lines.join('\n')}\n`);
  const scorer = join(shared, 'eval', 'times', 'score_timex.py');
  const { stdout, stderr } = spawnSync('python3', [scorer, folder, system, '--json', '--errors', errors], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  const rows = readFileSync(errors, 'utf8').trimEnd().split('\n').slice(1);
  rmSync(scratch, { recursive: true });
  return {
    scores: JSON.parse(stdout),
    differences: rows.map((row) => row.split('\t')),
    expressions: gold.flatMap((each) => each.gold.map(({ text }) => text)),
  };
}

function timexesOf({ text, dct }: Gold, set: string): object[] {
  const analysis = readTimes(text, dct ?? undefined);
  const last =
    set === 'meantime-apple' ? (analysis.text.sentences[ANNOTATED_SENTENCES - 1]?.end ?? text.length) : text.length;
  const point = codePoints(text);
  return analysis.times
    .filter(({ start }) => start < last)
    .flatMap((time) =>
      (time.parts ?? [time]).map(({ start, end, value }) => ({
        start: point(start),
        end: point(end),
        text: text.slice(start, end),
        type: time.type,
        value,
      })),
    );
}

/** Offsets in code units → in code points, as the scorer counts. */
function codePoints(text: string): (unit: number) => number {
  const points: number[] = [];
  let point = 0;
  for (const character of text) {
    for (let k = 0; k < character.length; k++) points.push(point);
    point++;
  }
  points.push(point);
  return (unit) => points[unit]!;
}
