import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { packageRoot } from '../src/data.ts';

/** Runs every compiled `*.test.js`, or those whose path contains one of the words given: `npm test -- times`. */
const words = process.argv.slice(2);
const root = join(packageRoot, 'dist', 'test');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.js'))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort()
  .map((file) => join(root, file));
if (files.length === 0) throw new Error(`No test file matches ${words.join(' ')}.`);

const results = run({ files, concurrency: 2, timeout: 10 * 60_000 });
let failed = 0;
results.on('test:fail', () => failed++);
results.compose(new spec()).pipe(process.stdout);
await finished(results, { writable: false });
process.exitCode = failed > 0 ? 1 : 0;
