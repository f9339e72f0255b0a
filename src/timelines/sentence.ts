import { rarityOf, wordsOf } from './story.ts';
import type { Report } from './types.ts';

/** UTF-16 code units of its sentences that are read for what a report says. */
const READ = 2000;
/** Doublings of rarity from which a word says something. */
const TELLING = 3;

interface Saying {
  /** Word → rarity. */
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
}

const remembered = new WeakMap<Report, Saying>();

/** The telling words of the sentences of a report, but for those that name the event. */
function sayingOf(report: Report): Saying {
  const known = remembered.get(report);
  if (known) return known;
  const named = new Set(report.claims.flatMap(({ trigger }) => wordsOf(trigger.text)));
  const sentences = [...new Set(report.claims.map(({ sentence }) => sentence.text))].join(' ').slice(0, READ);
  const words = new Map(
    wordsOf(sentences)
      .filter((word) => !named.has(word) && rarityOf(word) >= TELLING)
      .map((word) => [word, rarityOf(word)]),
  );
  const saying = { words, length: Math.hypot(...words.values()) };
  remembered.set(report, saying);
  return saying;
}

/** How much the sentences of two reports have in common beside the event, by their rarer words, 0 to 1. */
export function sentencesInCommon(a: Report, b: Report): number {
  const [few, many] = [sayingOf(a), sayingOf(b)].sort((one, other) => one.words.size - other.words.size);
  let sum = 0;
  for (const [word, rarity] of few!.words) if (many!.words.has(word)) sum += rarity * rarity;
  return sum === 0 ? 0 : sum / (few!.length * many!.length);
}
