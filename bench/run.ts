import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data.ts';

/** Every benchmark, each in a process of its own so that none warms up or slows down the next. */
const benchmarks: readonly [name: string, about: string][] = [
  ['extraction', 'Reading: throughput, growth, hostile texts'],
  ['loading', 'Loading: models, lists and tables'],
  ['times', 'Times: growth on hostile texts'],
  ['service', 'Service: a long text over HTTP while others ask'],
  ['store', 'Store: ingestion rate, timeline latency'],
];

for (const [name, about] of benchmarks) {
  process.stdout.write(`\n## ${about}\n\n`);
  const script = join(packageRoot, 'dist', 'bench', `${name}.js`);
  if (!existsSync(script)) throw new Error(`There is no benchmark ${name}.`);
  const { status } = spawnSync(process.execPath, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
