import type { EventMode } from '../../schemas/extraction.ts';
import { lookUp } from './lexicon.ts';
import type { FoundParticipant } from './participants.ts';
import type { Structure } from './relations.ts';
import { wordsOf } from './structure-words.ts';
import type { Classification, Trigger } from './types.ts';

/** So many parties and more make a meeting multilateral. */
const MANY = 3;
/** Words for coming together, where nobody is anybody's host. */
export const MEETING = wordsOf('meeting');
/** Of "the U.S. Secretary of State Ana Lopez" only one is a party. */
const isParty = ({ phrase: { name, preposition, conjunct } }: FoundParticipant): boolean =>
  name !== undefined && (preposition !== 'of' || conjunct !== undefined);
const PAIR = new Set(['two', 'both', 'pair']);
/** Words for what is said at a meeting; bodies that meet among themselves. */
const TALKING = wordsOf('talking');
const BODIES = wordsOf('bodies');

/**
 * The mode of a consultation when its parties are known: three of them, or a body that meets, are multilateral, and what is
 * talked about belongs to the meeting told of before (`last`). The lexicon and a telephone have the first word.
 */
export function withMode(
  { view }: Structure,
  trigger: Trigger,
  typed: Classification,
  taking: readonly FoundParticipant[],
  last: EventMode | undefined,
): Classification {
  const token = trigger.token - view.sentence.firstToken;
  if (typed.type !== 'CONSULT' || typed.mode === 'phone' || lookUp(view, token)?.mode !== undefined) return typed;
  const { tokens } = view;
  const found = taking.filter(({ phrase }) => phrase.modifies === undefined);
  const headOf = (one: FoundParticipant | undefined): string => tokens[one?.phrase.head ?? -1]?.lemma ?? '';
  const [one] = found;
  const body = one?.phrase.name === 'organisation' || BODIES.has(headOf(one));
  const alone = found.length === 1 && body && trigger.kind === 'verb';
  if (alone || found.filter(isParty).length >= MANY) return { ...typed, mode: 'multilateral' };
  if (TALKING.has(trigger.lemma) && last !== undefined) return { ...typed, mode: last };
  const pair = found.length === 2 || (found.length === 1 && PAIR.has(tokens[one!.phrase.first]!.lower));
  if (typed.mode !== 'multilateral' || !pair) return typed;
  const { mode: _, ...plain } = typed;
  return MEETING.has(trigger.lemma) ? { ...plain, mode: 'visit' } : plain;
}
