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
  readonly digits: boolean;
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

/**
 * Lets every rule look at every word that it may begin with. Most tokens are passed over by one look at a table; a word
 * of time lets the common words before it ("the", "at") have their turn. Linear, because patterns are bounded.
 */
export function propose(reading: Reading, only?: Rule): Draft[] {
  const { text, tokens } = reading;
  const drafts: Draft[] = [];
  if (known.size > MOST_KNOWN) known.clear();
  let waiting = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { lower, start, end } = tokens[i]!;
    if (mayMatter[keyOf(text, start, end)] === 0 && !isOdd(text, start, end, lower)) continue;
    const here = knownOf(reading, i);
    if (here.head) {
      for (let j = Math.max(waiting, i - HEAD_WITHIN); j < i; j++) {
        const common = knownOf(reading, j);
        if (common.onlyBeforeHead) tryRules(common, reading, j, drafts, only);
      }
      waiting = i;
    }
    if (!here.onlyBeforeHead) tryRules(here, reading, i, drafts, only);
  }
  return drafts;
}

function tryRules({ starts }: Known, reading: Reading, index: number, into: Draft[], only: Rule | undefined): void {
  for (const { offset, digits, candidates } of starts) {
    const at = reading.tokens[index]!.start + offset;
    // Amounts of money and numbers of things are no times.
    if (digits && at > 0 && AMOUNT.includes(reading.text[at - 1]!)) continue;
    for (const entry of candidates) if (only === undefined || entry.rule === only) tryRule(entry, reading, at, into);
  }
}
const AMOUNT = '$\u00a3\u20ac\u00a5#';

/** A word's first and last letter and its length, in a few bits. */
const KEYS = 4096;
const keyOf = (text: string, start: number, end: number): number =>
  (text.charCodeAt(start) * 7 + text.charCodeAt(end - 1) * 131 + (end - start) * 521) & (KEYS - 1);
/** Which keys belong to a word of time or one that begins a rule. */
const mayMatter = new Uint8Array(KEYS);
for (const word of [...heads, ...[...byFirstWord.keys()].filter((each) => !onlyBeforeHeads.has(each))])
  mayMatter[keyOf(word, 0, word.length)] = 1;
for (const word of byFirstWord.keys()) mayMatter[keyOf(`${word}.`, 0, word.length + 1)] = 1;
/** Digits may stand at either end, and a hyphen may join a word of time to another. */
const isOdd = (text: string, start: number, end: number, lower: string): boolean =>
  isDigit(text.charCodeAt(start)) ||
  isDigit(text.charCodeAt(end - 1)) ||
  text.charCodeAt(start) === 0x27 ||
  (end - start > 5 && lower.includes('-'));
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function knownOf({ text, tokens }: Reading, index: number): Known {
  const { lower, start, end } = tokens[index]!;
  const before = known.get(lower);
  if (before !== undefined) return before;
  const word = text.slice(start, end);
  const result = { starts: startsIn(word), head: isHead(word), onlyBeforeHead: onlyBeforeHeads.has(word) };
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
    // "Q3" is one word, "A380" none; "1,200" and "0.5" begin once.
    if (digits && (piece.length > LONGEST_NUMBER || /[a-z]$|\d[.,]$/.test(word.slice(0, index)))) continue;
    const keys = digits ? ['#', piece.length <= 2 ? '#2' : `#${piece.length}`, piece] : [piece];
    const candidates = keys.flatMap((key) => byFirstWord.get(key) ?? []);
    if (candidates.length > 0) starts.push({ offset: index, digits, candidates: inOrder(candidates) });
  }
  return starts;
}

/** Rules in the order of the list, each once. */
const inOrder = (candidates: readonly Compiled[]): Compiled[] => compiled.filter((entry) => candidates.includes(entry));

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
