import type { EntityType } from '../../schemas/extraction.ts';
import type { Token } from '../text/types.ts';
import { trimWord } from './trim.ts';

/** A name on its way to a mention; without a type it is the name of something the contract does not list. */
export interface Draft {
  firstToken: number;
  lastToken: number;
  type: EntityType | undefined;
}

/** Its lower-cased tokens, joined by blanks. */
export function nameOf({ firstToken, lastToken }: Draft, tokens: readonly Token[]): string {
  let name = trimWord(tokens[firstToken]!.lower);
  for (let i = firstToken + 1; i < lastToken; i++) name += ` ${trimWord(tokens[i]!.lower)}`;
  return name;
}
