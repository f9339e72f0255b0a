import { compile, firstWords } from './pattern.ts';
import { rules } from './rules/index.ts';
import type { Draft, Groups, Match, Produced, Reading, Rule } from './types.ts';
import { heads, isHead, onlyBeforeHeads } from './words.ts';

interface Compiled {
  readonly rule: Rule;
  readonly pattern: RegExp;
}

const compiled: readonly Compiled[] = rules.map((rule) => ({ rule, pattern: compile(rule.pattern) }));
/** Which rules a word may begin. Most words begin none and cost one look-up. */
const byFirstWord = new Map<string, Compiled[]>();
for (const entry of compiled) {
  for (const word of firstWords(entry.rule.starts)) {
    const list = byFirstWord.get(word) ?? [];
    if (list.length === 0) byFirstWord.set(word, list);
    list.push(entry);
  }
}
/** Longer numbers are no dates. */
const LONGEST_NUMBER = 8;
/** Tokens behind "the" or "at" among which a word of time must be. */
const HEAD_WITHIN = 4;

/** What may begin inside a token: at which offset, which rules. */
interface Start {
  readonly offset: number;
  readonly candidates: readonly Compiled[];
}
interface Known {
  readonly starts: readonly Start[];
  /** A word of time, without which "the" and "at" begin nothing. */
  readonly head: boolean;
  readonly onlyBeforeHead: boolean;
}
/** By the token's lower-cased text, which wink keeps one string of, so that a look-up costs next to nothing. */
const known = new Map<string, Known>();
const MOST_KNOWN = 100_000;

/** Lets every rule look at every word that it may begin with. Linear: patterns are bounded, and each token is looked up once. */
export function propose(reading: Reading, only?: Rule): Draft[] {
  const { tokens } = reading;
  const drafts: Draft[] = [];
  if (known.size > MOST_KNOWN) known.clear();
  const all = tokens.map((_, i) => knownOf(reading, i));
  for (let i = 0; i < all.length; i++) {
    const { starts, onlyBeforeHead } = all[i]!;
    if (starts.length === 0 || (onlyBeforeHead && !headFollows(all, i))) continue;
    for (const { offset, candidates } of starts) {
      for (const entry of candidates)
        if (only === undefined || entry.rule === only) tryRule(entry, reading, tokens[i]!.start + offset, drafts);
    }
  }
  return drafts;
}

/** Which first letters and lengths a word must have to be looked up at all: it spares more than half of the look-ups. */
const CODES = 128;
const LENGTHS = 24;
const shapeOf = (first: number, length: number): number => first * LENGTHS + Math.min(length, LENGTHS - 1);
const worthwhile = new Uint8Array(CODES * LENGTHS);
for (const word of [...byFirstWord.keys(), ...heads]) worthwhile[shapeOf(word.charCodeAt(0), word.length)] = 1;
// What holds a digit or begins with an apostrophe may be of any length; "q3" and "fy2022" are words with digits.
for (const first of "0123456789'qfh") worthwhile.fill(1, shapeOf(first.charCodeAt(0), 0), shapeOf(first.charCodeAt(0), LENGTHS));
for (const word of byFirstWord.keys()) worthwhile[shapeOf(word.charCodeAt(0), word.length + 1)] = 1;

function headFollows(all: readonly Known[], index: number): boolean {
  const last = Math.min(all.length - 1, index + HEAD_WITHIN);
  for (let i = index + 1; i <= last; i++) if (all[i]!.head) return true;
  return false;
}

const NOTHING: Known = { starts: [], head: false, onlyBeforeHead: false };

function knownOf({ text, tokens }: Reading, index: number): Known {
  const { lower, start, end } = tokens[index]!;
  const first = text.charCodeAt(start);
  if (first < CODES && worthwhile[shapeOf(first, end - start)] === 0 && !(end - start > 4 && lower.includes('-')))
    return NOTHING;
  const before = known.get(lower);
  if (before !== undefined) return before;
  const word = text.slice(start, end);
  const starts = startsIn(word);
  const result = { starts, head: isHead(word), onlyBeforeHead: onlyBeforeHeads.has(word) };
  known.set(lower, result);
  return result;
}

const WORD = /[a-z\u00df-\u024f]+|\d+|'(?=\d)/g;
/** Longer tokens are no words of any language that has dates in it. */
const LONGEST_TOKEN = 40;

function startsIn(word: string): Start[] {
  if (word.length > LONGEST_TOKEN) return [];
  const starts: Start[] = [];
  for (const { 0: piece, index } of word.matchAll(WORD)) {
    const digits = /^\d/.test(piece);
    // "Q3" is one word, "A380" none.
    if (digits && (piece.length > LONGEST_NUMBER || /[a-z]/.test(word[index - 1] ?? ''))) continue;
    const candidates = byFirstWord.get(digits ? '#' : piece);
    if (candidates !== undefined) starts.push({ offset: index, candidates });
  }
  return starts;
}

function tryRule({ rule, pattern }: Compiled, reading: Reading, at: number, into: Draft[]): void {
  pattern.lastIndex = at;
  const found = pattern.exec(reading.text);
  if (found === null) return;
  const match: Match = { reading, start: at, end: at + found[0].length, groups: (found.groups ?? {}) as Groups };
  const produced = rule.produce(match);
  if (produced !== undefined) into.push(draftOf(rule, match, produced));
}

function draftOf(rule: Rule, { start, end }: Match, produced: Produced): Draft {
  return 'kind' in produced
    ? { rule: rule.name, start, end, meaning: produced }
    : { rule: rule.name, start, end, ...produced };
}

/** The one overlap policy: the longest, then the earliest, then the one whose rule comes first. */
export function withoutOverlaps(drafts: readonly Draft[]): Draft[] {
  if (drafts.length === 0) return [];
  const ranked = drafts
    .map((draft, rank) => ({ draft, rank, length: draft.end - draft.start }))
    .sort((a, b) => b.length - a.length || a.draft.start - b.draft.start || a.rank - b.rank);
  const taken = new Uint8Array(drafts.reduce((last, { end }) => Math.max(last, end), 0));
  const kept: Draft[] = [];
  for (const { draft } of ranked) {
    // What was kept before is at least as long, so that an overlap covers one end of this one.
    if (taken[draft.start] === 1 || taken[draft.end - 1] === 1) continue;
    taken.fill(1, draft.start, draft.end);
    kept.push(draft);
  }
  return kept.sort((a, b) => a.start - b.start);
}
