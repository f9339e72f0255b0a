import { openingOf, wordAt } from './openings.ts';
import type { Draft, Groups, Match, Produced, Reading, Rule } from './types.ts';
import { type Compiled, HEAD, type Known, knownOf, NOTHING } from './vocabulary.ts';

/** Tokens behind "the" or "at" among which a word of time must be, and behind any word what its rules need. */
const [HEAD_WITHIN, NEED_WITHIN] = [4, 8];

/**
 * Lets every rule look at every word that it may begin with. Most tokens are passed over by one look at a table; what is
 * left is tried only where what the rule needs is near. Linear, because patterns are bounded.
 */
export function propose(reading: Reading, only?: Rule): Draft[] {
  const drafts: Draft[] = [];
  const { at, known } = knownTokens(reading);
  for (let k = 0; k < at.length; k++) {
    const here = known[k]!;
    if (here.starts.length === 0) continue;
    const index = at[k]!;
    let near = here.kinds;
    let head = 0;
    for (let j = k + 1; j < at.length && at[j]! <= index + NEED_WITHIN; j++) {
      near |= known[j]!.kinds;
      if (at[j]! <= index + HEAD_WITHIN) head |= known[j]!.kinds;
    }
    if (here.onlyBeforeHead && (head & HEAD) === 0) continue;
    const bare = here.bareNumber && standsAlone(reading, index);
    for (const { offset, digits, candidates } of here.starts) {
      const from = reading.tokens[index]!.start + offset;
      // Amounts of money and numbers of things are no times.
      if (digits && from > 0 && AMOUNT.includes(reading.text[from - 1]!)) continue;
      for (const entry of candidates) {
        if (entry.needs !== 0 && (entry.needs & near) === 0) continue;
        if ((only === undefined || entry.rule === only) && (!bare || entry.rule.alone))
          tryRule(entry, reading, from, drafts);
      }
    }
  }
  return drafts;
}
const AMOUNT = '$\u00a3\u20ac\u00a5#';

/** The tokens that mean anything to the rules, by their index. */
function knownTokens(reading: Reading): { at: readonly number[]; known: readonly Known[] } {
  const at: number[] = [];
  const known: Known[] = [];
  for (let i = 0; i < reading.tokens.length; i++) {
    const here = knownOf(reading, i);
    if (here === NOTHING) continue;
    at.push(i);
    known.push(here);
  }
  return { at, known };
}

/** Whether what follows a bare number cannot make more of it. */
function standsAlone(reading: Reading, index: number): boolean {
  const { text, tokens } = reading;
  const next = tokens[index + 1];
  if (next === undefined) return true;
  const mark = text[next.start];
  if (mark === '.') return tokens[index + 2] === undefined || (knownOf(reading, index + 2).kinds & HEAD) === 0;
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

/**
 * The one overlap policy: the longest, then the earliest, then the one whose rule comes first. It is asked only about
 * drafts that touch one another.
 */
export function withoutOverlaps(drafts: readonly Draft[]): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.start - b.start);
  const kept: Draft[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    let end = sorted[from]!.end;
    for (; to < sorted.length && sorted[to]!.start < end; to++) end = Math.max(end, sorted[to]!.end);
    if (to === from + 1) kept.push(sorted[from]!);
    else kept.push(...settled(sorted.slice(from, to), end));
    from = to;
  }
  return kept.filter(({ impossible }) => !impossible);
}

function settled(drafts: readonly Draft[], end: number): Draft[] {
  // Sorting is stable, so that the earlier rule stays first.
  const ranked = [...drafts].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const origin = drafts[0]!.start;
  const taken = new Uint8Array(end - origin);
  const kept: Draft[] = [];
  for (const draft of ranked) {
    // What was kept before is at least as long, so that an overlap covers one end of this one.
    if (taken[draft.start - origin] === 1 || taken[draft.end - 1 - origin] === 1) continue;
    taken.fill(1, draft.start - origin, draft.end - origin);
    kept.push(draft);
  }
  return kept.sort((a, b) => a.start - b.start);
}
