import { openingOf, wordAt } from './openings.ts';
import type { Draft, Groups, Match, Produced, Reading, Rule } from './types.ts';
import { type Compiled, type Known, knownOf, NOTHING } from './vocabulary.ts';

/** Tokens behind "the" or "at" among which a word of time must be. */
const HEAD_WITHIN = 4;

/**
 * Lets every rule look at every word that it may begin with. Most tokens are passed over by one look at a table; a word
 * of time lets the common words before it ("the", "at") have their turn. Linear, because patterns are bounded.
 */
export function propose(reading: Reading, only?: Rule): Draft[] {
  const { tokens } = reading;
  const drafts: Draft[] = [];
  let waiting = 0;
  for (let i = 0; i < tokens.length; i++) {
    const here = knownOf(reading, i);
    if (here === NOTHING) continue;
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
    const bare = digits && standsAlone(reading, index);
    for (const entry of candidates)
      if ((only === undefined || entry.rule === only) && (!bare || entry.rule.alone)) tryRule(entry, reading, at, into);
  }
}
const AMOUNT = '$\u00a3\u20ac\u00a5#';

/** Whether a token is a bare number, and what follows cannot make more of it. */
function standsAlone(reading: Reading, index: number): boolean {
  const { start, end } = reading.tokens[index]!;
  if (!/^\d+$/.test(reading.text.slice(start, end))) return false;
  const next = reading.tokens[index + 1];
  if (next === undefined) return true;
  const mark = reading.text[next.start];
  if (mark === '.') return reading.tokens[index + 2] === undefined || !knownOf(reading, index + 2).head;
  return mark !== ',' && mark !== '-' && !knownOf(reading, index + 1).followsNumber;
}

function tryRule({ rule, pattern, openings }: Compiled, reading: Reading, at: number, into: Draft[]): void {
  if (openings !== undefined && !openings.has(openingOf(reading.text, at)) && !openings.has(wordAt(reading.text, at)))
    return;
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
