import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { foldOf } from '../scripts/train-names/corpus.ts';
import { type Data, NEWS, readTrainingData, SHORT, SINGLE, train } from '../scripts/train-names/recipe.ts';
import { Gazetteer } from '../src/entities/gazetteer.ts';
import { retype } from '../src/entities/retype.ts';
import { Clusters } from '../src/names/clusters.ts';
import { PhraseLists } from '../src/names/lists.ts';
import { unpackModel } from '../src/names/model.ts';
import { findNames, namesWith } from '../src/names/stage.ts';
import { Tagger } from '../src/names/tagger.ts';
import { type Sources, Words } from '../src/names/words.ts';
import { textStage } from '../src/text/stage.ts';
import { sharedFolder } from './shared.ts';

/**
 * Exact F1 of the names by set and type, printed by the scorer of the evaluation data: the mentions as they are delivered,
 * with the types that the tables of entities know better.
 *
 *   node dist/eval/names.js              the shipped model on worldwide-a
 *   node dist/eval/names.js --folds      news-names out of fold (trains five models)
 *   node dist/eval/names.js --ablation   without lists, clusters, other places of a word, silver set, news-names
 *   node dist/eval/names.js --curve      by the share of news-names learned from
 *
 * The folds are single models, those of the comparisons have learned half as long; the one that ships is the mean of three.
 */
const FOLDS = 5;
const COARSE = { person: 'PER', country: 'LOC', place: 'LOC', organisation: 'ORG', people: 'MISC' } as const;
const { values: options } = parseArgs({
  options: {
    folds: { type: 'boolean' },
    curve: { type: 'boolean' },
    ablation: { type: 'boolean' },
    errors: { type: 'string' },
  },
});

interface Line {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly { start: number; end: number; type: string; fine?: string }[];
}
type Find = typeof findNames;

const gazetteer = new Gazetteer();
const shared = sharedFolder();
if (shared !== undefined) {
  if (options.folds) outOfFold(shared);
  if (options.curve || options.ablation) compare(shared);
  if (!options.folds && !options.curve && !options.ablation)
    score(shared, 'dev/worldwide-a', lines(shared, 'dev/worldwide-a.jsonl'), () => findNames);
}

function outOfFold(folder: string): void {
  const data = readTrainingData(join(folder, 'eval'));
  const finders = Array.from({ length: FOLDS }, (_, fold) =>
    finderOf(train({ ...data, news: data.news.filter(({ id }) => foldOf(id, FOLDS) !== fold) }, {}, SINGLE)),
  );
  score(folder, 'train/news-names, out of fold', lines(folder, NEWS), ({ id }) => finders[foldOf(id, FOLDS)]!);
}

/**
 * What each source of knowledge is worth, and how much political news is enough: models learned from four fifths of
 * news-names and all else, less something, on the fifth that none of them has seen and on worldwide-a.
 */
function compare(folder: string): void {
  const data = readTrainingData(join(folder, 'eval'));
  const newsOf = (fifths: number): Data => ({
    ...data,
    news: data.news.filter(({ id }) => foldOf(id, FOLDS) >= 1 && foldOf(id, FOLDS) <= fifths),
  });
  const all = newsOf(4);
  const models: [name: string, data: Data, sources?: Partial<Sources>][] = [
    ['with everything, news-names 4/5', all],
    ['without news-names, 0/5', newsOf(0)],
  ];
  if (options.curve) for (const fifths of [1, 2, 3]) models.push([`news-names ${fifths}/5`, newsOf(fifths)]);
  if (options.ablation)
    models.push(
      ['without lists', all, { lists: new PhraseLists() }],
      ['without clusters', all, { clusters: new Clusters() }],
      ['without other places of a word', all, { document: false }],
      ['without the silver set', { ...all, silver: [] }],
    );
  const unseen = lines(folder, NEWS).filter(({ id }) => foldOf(id, FOLDS) === 0);
  for (const [name, known, sources] of models) {
    const find = finderOf(train(known, sources, SHORT), sources);
    score(folder, `${name}: unseen fifth of news-names`, unseen, () => find);
    score(folder, `${name}: worldwide-a`, lines(folder, 'dev/worldwide-a.jsonl'), () => find);
  }
}

function finderOf(packed: Buffer, sources: Partial<Sources> = {}): Find {
  return namesWith(new Tagger(unpackModel(packed), new Words(sources)));
}

function lines(folder: string, set: string): Line[] {
  const text = readFileSync(join(folder, 'eval', 'entities', set), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

function score(folder: string, title: string, gold: readonly Line[], finderFor: (line: Line) => Find): void {
  const scratch = mkdtempSync(join(tmpdir(), 'names-'));
  const fine: { right: number; found: number; gold: number } = { right: 0, found: 0, gold: 0 };
  const predictions = gold.map((line) => {
    const { text } = textStage.apply(analysisOf(line));
    const points = codePoints(line.text);
    const spans = retype(finderFor(line)(line.text, text), gazetteer).map(({ start, end, type }) => ({
      start: points(start),
      end: points(end),
      type: COARSE[type],
      fine: type,
    }));
    const keys = new Set(line.spans.map((span) => `${span.start} ${span.end} ${span.fine}`));
    fine.right += spans.filter((span) => keys.has(`${span.start} ${span.end} ${span.fine}`)).length;
    fine.found += spans.length;
    fine.gold += line.spans.filter((span) => span.fine !== 'misc').length;
    return { id: line.id, spans };
  });
  const goldFile = join(scratch, 'gold.jsonl');
  const predictionFile = join(scratch, 'found.jsonl');
  const write = (file: string, rows: readonly object[]) =>
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  write(goldFile, gold);
  write(predictionFile, predictions);
  if (options.errors !== undefined) write(options.errors, predictions);
  const scorer = join(folder, 'eval', 'entities', 'score_ner.py');
  const result = spawnSync('python3', [scorer, goldFile, predictionFile], { encoding: 'utf8' });
  process.stdout.write(`\n${title} (${gold.length} documents)\n${result.stdout}${result.stderr}`);
  if (gold.some((line) => line.spans.some((span) => span.fine !== undefined))) {
    const f1 = (200 * fine.right) / (fine.found + fine.gold);
    process.stdout.write(`five types of the contract, exact F1 ${f1.toFixed(1)}\n`);
  }
  rmSync(scratch, { recursive: true });
}

function analysisOf({ id, text }: Line): Parameters<typeof textStage.apply>[0] {
  return { document: { id, text, timezone: 'UTC' }, warnings: [] } as unknown as Parameters<typeof textStage.apply>[0];
}

/** Offsets in code units → in code points, as the scorer counts. */
function codePoints(text: string): (unit: number) => number {
  if (!/[\uD800-\uDBFF]/.test(text)) return (unit) => unit;
  const points: number[] = [];
  let point = 0;
  for (const character of text) {
    for (let k = 0; k < character.length; k++) points.push(point);
    point++;
  }
  points.push(point);
  return (unit) => points[unit]!;
}
