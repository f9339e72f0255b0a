import type { Token } from '../../text/types.ts';
import type { Match, Reading } from '../types.ts';
import { beforeMonths, calendar } from '../words.ts';

/** What stands around a match: the questions that tell a date from the same words in another sense. */

/** Index of the token that holds an offset, or of the next one. */
export function tokenAt({ tokens }: Reading, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function tokenAfter({ reading, end }: Match): Token | undefined {
  const token = reading.tokens[tokenAt(reading, end)];
  const here = reading.tokens[tokenAt(reading, end - 1)];
  return token === here ? undefined : token;
}
export function tokenBefore({ reading, start }: Match): Token | undefined {
  const at = tokenAt(reading, start);
  return at > 0 && reading.tokens[at - 1]!.end <= start ? reading.tokens[at - 1] : undefined;
}

/** At most `length` characters before the match, in the working text. */
export const before = ({ reading, start }: Match, length = 24): string =>
  reading.text.slice(Math.max(0, start - length), start);
export const after = ({ reading, end }: Match, length = 24): string => reading.text.slice(end, end + length);

export const isCapital = ({ reading, start }: Match): boolean => {
  const letter = reading.source[start]!;
  return letter !== letter.toLowerCase();
};

/** Words that may stand around an expression in a text that is nothing else: a form field, a search. */
const AROUND =
  /^[^a-z0-9]*(?:(?:on|in|at|by|from|since|until|till|before|after|between|the|this|next|last|of|for|around|about)[^a-z0-9]+)*$/;
const LONGEST_ALONE = 80;

/** Whether a short text begins with the match and its prepositions. */
export const opens = (match: Match): boolean =>
  match.reading.text.length <= LONGEST_ALONE / 2 && AROUND.test(before(match, LONGEST_ALONE));

/** Whether the text is the match, its prepositions, and perhaps a clock time. */
export const isAlone = (match: Match): boolean =>
  match.reading.text.length <= LONGEST_ALONE &&
  AROUND.test(before(match, LONGEST_ALONE)) &&
  /^[^a-z0-9]*(?:$|(?:at |@ ?|from |between )?\d)/.test(after(match, LONGEST_ALONE));

const wordMonths = new Set(calendar['months that are also words']);
const wordWeekdays = new Set(calendar['weekdays that are also words']);

/** A month or weekday by its name: a capital, and not one of the short words that mean something else. */
export function isNamedMonth(match: Match, word: string, hasDay: boolean): boolean {
  if (!isCapital(match))
    return (!wordMonths.has(word.replace('.', '')) && (hasDay || word.length > 4)) || (hasDay && isAlone(match));
  if (BESIDE_MONTH.test(after(match, 16))) return true;
  if (hasDay || !wordMonths.has(word.replace('.', ''))) return true;
  const previous = tokenBefore(match);
  const next = tokenAfter(match);
  // "May said", "Theresa May", "March on Washington", "Jan Smuts".
  if (word.length <= 3 && word !== 'may' && !/\.$/.test(word) && !word.includes('.'))
    return (
      /month of $/.test(before(match, 9)) ||
      (/^(?:in|since|until|during|last|next)$/.test(previous?.lower ?? '') && ENDS_THERE.test(after(match, 8))) ||
      BESIDE_MONTH.test(after(match, 16))
    );
  const preposition = previous?.lower === '-' ? match.reading.tokens[previous.index - 1] : previous;
  if (preposition !== undefined && beforeMonths.has(preposition.lower))
    return !(next?.pos === 'PROPN' && next.start === match.end + 1 && previous?.pos !== 'ADP');
  return false;
}

/** Not "in Mar del Plata" */
const ENDS_THERE = /^(?:$|[^ a-z]| (?:and|or|to|of|this|last|next|\d|-))/;
/** "Jan-Feb 2017", "Sep to Nov" */
const BESIDE_MONTH = /^ ?(?:-|to |through )(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/;

/** What makes "Sat" and "Wed" days: a date or a clock time behind them, or the words that stand before a day. */
const BESIDE_DAY =
  /^[.,]? ?(?:the )?\(?(?:\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|$)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ .-]?\d|at \d|\d{1,2}(?::\d\d| ?[ap]\.?m)|morning|afternoon|evening|night)/;
const BEFORE_DAY = /(?:^|[^a-z])(?:next|last|this|on|from|week|[ap]\.?m\.?,? on) $/;

export function isNamedWeekday(match: Match, word: string): boolean {
  const bare = word.replace('.', '');
  if (!wordWeekdays.has(bare) || (isCapital(match) && word.endsWith('.'))) return true;
  const end = match.start + bare.length;
  const behind = match.reading.text.slice(end, end + 24);
  return (
    BESIDE_DAY.test(behind) ||
    (isCapital(match) &&
      BEFORE_DAY.test(before(match, 10)) &&
      (bare !== 'sun' || /m\.?,? on $/.test(before(match, 10)))) ||
    (bare !== 'sun' && isAlone(match))
  );
}
