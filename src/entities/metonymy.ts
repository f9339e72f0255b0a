import type { NameMention } from '../analysis.ts';
import type { Token } from '../text/types.ts';
import { governmentBodies, locative } from './words.ts';

/**
 * Whether a capital stands for its government at this mention: it is the subject of a verb ("Moscow says", "both
 * Washington and Moscow need") or one side of a relation ("between Moscow and Washington").
 */
export function actsAsGovernment(name: NameMention, tokens: readonly Token[]): boolean {
  const before = tokens[name.firstToken - 1];
  const after = tokens[name.lastToken];
  const { sentence } = tokens[name.firstToken]!;
  const isHere = (token: Token | undefined): token is Token => token !== undefined && token.sentence === sentence;
  if (isHere(before) && before.lower === 'between') return true;
  if (isHere(before) && locative.has(before.lower)) return false;
  return isHere(after) && (after.pos === 'VERB' || after.pos === 'AUX') && !after.lower.endsWith('ing');
}

/** Whether an organisation is part of a government by its name: "Foreign Ministry". */
export const isOffice = (name: string): boolean =>
  governmentBodies.has(name.slice(name.lastIndexOf(' ') + 1).toLowerCase());
