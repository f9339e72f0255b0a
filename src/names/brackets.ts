import type { Token } from '../text/types.ts';
import type { Draft } from './drafts.ts';

const CLOSE = new Set([']', ')']);

/** "[Secretary of State Rex] Tillerson": what an editor put before a name, down to a given name, is no name of its own. */
export function isInserted(draft: Draft, next: Draft | undefined, tokens: readonly Token[]): boolean {
  const { firstToken, lastToken, type } = draft;
  if (type !== 'person' || next?.type !== 'person' || lastToken - firstToken > 1) return false;
  return next.firstToken === lastToken + 1 && CLOSE.has(tokens[lastToken]!.text);
}
