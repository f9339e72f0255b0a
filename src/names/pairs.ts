import type { EntityType } from '../../schemas/extraction.ts';
import type { Token } from '../text/types.ts';
import { type Draft, nameOf } from './drafts.ts';
import type { PhraseLists } from './lists.ts';
import type { Votes } from './refine.ts';

const JOINS = new Set(['and', '-', '–', '/', '&']);

/** Splits "Putin-Trump" and "Afghanistan and Iraq", where both halves are names that the document or the lists know. */
export function splitPairs(
  drafts: readonly Draft[],
  tokens: readonly Token[],
  votes: Votes,
  lists: PhraseLists,
): Draft[] {
  return drafts.flatMap((draft) => {
    const { firstToken, lastToken } = draft;
    if (lastToken - firstToken < 3 || (lists.bitsOf(nameOf(draft, tokens)) & 1) !== 0) return [draft];
    for (let i = firstToken + 1; i < lastToken - 1; i++) {
      if (!JOINS.has(tokens[i]!.lower)) continue;
      const left = typed({ firstToken, lastToken: i, type: undefined }, tokens, votes, lists);
      const right = typed({ firstToken: i + 1, lastToken, type: undefined }, tokens, votes, lists);
      if (left !== undefined && right !== undefined) return [left, right];
    }
    return [draft];
  });
}

function typed(half: Draft, tokens: readonly Token[], votes: Votes, lists: PhraseLists): Draft | undefined {
  const name = nameOf(half, tokens);
  const counts = [...(votes.get(name) ?? [])].sort((a, b) => b[1] - a[1])[0];
  const type: EntityType | undefined = counts?.[0] ?? ((lists.bitsOf(name) & 1) !== 0 ? 'country' : undefined);
  return type && { ...half, type };
}
