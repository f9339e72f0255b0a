import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data.ts';
import { cliPage } from './cli-page.ts';
import { timesPage } from './times-page.ts';

/** Writes the pages that are made from the code; with --check it writes nothing and fails when one differs. */
const pages: readonly [name: string, text: string, from: string][] = [
  ['cli.md', cliPage(), 'the commands'],
  ['times.md', timesPage(), 'the rules'],
];

for (const [name, text, from] of pages) {
  const path = join(packageRoot, 'docs', name);
  if (!process.argv.includes('--check')) writeFileSync(path, text);
  else if (readFileSync(path, 'utf8') !== text) {
    process.stderr.write(`docs/${name} differs from ${from}; run "npm run docs".\n`);
    process.exitCode = 1;
  }
}
