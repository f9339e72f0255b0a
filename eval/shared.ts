import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data.ts';

/** The folder of the evaluation data, which is no part of the package; undefined, and said so, where it is absent. */
export function sharedFolder(): string | undefined {
  const folder = process.env.DATELINE_SHARED ?? join(packageRoot, '..', 'shared');
  if (existsSync(folder)) return folder;
  process.stdout.write(`No evaluation data at ${folder}; set DATELINE_SHARED. Skipped.\n`);
  return undefined;
}
