import { openingOf } from './openings.ts';
import { compile, firstWords } from './pattern.ts';
import { rules } from './rules/index.ts';
import type { Reading, Rule } from './types.ts';
import { afterNumbers, heads, isHead, lists, mayFollowNumber, onlyBeforeHeads } from './words.ts';

/** A rule made ready: its pattern, and what spares trying it. */
export interface Compiled {
  readonly rule: Rule;
  readonly rank: number;
  /** The bit of what it needs, see `Known`. */
  readonly needs: number;
  readonly pattern: RegExp;
  /** The first two words of its phrases. */
  readonly openings: ReadonlySet<string> | undefined;
}

/** What a token means to the rules. */
export interface Known {
  /** What may begin inside it: at which offset, which rules, in their order. */
  readonly starts: readonly {
    readonly offset: number;
    readonly digits: boolean;
    readonly candidates: readonly Compiled[];
  }[];
  /** A bit for each of the needs of rules that it meets, and HEAD for a word of time. */
  readonly kinds: number;
  readonly onlyBeforeHead: boolean;
  readonly followsNumber: boolean;
  /** Digits and nothing else. */
  readonly bareNumber: boolean;
}
/** Without a word of time behind them "the" and "at" begin nothing. */
export const HEAD = 1;
export const NOTHING: Known = { starts: [], kinds: 0, onlyBeforeHead: false, followsNumber: false, bareNumber: false };

/** Rules that need the same share a bit; for each word the bits of what it is. */
const bits = new Map<string, number>();
const kindsOf = new Map<string, number>();
function bitOf(needs: readonly string[]): number {
  const key = needs.join(' ');
  const known = bits.get(key);
  if (known !== undefined) return known;
  const bit = HEAD << (bits.size + 1);
  if (bit <= HEAD) throw new Error('More kinds of needs than bits');
  bits.set(key, bit);
  for (const word of needs.flatMap((need) => (need.startsWith('#') ? [need] : (lists[need] ?? [need]))))
    kindsOf.set(word, (kindsOf.get(word) ?? 0) | bit);
  return bit;
}

const compiled: readonly Compiled[] = rules.map((rule, rank) => ({
  rule,
  rank,
  needs: rule.needs === undefined ? 0 : bitOf(rule.needs),
  pattern: compile(rule.pattern),
  openings:
    rule.phrases === undefined ? undefined : new Set(lists[rule.phrases]!.map((phrase) => openingOf(phrase, 0))),
}));

const byFirstWord = new Map<string, Compiled[]>();
for (const entry of compiled)
  for (const word of firstWords(entry.rule.starts)) byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), entry]);

/** Longer numbers are no dates, and longer tokens no words. */
const LONGEST_NUMBER = 8;
const LONGEST_TOKEN = 40;
const PIECE = /[a-z\u00df-\u024f]+|\d+|'(?=\d)/g;

function knownAs(word: string): Known {
  const starts: Known['starts'][number][] = [];
  const bare = word.replace(/\.$/, '');
  let kinds = (isHead(word) || isHead(bare) ? HEAD : 0) | (kindsOf.get(word) ?? 0) | (kindsOf.get(bare) ?? 0);
  for (const { 0: piece, index } of word.length > LONGEST_TOKEN ? [] : word.matchAll(PIECE)) {
    const digits = /^\d/.test(piece);
    // "Q3" is one word, "A380" none; "1,200" and "0.5" begin once.
    if (digits && (piece.length > LONGEST_NUMBER || /[a-z]$|\d[.,]$/.test(word.slice(0, index)))) continue;
    const keys = digits ? ['#', piece.length <= 2 ? '#2' : `#${piece.length}`, piece] : [piece];
    for (const key of keys) kinds |= kindsOf.get(key) ?? 0;
    const candidates = [...new Set(keys.flatMap((key) => byFirstWord.get(key) ?? []))].sort((a, b) => a.rank - b.rank);
    if (candidates.length > 0) starts.push({ offset: index, digits, candidates });
  }
  return {
    starts,
    kinds,
    onlyBeforeHead: onlyBeforeHeads.has(word),
    followsNumber: mayFollowNumber(word),
    bareNumber: /^\d+$/.test(word),
  };
}

/**
 * A table by a word's first and last letter and its length, because most tokens share these with no word of the rules
 * and are passed over without being hashed.
 */
const KEYS = 4096;
const keyOf = (text: string, start: number, end: number): number =>
  (text.charCodeAt(start) * 7 + text.charCodeAt(end - 1) * 131 + (end - start) * 521) & (KEYS - 1);
const table: (readonly (readonly [word: string, known: Known])[] | undefined)[] = new Array(KEYS).fill(undefined);
const vocabulary = [...heads, ...byFirstWord.keys(), ...afterNumbers, ...kindsOf.keys()].flatMap((word) => [
  word,
  `${word}.`,
]);
for (const word of new Set(vocabulary)) {
  const key = keyOf(word, 0, word.length);
  table[key] = [...(table[key] ?? []), [word, knownAs(word)]];
}

export function knownOf({ text, tokens }: Reading, index: number): Known {
  const { lower, start, end } = tokens[index]!;
  const bucket = table[keyOf(text, start, end)];
  if (bucket !== undefined) for (const [word, known] of bucket) if (word === lower) return known;
  return isOdd(text, start, end, lower) ? oddOf(text.slice(start, end)) : NOTHING;
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const APOSTROPHE = 0x27;
/** What holds digits or hyphens is looked at piece by piece, once for each such token. */
const isOdd = (text: string, start: number, end: number, lower: string): boolean =>
  isDigit(text.charCodeAt(start)) ||
  isDigit(text.charCodeAt(end - 1)) ||
  text.charCodeAt(start) === APOSTROPHE ||
  (end - start > 5 && lower.includes('-'));

const odd = new Map<string, Known>();
const MOST_ODD = 100_000;

function oddOf(word: string): Known {
  const before = odd.get(word);
  if (before !== undefined) return before;
  if (odd.size > MOST_ODD) odd.clear();
  const known = knownAs(word);
  odd.set(word, known);
  return known;
}
