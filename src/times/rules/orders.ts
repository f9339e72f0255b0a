import { isDate } from '../calendar.ts';
import { parseMonth, parseOrdinal, parseWeekday } from '../numbers.ts';
import type { Draft, Match, Meaning, Produced, Rule } from '../types.ts';
import { isNamedMonth, tokenAfter } from './guards.ts';

/** "2018 March 18", "2012/Aug/10". */
export const yearMonthDay: Rule = {
  name: 'year-month-day',
  starts: ['#4'],
  needs: ['month'],
  pattern: '{year:year}(?:, ?|-|/| ){month:month}(?:-|/| ){day:dayNumber}(?:st|nd|rd|th)?(?![\\d:%]|\\.\\d)',
  produce: ({ groups }) => {
    const fields = { year: Number(groups.year), month: parseMonth(groups.month!), day: parseOrdinal(groups.day!)! };
    return isDate(fields.year, fields.month, fields.day) ? { kind: 'calendar', fields } : undefined;
  },
  examples: [['Filed under 2018-Mar-09 in the register.', '2018-Mar-09', '2018-03-09']],
  negatives: ['By 2014 May 3.5 million had left.'],
};

/** "2024 August", "2024, Aug": the year first. */
export const yearMonth: Rule = {
  name: 'year-month',
  starts: ['#4'],
  needs: ['month'],
  pattern: '{year:year}(?: ad)?(?: ?, ?|-|/| ){month:month}(?! ?\\d)',
  produce: (match) => {
    const { groups, end } = match;
    const named = groups.month!;
    if (
      !/,/.test(match.reading.text.slice(match.start, end)) &&
      !isNamedMonth({ ...match, start: end - named.length }, named, named.length > 3)
    )
      return undefined;
    return { kind: 'calendar', fields: { year: Number(groups.year), month: parseMonth(named) } };
  },
  examples: [['The report of 2018 August was withdrawn.', '2018 August', '2018-08']],
  negatives: ['In 2018 march fly bites rose.', 'By 2014 may 3 more follow.'],
};

const COUNTS: Readonly<Record<string, number>> = {
  current: 0,
  next: 1,
  following: 1,
  this: 0,
  same: 0,
  last: -1,
  previous: -1,
};

/** "the 20th of next month", "the 3rd of this month". */
export const dayOfNearMonth: Rule = {
  name: 'day-of-near-month',
  starts: ['ordinalWord', '#2'],
  needs: ['anyUnit'],
  pattern:
    '(?:{day:ordinal} (?:of |day of )?|(?<number>\\d{1,2}) (?:of |in )|(?<from>[0-3]?\\d) ?(?:-|to|till|until|and) ?(?<to>[0-3]?\\d) (?:of |in )?)(?:the )?(?<dir>next|following|this|current|same|last|previous) month',
  produce: (match): Produced | undefined => {
    const { groups } = match;
    const from = /next|this|last|current/.test(groups.dir!) ? 'publication' : 'context';
    const on = (day: number): Meaning => ({
      kind: 'offset',
      unit: 'month',
      count: COUNTS[groups.dir!]!,
      from,
      fields: { day },
    });
    if (groups.from !== undefined) return daysFromTo(match, on);
    const day = parseOrdinal((groups.day ?? groups.number)!)!;
    if (day > 31) return undefined;
    return {
      meaning: on(day),
      article: true,
    };
  },
  examples: [['The hearing is on the 20th of next month.', 'the 20th of next month', '2019-07-20']],
  negatives: ['The second month was dry.', 'In the 40th of last month’s issues.'],
};

/** "from 4 to 22 this month" */
function daysFromTo({ groups, reading, start, end }: Match, on: (day: number) => Meaning): Produced | undefined {
  const [first, last] = [Number(groups.from), Number(groups.to)];
  if (first < 1 || last > 31 || first >= last) return undefined;
  const split = start + reading.text.slice(start, end).indexOf(groups.to!, groups.from!.length);
  const parts: Draft[] = [
    { rule: 'day', start, end: start + groups.from!.length, meaning: on(first) },
    { rule: 'day', start: split, end, meaning: on(last) },
  ];
  return { kind: 'list', joint: 'range', parts };
}

/** "Friday the 13th", "Tuesday 19th": the nearest day of the month that falls on the weekday. */
export const weekdayAndDay: Rule = {
  name: 'weekday-and-day',
  starts: ['weekday'],
  pattern:
    '{weekday:weekday}(?:,? (?:the )?{day:dayNumber}(?:st|nd|rd|th)|,? (?<bare>\\d{1,2})(?= ?[!?]| ?$| at \\d| between \\d)| the {word:ordinalWord})(?! (?:of|day|week|in|place|time|floor|birthday|anniversary|street|district)(?![a-z]))',
  produce: (match) => {
    const { weekday, day, word, bare } = match.groups;
    // "Tuesday the first ships sailed."
    if (word !== undefined && /^(?:NOUN|ADJ|NUM|PROPN)$/.test(tokenAfter(match)?.pos ?? '')) return undefined;
    return {
      kind: 'calendar',
      fields: { weekday: parseWeekday(weekday!), day: parseOrdinal((day ?? word ?? bare)!)! },
    };
  },
  examples: [['They meet on Friday the 14th.', 'Friday the 14th', '2019-06-14']],
  negatives: ['On Friday the 4th of July came.', 'On Monday the 3rd place was lost.'],
};

/** "the week after next", "the year before last". */
export const afterNext: Rule = {
  name: 'unit-after-next',
  starts: ['week', 'weekend', 'month', 'year', 'weekday'],
  needs: ['next', 'last'],
  pattern: '(?:(?<unit>week|weekend|month|year)|{weekday:weekday}) (?<side>after (?:the )?next|before (?:the )?last)',
  produce: ({ groups }) => {
    const sign = groups.side!.startsWith('after') ? 1 : -1;
    return groups.weekday === undefined
      ? {
          meaning: { kind: 'offset', unit: groups.unit as 'week', count: 2 * sign, from: 'publication' },
          article: true,
        }
      : {
          kind: 'offset',
          unit: 'week',
          count: sign,
          from: 'publication',
          fields: { weekday: parseWeekday(groups.weekday) },
        };
  },
  examples: [['The vote is the week after next.', 'the week after next', '2019-W26']],
  negatives: ['The week after the vote was calm.'],
};

/** "the week of March 3", "the week beginning 4 February 2019". */
export const weekOf: Rule = {
  name: 'week-of',
  starts: ['week', 'w'],
  pattern:
    '(?:week (?:of|beginning|starting|commencing)(?: on)?|w/c) (?:the )?(?:{month:month} {day:dayOfMonth}|{day2:dayOfMonth}(?: of)? {month2:month}|{day3:dayNumber}(?:st|nd|rd|th)(?! [a-z]))(?:,? {year:year})?',
  produce: ({ groups }) => {
    if (groups.day3 !== undefined)
      return {
        meaning: { kind: 'calendar', fields: { day: parseOrdinal(groups.day3)!, weekOf: true } },
        article: true,
      };
    const day = parseOrdinal((groups.day ?? groups.day2)!);
    const month = parseMonth((groups.month ?? groups.month2)!);
    if (day === undefined || !isDate(2000, month, day)) return undefined;
    const year = groups.year === undefined ? {} : { year: Number(groups.year) };
    return { meaning: { kind: 'calendar', fields: { month, day, weekOf: true, ...year } }, article: true };
  },
  examples: [['The strike is set for the week of June 24.', 'the week of June 24', '2019-W26']],
  negatives: ['The week of talks in June 24 states.'],
};
