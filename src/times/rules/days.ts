import { isDate } from '../calendar.ts';
import { centuryOf, parseMonth, parseNumber, parseOrdinal, parseWeekday, parseYear } from '../numbers.ts';
import type { Draft, Fields, Match, Produced, Rule } from '../types.ts';
import { calendar } from '../words.ts';
import { isAlone, isCapital, isNamedMonth, isNamedWeekday, tokenAfter } from './guards.ts';

const DAYS =
  '{dayOfMonth}(?:(?:{dash}|(?: to | through | thru | until | till | and | or )(?:the )?|, (?=[^a-z]{1,8} (?:and|or) )){dayOfMonth}){0,3}';
/** "31-Oct-74", "3 Aug 96", "15 April of 87": a year of two digits, kept only where it can be nothing else. */
const SHORT_YEAR = '(?<short>(?:,? | of |[-/])(?<yy>\\d\\d)(?!\\d|[:.,%-]\\d| ?{month}))?';

/** "3–4 March 2022", "5th of May", "the 25th of August". */
export const dayMonth: Rule = {
  name: 'day-month',
  starts: ['#2', 'ordinalWord'],
  needs: ['month'],
  pattern: `(?<days>${DAYS})(?: of |\\. |/|-| |(?<=\\d)(?=[a-z]))(?:the )?{month:month}(?:(?:,? | of | in |[-/]){year:anyYear}|${SHORT_YEAR})`,
  produce: (match) => daysOfMonth(match, false),
  examples: [
    ['It was signed on 3 March 2022 in Geneva.', '3 March 2022', '2022-03-03'],
    ['Fighting on 3–4 March 2022 cost many lives.', '3–4 March 2022', '2022-03-03/2022-03-04'],
    ['They meet on the 5th of May.', '5th of May', '2019-05-05'],
  ],
  negatives: ['About 30 may have died.', 'Some 12 march on foot.'],
};

/** "July 7 and 8", "March 26, 1996", "Sept. 30". */
export const monthDay: Rule = {
  name: 'month-day',
  starts: ['month'],
  pattern: `{month:month}(?: ?- ?|/| the | |(?<=[a-z.])(?=\\d)|, (?=\\d{1,2}(?:st|nd|rd|th)(?:,? \\d{4}| ?[.!?]| ?$)))(?:(?<days>${DAYS})(?!:?\\d)|(?<word>{dayCardinal}))(?:(?: ?,? ?|,? of | the year | in |[-/])(?<!\\d){year:anyYear}|(?:, ?| |[-/]){year2:anyYear}|${SHORT_YEAR})`,
  produce: (match) => daysOfMonth(match, true),
  examples: [
    ['The summit is on July 7 and 8 in Hamburg.', 'July 7 and 8', '2019-07-07/2019-07-08'],
    ['He resigned on March 26, 1996, after a vote.', 'March 26, 1996', '1996-03-26'],
    ['The quarter ended Sept. 30 was weak.', 'Sept. 30', '2018-09-30'],
  ],
  negatives: ['They may 12 times a day refuse.', 'Workers march 20 abreast.'],
};

const DAY = /(?:twenty|thirty)[ -][a-z]+|[a-z]+|\d+(?:st|nd|rd|th)?/g;

/** The days of "3–4" or "7, 8 and 9", with their places in the document. */
function daysIn(text: string, at: number): { day: number; start: number; end: number }[] {
  const days: { day: number; start: number; end: number }[] = [];
  DAY.lastIndex = 0;
  for (let found = DAY.exec(text); found !== null; found = DAY.exec(text)) {
    const day = parseOrdinal(found[0]);
    if (day !== undefined) days.push({ day, start: at + found.index, end: at + found.index + found[0].length });
  }
  return days;
}

function daysOfMonth(match: Match, monthFirst: boolean): Produced | undefined {
  const { groups, reading } = match;
  if (groups.word !== undefined) return cardinalDay(match);
  const named = groups.month!;
  const monthAt = monthFirst ? match.start : reading.text.lastIndexOf(named, match.end);
  // "the 1st of march" is a date in any case.
  const ordinal =
    /[a-z]/.test(groups.days!) || /\d[-/]?[a-z]|[a-z][-/]?\d/.test(reading.text.slice(match.start, match.end));
  const written = groups.year ?? groups.year2;
  if (
    written === undefined &&
    !isNamedMonth({ ...match, start: monthAt, end: monthAt + named.length }, named, true) &&
    !ordinal
  )
    return undefined;
  const month = parseMonth(named);
  const year = written === undefined ? shortYear(match) : parseYear(written);
  // Two digits behind a day that are no year stay outside.
  const end = groups.short !== undefined && year === undefined ? match.end - groups.short.length : match.end;
  const daysAt = monthFirst ? reading.text.indexOf(groups.days!, match.start + named.length) : match.start;
  const days = daysIn(groups.days!, daysAt);
  if (days.length === 0) return undefined;
  const missing = days.find(({ day }) => day < 1 || !isDate(year ?? 2000, month, day));
  // "February 29, 2022" is no day, and nobody meant the month; "in February 30 people died" is the month.
  if (missing !== undefined)
    return year === undefined
      ? undefined
      : { meaning: { kind: 'calendar', fields: { month, day: missing.day, year } }, end, impossible: true };
  const fieldsOf = (day: number): Fields => ({ month, day, ...(year !== undefined && { year }) });
  // "July 7 and 8 soldiers died"
  const tail =
    days.length > 1 && monthFirst && year === undefined && / (?:and|or) /.test(groups.days!)
      ? tokenAfter({ ...match, end })?.pos
      : undefined;
  if (days.length === 1 || tail === 'NOUN' || tail === 'ADJ')
    return {
      meaning: { kind: 'calendar', fields: fieldsOf(days[0]!.day) },
      end: days.length === 1 ? end : days[0]!.end,
    };
  const wholeEnd = end;
  const parts: Draft[] = days.map(({ day, start, end }, i) => ({
    rule: 'day',
    start: i === 0 ? match.start : start,
    end: i === days.length - 1 ? wholeEnd : end,
    meaning: { kind: 'calendar', fields: fieldsOf(day) },
  }));
  return {
    meaning: { kind: 'list', joint: / (?:and|or) |,/.test(groups.days!) ? 'and' : 'range', parts },
    end,
    article: / the /.test(groups.days!),
  };
}

/** "May twenty-one" */
function cardinalDay(match: Match): Produced | undefined {
  const { groups, start } = match;
  const day = parseNumber(groups.word!)!;
  const month = parseMonth(groups.month!);
  const written = groups.year ?? groups.year2;
  const year = written === undefined ? undefined : parseYear(written);
  if (!isDate(year ?? 2000, month, day)) return undefined;
  if (
    year === undefined &&
    groups.month !== 'jan' &&
    !isNamedMonth({ ...match, end: start + groups.month!.length }, groups.month!, true)
  )
    return undefined;
  const end = match.end - (groups.short?.length ?? 0);
  // "In May twenty people came."
  if (year === undefined && /^(?:NOUN|ADJ|NUM|PROPN)$/.test(tokenAfter({ ...match, end })?.pos ?? '')) return undefined;
  return { meaning: { kind: 'calendar', fields: { month, day, ...(year !== undefined && { year }) } }, end };
}

/** Joined to the month, or a number that is no day and that counts nothing behind it. */
function shortYear(match: Match): number | undefined {
  const { short, yy } = match.groups;
  if (yy === undefined || short === undefined) return undefined;
  const counts = /^(?:NOUN|ADJ|NUM|PROPN|SYM)$/.test(tokenAfter(match)?.pos ?? '');
  if (/^[-/]/.test(short) || (!counts && (Number(yy) > 31 || isAlone(match)))) return centuryOf(Number(yy), 2015);
  return undefined;
}

/** "Monday", "Tuesdays" is another rule. */
export const weekday: Rule = {
  name: 'weekday',
  starts: ['weekday'],
  pattern: '{weekday:weekday}(?:,? (?:in the )?(?:early[ -]|late[ -])?{part:dayPart})?',
  produce: (match) => {
    const { reading, start, groups } = match;
    const word =
      reading.text[match.end] === '.' && groups.weekday!.length <= 5 ? `${groups.weekday}.` : groups.weekday!;
    if (!isNamedWeekday(match, word) || (!isCapital(match) && reading.text === reading.source && start < 0))
      return undefined;
    const next = tokenAfter(match);
    // "Friday prayers", "Black Friday", "Sunday Times", "Bloody Sunday" name something else.
    if (
      next !== undefined &&
      next.start === match.end + 1 &&
      /^(?:prayers?|times|mirror|telegraph|herald|express|mail|post|league|mass|school|islands?)$/.test(next.lower)
    )
      return undefined;
    return {
      kind: 'calendar',
      fields: { weekday: parseWeekday(groups.weekday!) },
      ...(groups.part && { time: { code: `T${calendar.dayParts[groups.part]}` } }),
    };
  },
  examples: [
    ['The two spoke on Tuesday by phone.', 'Tuesday', '2019-06-11'],
    ['The vote is due Friday in Rome.', 'Friday', '2019-06-14'],
  ],
  negatives: ['Crowds gathered after Friday prayers.', 'He wrote for the Sunday Times.', 'The sun rose and he sat.'],
};

/** "the 20th", "the 28th": a day of the month spoken of. */
export const bareDay: Rule = {
  name: 'day-of-month',
  starts: ['#2'],
  pattern:
    '(?:(?<=(?:on|until|till|by|since|from|before|after|for|around|week of|between) the )|(?<=(?:^|[^a-z])on )){day:dayNumber}(?:st|nd|rd|th)(?! [a-z])',
  produce: ({ groups }) => ({
    meaning: { kind: 'calendar', fields: { day: parseOrdinal(groups.day!)! } },
    article: true,
  }),
  examples: [['They attacked in May 1918, again on the 20th, and won.', 'the 20th', '1918-05-20']],
  negatives: ['He lived on the 20th floor.', 'He finished on the 3rd try.'],
};
