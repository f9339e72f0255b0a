import { readData } from '../data.ts';

interface Frequencies {
  /** Doublings of rarity of a word that is in none of the lists. */
  readonly rarest: number;
  /** By doublings: the words that one text in two, in four, in eight … has. */
  readonly levels: readonly string[];
}

/** Terms that say what a text is about, and UTF-16 code units of it that are read for them. */
const TERMS = 24;
const READ = 20_000;

let rarity: ((word: string) => number) | undefined;
/** Doublings of rarity of a word among the texts of the news. */
export function rarityOf(word: string): number {
  if (rarity === undefined) {
    const { rarest, levels } = readData<Frequencies>('en/timelines/frequencies.json');
    const known = new Map(levels.flatMap((words, level) => words.split(' ').map((each) => [each, level] as const)));
    rarity = (each) => known.get(each) ?? rarest;
  }
  return rarity(word);
}

/** The words of three letters and more, and the numbers, in lower case. */
export const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]{1,40}/gu) ?? []).filter((word) => word.length > 2 || /\d/.test(word));

/** What a text is about: its terms by tf-idf (logarithmic), the weightiest first. */
export function storyOf(text: string): string[] {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text.slice(0, READ))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, count]) => ({ word, weight: (1 + Math.log(count)) * rarityOf(word) }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, TERMS)
    .map(({ word }) => word);
}

/** How much two texts tell one story, by what they are about, 0 to 1. */
export const storyInCommon = (a: readonly string[], b: readonly string[]): number =>
  a.length === 0 || b.length === 0 ? 0 : a.filter((word) => b.includes(word)).length / Math.min(a.length, b.length);
