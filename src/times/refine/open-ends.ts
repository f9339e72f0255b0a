import type { Draft, Reading } from '../types.ts';

const NO_END = /(?:^|[^a-z])(?:since|ever since|starting|beginning|as of|effective) (?:the )?$/;
const FROM = /(?:^|[^a-z])from (?:the )?$/;
const NO_START = /(?:^|[^a-z])(?:until|till|by|up to|no later than) (?:the )?$/;
const BEFORE = /(?:^|[^a-z])before (?:the )?$/;

/** "since 2014" has no end, "until Friday" no beginning. The word itself stays outside, as TIMEX3 has it. */
export function openEnds(drafts: readonly Draft[], { text }: Reading): Draft[] {
  return drafts.map((draft) => {
    const { kind } = draft.meaning;
    if (kind !== 'calendar' && kind !== 'offset') return draft;
    const preceding = text.slice(Math.max(0, draft.start - 16), draft.start);
    if (NO_END.test(preceding) || draft.mod === 'ON_OR_AFTER' || (FROM.test(preceding) && begins(draft)))
      return { ...draft, open: 'end' as const };
    if (BEFORE.test(preceding)) return { ...draft, open: hasClock(draft) ? ('start' as const) : ('before' as const) };
    return NO_START.test(preceding) ? { ...draft, open: 'start' as const } : draft;
  });
}

/** "from March 3" begins something; "up from a year earlier" and "from the third quarter" compare with it. */
const begins = ({ meaning }: Draft): boolean =>
  meaning.kind === 'calendar' ? meaning.fields.quarter === undefined : meaning.kind === 'offset' && meaning.count >= 0;

const hasClock = ({ meaning }: Draft): boolean =>
  (meaning.kind === 'calendar' || meaning.kind === 'offset') && meaning.time !== undefined;
