import type { EventMention } from '../schemas/extraction.ts';
import type { SentenceView } from '../src/events/features.ts';
import { classAt, type Governor, governorsOf } from '../src/events/governors.ts';
import { lookUp } from '../src/events/lexicon.ts';

/**
 * From our types to the categories of a coding manual. Both manuals code words as words: what is announced, wanted, demanded,
 * refused or said of another is no deed, while our type is the deed's and its status and attribution tell the rest. PLOVER
 * takes the plain future for a promise or a threat; CAMEO, as PETRARCH-2 reads it, takes it for the deed unless somebody
 * says or wants it.
 */
export type Manual = 'PLOVER' | 'CAMEO';

const HOSTILE = new Set(['REJECT', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']);
const COOPERATIVE = new Set(['AID', 'CONCEDE', 'COOPERATE', 'RETREAT', 'SUPPORT', 'CONSULT']);
/** Concessions that both manuals code as RETREAT: returning or releasing what was held, and lifting economic sanctions. */
const RETREATS = new Set(['release', 'free', 'release n', 'release prisoner', 'lift sanction', 'lift embargo']);

/** `i`: where the trigger stands in `view`; `modal`: the modal of its verb group. */
export function categoryIn(manual: Manual, event: EventMention, view: SentenceView, i: number, modal?: string): string {
  const { type, status } = event;
  const wanted = governorsOf(view, i).find(({ at }) => /^(?:desire|attempt)$/.test(classAt(view, at)));
  if (modal === 'must' || modal === 'should' || (wanted !== undefined && ofAnother(view, wanted, i))) return 'REQUEST';
  const intended =
    wanted !== undefined || (status === 'planned' && (manual === 'PLOVER' || event.attribution !== undefined));
  if (isAccusation(event)) return 'ACCUSE';
  if (COOPERATIVE.has(type)) {
    if (intended) return 'AGREE';
    if (status === 'denied') return 'REJECT';
    return RETREATS.has(lookUp(view, i)?.entry ?? '') ? 'RETREAT' : type;
  }
  if (HOSTILE.has(type)) return intended ? 'THREATEN' : type;
  return type === 'AGREE' && status === 'denied' ? 'REJECT' : type;
}

/** "Wants Peru to act": somebody stands between the wish and the deed. */
function ofAnother({ tokens, groups, sentence }: SentenceView, { at, relation }: Governor, i: number): boolean {
  if (relation !== 'to') return false;
  const first = groups.find(({ head }) => head === sentence.firstToken + i)?.first ?? sentence.firstToken + i;
  return tokens.slice(at + 1, first - sentence.firstToken).some(({ pos }) => /^(?:NOUN|PROPN|PRON)$/.test(pos));
}

/** A hostile deed that somebody, named before it and not the one who did it, says has happened. */
export const isAccusation = ({ type, status, attribution, trigger, participants }: EventMention): boolean =>
  HOSTILE.has(type) &&
  status === 'happened' &&
  attribution?.kind === 'indirect' &&
  attribution.entity !== undefined &&
  attribution.end < trigger.start &&
  !participants.some(({ role, entity }) => role === 'actor' && entity === attribution.entity);
