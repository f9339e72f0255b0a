import { isDate } from '../calendar.ts';
import { parseMonth, parseOrdinal, parseWeekday, parseYear } from '../numbers.ts';
import type { Rule } from '../types.ts';
import { isNamedMonth } from './guards.ts';

/** "2024 August", "2024, Aug": the year first. */
export const yearMonth: Rule = {
  name: 'year-month',
  starts: ['#4'],
  pattern: '{year:year}(?: ?, ?|-|/| ){month:month}(?! ?\\d)',
  produce: (match) => {
    const { groups, end } = match;
    const named = groups.month!;
    if (!isNamedMonth({ ...match, start: end - named.length }, named, named.length > 3)) return undefined;
    return { kind: 'calendar', fields: { year: Number(groups.year), month: parseMonth(named) } };
  },
  examples: [['The report of 2018 August was withdrawn.', '2018 August', '2018-08']],
  negatives: ['In 2018 march fly bites rose.', 'By 2014 may 3 more follow.'],
};

/** "the second Wednesday of October 2014", "the last Monday in May". */
export const nthWeekday: Rule = {
  name: 'nth-weekday',
  starts: ['ordinalWord', '#2', 'last'],
  pattern: '(?:{nth:ordinal}|(?<last>last)) {weekday:weekday} (?:of|in) {month:month}(?:,? {year:anyYear})?',
  produce: ({ groups }) => {
    const nth = groups.last === undefined ? parseOrdinal(groups.nth!)! : -1;
    const year = groups.year === undefined ? undefined : parseYear(groups.year);
    if (nth > 5) return undefined;
    const fields = { nth, weekday: parseWeekday(groups.weekday!), month: parseMonth(groups.month!) };
    return { meaning: { kind: 'calendar', fields: { ...fields, ...(year !== undefined && { year }) } }, article: true };
  },
  examples: [
    ['The fair is on the second Wednesday of October 2014.', 'the second Wednesday of October 2014', '2014-10-08'],
  ],
  negatives: ['The second Wednesday was wet.', 'The sixth Monday of May never comes.'],
};

const COUNTS: Readonly<Record<string, number>> = { next: 1, following: 1, this: 0, same: 0, last: -1, previous: -1 };

/** "the 20th of next month", "the 3rd of this month". */
export const dayOfNearMonth: Rule = {
  name: 'day-of-near-month',
  starts: ['ordinalWord', '#2'],
  pattern: '{day:ordinal} (?:of |day of )?(?:the )?(?<dir>next|following|this|same|last|previous) month',
  produce: ({ groups }) => {
    const day = parseOrdinal(groups.day!)!;
    if (day > 31) return undefined;
    const from = /next|this|last/.test(groups.dir!) ? 'publication' : 'context';
    return {
      meaning: { kind: 'offset', unit: 'month', count: COUNTS[groups.dir!]!, from, fields: { day } },
      article: true,
    };
  },
  examples: [['The hearing is on the 20th of next month.', 'the 20th of next month', '2019-07-20']],
  negatives: ['The second month was dry.', 'In the 40th of last month’s issues.'],
};

/** "Friday the 13th", "Tuesday 19th": the nearest day of the month that falls on the weekday. */
export const weekdayAndDay: Rule = {
  name: 'weekday-and-day',
  starts: ['weekday'],
  pattern:
    '{weekday:weekday},? (?:the )?{day:dayNumber}(?:st|nd|rd|th)(?! (?:of|day|week|in|place|time|floor|birthday|anniversary|street|district)(?![a-z]))',
  produce: ({ groups }) => ({
    kind: 'calendar',
    fields: { weekday: parseWeekday(groups.weekday!), day: parseOrdinal(groups.day!)! },
  }),
  examples: [['They meet on Friday the 14th.', 'Friday the 14th', '2019-06-14']],
  negatives: ['On Friday the 4th of July came.', 'On Monday the 3rd place was lost.'],
};

/** "the week after next", "the year before last". */
export const afterNext: Rule = {
  name: 'unit-after-next',
  starts: ['week', 'weekend', 'month', 'year'],
  pattern: '(?<unit>week|weekend|month|year) (?<side>after next|before last)',
  produce: ({ groups }) => ({
    meaning: {
      kind: 'offset',
      unit: groups.unit as 'week',
      count: groups.side === 'after next' ? 2 : -2,
      from: 'publication',
    },
    article: true,
  }),
  examples: [['The vote is the week after next.', 'the week after next', '2019-W26']],
  negatives: ['The week after the vote was calm.'],
};

/** "the week of March 3", "the week beginning 4 February 2019". */
export const weekOf: Rule = {
  name: 'week-of',
  starts: ['week'],
  pattern:
    'week (?:of|beginning|starting|commencing) (?:the )?(?:{month:month} {day:dayOfMonth}|{day2:dayOfMonth}(?: of)? {month2:month})(?:,? {year:year})?',
  produce: ({ groups }) => {
    const day = parseOrdinal((groups.day ?? groups.day2)!);
    const month = parseMonth((groups.month ?? groups.month2)!);
    if (day === undefined || !isDate(2000, month, day)) return undefined;
    const year = groups.year === undefined ? {} : { year: Number(groups.year) };
    return { meaning: { kind: 'calendar', fields: { month, day, weekOf: true, ...year } }, article: true };
  },
  examples: [['The strike is set for the week of June 24.', 'the week of June 24', '2019-W26']],
  negatives: ['The week of talks in June 24 states.'],
};
