import Table from 'cli-table3';
import type { Analysis } from '../src/analysis.ts';
import { textStage } from '../src/text/stage.ts';
import { timesStage } from '../src/times/stage.ts';
import { best } from './measure.ts';

/** What the times stage alone costs on texts made to be hard for patterns, and how it grows when they double. */
const RUNS = 3;
const SIZES = [250_000, 500_000, 1_000_000] as const;
const hostile = [
  'two days after ',
  '10/1-',
  'from 5 to ',
  '1 ',
  'may ',
  '2014 ',
  'the next ',
  'May 7 and ',
  'two hundred and ',
  "'8",
  '3, 4, and ',
  '1-',
  '7',
  'a',
];

const table = new Table({
  head: ['repeated', ...SIZES.map((size) => `${size / 1e6} MB, CPU s`), 'growth when doubled'],
  style: { head: [], border: [] },
});
for (const piece of hostile) {
  const seconds = SIZES.map((size) => {
    const text = piece.repeat(size / piece.length);
    const document = { id: 'x', text, publishedAt: '2019-06-12', timezone: 'UTC' };
    const analysis = textStage.apply({ document, warnings: [] as readonly string[] } as Analysis);
    return best(RUNS, () => void timesStage.apply(analysis));
  });
  table.push([
    JSON.stringify(piece),
    ...seconds.map((each) => each.toFixed(3)),
    (Math.max(seconds[2]!, 0.001) / Math.max(seconds[1]!, 0.001)).toFixed(2),
  ]);
}
process.stdout.write(`${table.toString()}\n`);
