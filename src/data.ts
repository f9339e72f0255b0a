import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder, whether this runs from the sources or from `dist`. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

/** Reads a JSON file of `data/`, for example `readData<string[]>('en/months.json')`. */
export function readData<T>(path: string): T {
  return JSON.parse(readFileSync(join(packageRoot, 'data', path), 'utf8')) as T;
}
