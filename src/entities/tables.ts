import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../data.ts';

/** A file of `data/en/entities`, under Brotli or not. */
export function readText(file: string): string {
  const bytes = readFileSync(join(packageRoot, 'data', 'en', 'entities', file));
  return (file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes).toString('utf8');
}

/** Rows of a table in `data/en/entities`: fields separated by tabs, the values of a field by `|`. */
export function readTable(file: string): string[][] {
  return readText(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

export const valuesOf = (field: string | undefined): string[] => (field ? field.split('|') : []);
