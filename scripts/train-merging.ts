import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { givenTriggers } from '../eval/merging-given.ts';
import { type GoldDocument, readGold } from '../eval/merging-sets.ts';
import { sharedFolder } from '../eval/shared.ts';
import type { Analysis } from '../src/analysis.ts';
import { packageRoot } from '../src/data.ts';
import { type Example, train } from '../src/learn/train.ts';
import { stages } from '../src/pipeline.ts';
import { groupBy } from '../src/timelines/group-by.ts';
import { comparable, type Measure, measuresOf } from '../src/timelines/likeness.ts';
import { compare } from '../src/timelines/match.ts';
import { reportsOf } from '../src/timelines/report.ts';
import type { Report } from '../src/timelines/types.ts';

/**
 * Writes data/en/timelines/likeness.json: how much speaks for two reports of the same word being of one event, learned from
 * the annotation of ecbplus_train (CC BY 3.0): pairs of one topic, which has two alike stories each. The log-odds of a
 * measure change at these numbers.
 */
const STEPS: Readonly<Record<Measure, readonly number[]>> = {
  story: [0.04, 0.08, 0.12, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6],
  sentence: [0.001, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6],
  sameText: [1],
  shared: [1, 2],
  opposed: [1],
  samePlace: [1],
  otherPlace: [1],
  nouns: [1, 2],
  leads: [1, 2],
  saying: [1],
};
const measures = Object.keys(STEPS) as Measure[];
const clue = (measure: Measure, from: number): string => `${measure} ${from}`;

const shared = sharedFolder();
if (shared !== undefined) {
  const topics = groupBy(readGold(shared, 'ecbplus_train'), ({ topic }) => topic);
  const examples = [...topics.values()].flatMap((documents) => examplesOf(documents.flatMap(read)));
  const model = train(examples, { epochs: 10, average: true, penalty: 1e-3 });
  const yes = model.labels.indexOf('one');
  const logit = (clues: readonly string[]): number => {
    const p = model.probabilities(clues)[yes]!;
    return Math.log(p / (1 - p));
  };
  const bias = logit([]);
  const round = (weight: number): number => Math.round(weight * 100) / 100;
  const weights = measures.map((measure) => [
    measure,
    STEPS[measure].map((from) => [from, round(logit([clue(measure, from)]) - bias)]),
  ]);
  const file = JSON.stringify({ bias: round(bias), steps: Object.fromEntries(weights) });
  writeFileSync(join(packageRoot, 'data', 'en', 'timelines', 'likeness.json'), `${file}\n`);
  process.stdout.write(`data/en/timelines/likeness.json: ${examples.length} pairs, ${file.length} bytes\n`);
}

interface Told {
  readonly report: Report;
  /** The event that it is of, as annotated. */
  readonly instance: string;
}

function read({ id, text, events }: GoldDocument): Told[] {
  const source = { id, text, timezone: 'UTC' };
  const start = { document: source, warnings: [] as readonly string[] } as Analysis;
  const analysis = stages.reduce((so, stage) => stage.apply(so), start);
  const { times, mentions, entities, events: given } = givenTriggers(analysis, events);
  const extraction = {
    id,
    times: [...times],
    mentions: [...mentions],
    entities: [...entities],
    events: [...given],
    warnings: [],
  };
  const instances = new Map(events.map(({ start: at, instance }) => [at, instance]));
  return reportsOf({ id, source, extraction }).map((report) => ({
    report,
    instance: instances.get(report.position)!,
  }));
}

function examplesOf(told: readonly Told[]): Example[] {
  return told.flatMap((one, i) =>
    told.slice(i + 1).flatMap((other) => {
      const common = compare(one.report, other.report);
      if (!comparable(common)) return [];
      const values = measuresOf(one.report, other.report, common);
      const features = measures.flatMap((measure) =>
        STEPS[measure].filter((from) => values[measure] >= from).map((from) => clue(measure, from)),
      );
      return { features, label: one.instance === other.instance ? 'one' : 'two' };
    }),
  );
}
