import type { Token } from '../text/types.ts';
import { formOf, unchanging } from './verb-forms.ts';

/** How many words may stand between the parts of a group, and between a governor and what it governs. */
export const GAP = 6;

export const isTo = (token: Token | undefined): boolean => token?.lower === 'to';
export const isNot = (token: Token): boolean =>
  token.lemma === 'not' || token.lower === 'never' || token.lower === 'cannot';
export const skippable = (token: Token): boolean => token.pos === 'ADV' || isNot(token) || token.lower === 'all';
/** wink takes "being" and "having" for lemmas of their own. */
export const lemmaOf = ({ lower, lemma }: Token): string =>
  lower === 'being' ? 'be' : lower === 'having' ? 'have' : lemma;
export const isVerb = (token: Token | undefined): boolean => token?.pos === 'VERB' || token?.pos === 'AUX';
export const isNominal = ({ pos }: Token): boolean =>
  pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM';

/** Positions of the verbs of the group that begins at `start`: auxiliaries, then the verb. */
export function chainFrom(tokens: readonly Token[], start: number): number[] {
  const chain = [start];
  for (;;) {
    const last = tokens[chain.at(-1)!]!;
    if (last.pos !== 'AUX' && lemmaOf(last) !== 'be' && lemmaOf(last) !== 'have' && !isPeriphrastic(tokens, chain))
      return chain;
    const next = nextVerb(tokens, chain);
    if (next < 0) return chain;
    chain.push(next);
  }
}

/** "is going" and "used" before an infinitive speak of another verb's time. */
function isPeriphrastic(tokens: readonly Token[], chain: readonly number[]): boolean {
  const at = chain.at(-1)!;
  const { lower } = tokens[at]!;
  if (!isTo(tokens[at + 1]) || tokens[at + 2]?.pos !== 'VERB') return false;
  return (lower === 'going' && chain.length > 1) || (lower === 'used' && chain.length === 1);
}

/** The next verb of a group: past adverbs, "not", "to", and past the subject of a question. -1: none. */
function nextVerb(tokens: readonly Token[], chain: readonly number[]): number {
  const at = chain.at(-1)!;
  let inverted = chain.length === 1 && isInverted(tokens, at);
  for (let j = at + 1; j < tokens.length && j <= at + GAP; j++) {
    const token = tokens[j]!;
    if (isVerb(token)) return fits(tokens, at, j) ? j : -1;
    if (skippable(token) || (isTo(token) && takesTo(tokens, at, j))) continue;
    if (inverted && (isNominal(token) || token.pos === 'DET' || token.pos === 'ADJ' || token.pos === 'PART')) continue;
    inverted = false;
    return -1;
  }
  return -1;
}

/** An auxiliary before its subject: at the start of a clause, or after "nor", "why", "not only". */
function isInverted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /^(?:nor|neither|so|why|how|when|where|what|only|["“,;:])$/.test(before.lower);
}

function takesTo(tokens: readonly Token[], at: number, to: number): boolean {
  const { lemma, lower } = tokens[at]!;
  const next = tokens[to + 1];
  const takes = lemma === 'be' || lemma === 'have' || lemma === 'ought' || lower === 'going' || lower === 'used';
  return takes && next !== undefined && (isVerb(next) || skippable(next));
}

/** Whether the word at `j` can follow the auxiliary at `at`: a participle after be and have, a bare form after others. */
function fits(tokens: readonly Token[], at: number, j: number): boolean {
  const lemma = lemmaOf(tokens[at]!);
  const form = formOf(tokens[j]!);
  if (isTo(tokens[j - 1])) return form === 'base';
  if (lemma === 'be') return form !== 'third' && (form !== 'base' || unchanging.has(tokens[j]!.lemma));
  if (lemma === 'have') return form !== 'third' && form !== 'ing';
  return form === 'base' || tokens[j]!.pos === 'AUX';
}

/** Where in the chain a "to" stands before a verb: "is to be held"; -1 without one. */
export const linkTo = (tokens: readonly Token[], chain: readonly number[]): number =>
  chain.findIndex((at, k) => k > 0 && isTo(tokens[at - 1]));
