import type { EntityType } from '../../schemas/extraction.ts';
import type { Token } from '../text/types.ts';
import { trimWord } from './trim.ts';

/** A name on its way to a mention; without a type it is the name of something the contract does not list. */
export interface Draft {
  firstToken: number;
  lastToken: number;
  type: EntityType | undefined;
  /** Its lower-cased tokens joined by blanks, once somebody has asked for them. */
  name?: string;
}

/** Its lower-cased tokens, joined by blanks. */
export function nameOf(draft: Draft, tokens: readonly Token[]): string {
  if (draft.name !== undefined) return draft.name;
  const { firstToken, lastToken } = draft;
  let name = trimWord(tokens[firstToken]!.lower);
  for (let i = firstToken + 1; i < lastToken; i++) name += ` ${trimWord(tokens[i]!.lower)}`;
  draft.name = name;
  return name;
}
