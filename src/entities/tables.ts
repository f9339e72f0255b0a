import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../data.ts';

/** Rows of a table in `data/en/entities`: fields separated by tabs, the values of a field by `|`. */
export function readTable(file: string): string[][] {
  const bytes = readFileSync(join(packageRoot, 'data', 'en', 'entities', file));
  const text = (file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

export const valuesOf = (field: string | undefined): string[] => (field ? field.split('|') : []);
