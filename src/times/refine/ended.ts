import type { Draft, Reading } from '../types.ts';

const ENDED = /^(?: that)? (?:ended|ending)(?: on)? $/;
const LONGEST = ' that ending on '.length;

/** "the quarter ended Sept. 30": a quarter that says when it ended is not that of the calendar. */
export function endedQuarters(drafts: readonly Draft[], { text }: Reading): Draft[] {
  return drafts.map((draft, i) => {
    const next = drafts[i + 1];
    if (next === undefined || next.start - draft.end > LONGEST || !isQuarter(draft) || !isDayOfMonth(next))
      return draft;
    return ENDED.test(text.slice(draft.end, next.start)) ? { ...draft, ended: next } : draft;
  });
}

const isQuarter = ({ meaning }: Draft): boolean =>
  (meaning.kind === 'calendar' && meaning.fields.quarter !== undefined) ||
  (meaning.kind === 'offset' && meaning.unit === 'quarter');
const isDayOfMonth = ({ meaning }: Draft): boolean =>
  meaning.kind === 'calendar' && meaning.fields.day !== undefined && meaning.fields.month !== undefined;
