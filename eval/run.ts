import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data.ts';
import { sharedFolder } from './shared.ts';

/** Every measurement against gold data, in the order of the pipeline; each says which data and which scorer it uses. */
const measurements: readonly [name: string, about: string][] = [
  ['seed', 'The seed article, posted to a fresh service'],
  ['text', 'Sentences'],
  ['times', 'Temporal expressions'],
  ['names', 'Names'],
  ['linking', 'Links to Wikidata'],
  ['events', 'Events'],
  ['merging', 'Events across documents'],
  ['event-stage', 'The whole stage of events'],
  ['coding', 'Political event coding'],
];

if (sharedFolder() !== undefined) {
  for (const [name, about] of measurements) {
    const script = join(packageRoot, 'dist', 'eval', `${name}.js`);
    if (!existsSync(script)) continue;
    process.stdout.write(`\n## ${about}\n\n`);
    const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
