import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../eval/shared.ts';
import { packageRoot } from '../src/data.ts';
import { wordsOf } from '../src/timelines/story.ts';

/**
 * Writes data/en/timelines/frequencies.json: how many of the news texts of the set gmb-silver (public domain) have a word,
 * by powers of two: the words of one text in 2^k. Words of fewer than three texts are left out.
 */
const RARE = 3;
const shared = sharedFolder();
if (shared !== undefined) {
  const texts = readFileSync(join(shared, 'eval', 'entities', 'train', 'gmb-silver.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(wordsOf(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const levels: string[][] = [];
  for (const [word, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (count < RARE) continue;
    const level = Math.round(Math.log2(texts.length / count));
    levels[level] ??= [];
    levels[level].push(word);
  }
  const rarest = Math.ceil(Math.log2(texts.length));
  const file = JSON.stringify({ rarest, levels: Array.from(levels, (words = []) => words.join(' ')) });
  writeFileSync(join(packageRoot, 'data', 'en', 'timelines', 'frequencies.json'), `${file}\n`);
  process.stdout.write(`data/en/timelines/frequencies.json: ${texts.length} texts, ${file.length} bytes\n`);
}
