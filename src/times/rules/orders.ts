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
