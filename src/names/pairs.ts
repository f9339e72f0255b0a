import type { EntityType } from '../../schemas/extraction.ts';
import type { Token } from '../text/types.ts';
import { type Draft, nameOf } from './drafts.ts';
import { COUNTRY, type PhraseLists } from './lists.ts';
import type { Votes } from './refine.ts';
import { trimWord } from './trim.ts';

const JOINS = new Set(['and', '-', '–', '/', '&']);

/** Splits "Putin-Trump" and "Afghanistan and Iraq", where both halves are names that the document or the lists know. */
export function splitPairs(
  drafts: readonly Draft[],
  tokens: readonly Token[],
  votes: Votes,
  lists: PhraseLists,
): Draft[] {
  let surnames: ReadonlySet<string> | undefined;
  const isSurname = (name: string): boolean => {
    surnames ??= surnamesOf(drafts, tokens);
    return surnames.has(name);
  };
  return drafts.flatMap((draft) => {
    const { firstToken, lastToken } = draft;
    if (lastToken - firstToken < 3 || (lists.bitsOf(nameOf(draft, tokens)) & COUNTRY) !== 0) return [draft];
    for (let i = firstToken + 1; i < lastToken - 1; i++) {
      if (!JOINS.has(tokens[i]!.lower)) continue;
      const left = typed({ firstToken, lastToken: i, type: undefined }, tokens, votes, lists, isSurname);
      const right = typed({ firstToken: i + 1, lastToken, type: undefined }, tokens, votes, lists, isSurname);
      if (left !== undefined && right !== undefined) return [left, right];
    }
    return [draft];
  });
}

function typed(
  half: Draft,
  tokens: readonly Token[],
  votes: Votes,
  lists: PhraseLists,
  isSurname: (name: string) => boolean,
): Draft | undefined {
  const name = nameOf(half, tokens);
  const counts = [...(votes.get(name) ?? [])].sort((a, b) => b[1] - a[1])[0];
  const other = isSurname(name) ? 'person' : (lists.bitsOf(name) & COUNTRY) !== 0 ? 'country' : undefined;
  const type: EntityType | undefined = counts?.[0] ?? other;
  return type && { ...half, type };
}

/** Of the people whom the document names in full. */
function surnamesOf(drafts: readonly Draft[], tokens: readonly Token[]): Set<string> {
  const surnames = new Set<string>();
  for (const { firstToken, lastToken, type } of drafts) {
    const { text, lower } = tokens[lastToken - 1]!;
    if (type === 'person' && lastToken - firstToken > 1 && text !== lower) surnames.add(trimWord(lower));
  }
  return surnames;
}
