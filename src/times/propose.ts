import { compile, firstWords } from './pattern.ts';
import { rules } from './rules/index.ts';
import type { Draft, Groups, Match, Produced, Reading, Rule } from './types.ts';

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
const LONGEST_WORD = Math.max(...[...byFirstWord.keys()].map((word) => word.length));
/** Longer numbers are no dates. */
const LONGEST_NUMBER = 8;

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0x24f);
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const APOSTROPHE = 0x27;

/** Lets every rule look at every word that it may begin with. Linear: patterns are bounded, and nothing is read twice by the scan. */
export function propose(reading: Reading, only?: Rule): Draft[] {
  const { text } = reading;
  const drafts: Draft[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    let end = at + 1;
    let candidates: readonly Compiled[] | undefined;
    if (isLetter(code)) {
      while (end < text.length && isLetter(text.charCodeAt(end))) end++;
      if (end - at <= LONGEST_WORD) candidates = byFirstWord.get(text.slice(at, end));
    } else if (isDigit(code)) {
      while (end < text.length && isDigit(text.charCodeAt(end))) end++;
      if (end - at <= LONGEST_NUMBER) candidates = byFirstWord.get('#');
    } else if (code === APOSTROPHE && isDigit(text.charCodeAt(end))) {
      candidates = byFirstWord.get("'");
    }
    if (candidates !== undefined && !(at > 0 && isDigit(code) && isLetter(text.charCodeAt(at - 1)))) {
      for (const entry of candidates)
        if (only === undefined || entry.rule === only) tryRule(entry, reading, at, drafts);
    }
    at = end;
  }
  return drafts;
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
  const ranked = drafts
    .map((draft, rank) => ({ draft, rank, length: draft.end - draft.start }))
    .sort((a, b) => b.length - a.length || a.draft.start - b.draft.start || a.rank - b.rank);
  // No draft is longer than a few words, so each looks at few others.
  const taken = new Set<number>();
  const kept: Draft[] = [];
  for (const { draft } of ranked) {
    let free = true;
    for (let i = draft.start; i < draft.end && free; i++) free = !taken.has(i);
    if (!free) continue;
    for (let i = draft.start; i < draft.end; i++) taken.add(i);
    kept.push(draft);
  }
  return kept.sort((a, b) => a.start - b.start);
}
