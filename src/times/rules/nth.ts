import { parseMonth, parseOrdinal, parseWeekday, parseYear } from '../numbers.ts';
import type { Fields, Produced, Rule, Unit } from '../types.ts';
import { units } from '../words.ts';

const COUNTS: Readonly<Record<string, number>> = {
  this: 0,
  current: 0,
  the: 0,
  next: 1,
  coming: 1,
  upcoming: 1,
  following: 1,
  last: -1,
  past: -1,
  previous: -1,
};

/** "the second week of May", "the last day of next month", "the first Monday of the month", "week 3 of 2027". */
export const nthOf: Rule = {
  name: 'nth-of',
  starts: ['ordinalWord', '#2', 'last', 'final', 'week', 'weekend'],
  needs: ['anyUnit', 'weekday', 'wkend'],
  pattern:
    "(?:(?:{nth:ordinal}(?<back>~last)?|(?<last>last|final)) (?:(?<unit>days?|weeks?|weekend|week-end|week end|wkend|month)|{weekday:weekday})|week (?<number>\\d{1,2})) (?:(?:of |in |from )(?:the )?{month:month}(?:,? (?:of )?{year:anyYear})?|(?:of |in |from )?(?:the )?(?:year )?{year2:anyYear}|(?:of |in |from )?(?<dir>this|the current|current|the|next|coming|upcoming|the following|last|previous) (?<whole>month|year|quarter|week)(?!'s)(?! [a-z]*(?:ago|before|after)))",
  produce: ({ groups }): Produced | undefined => {
    const counted = groups.number ?? groups.nth;
    const forward = counted === undefined ? 1 : parseOrdinal(counted)!;
    const nth = groups.last !== undefined ? -1 : groups.back !== undefined ? -forward : forward;
    if (forward < 1 || forward > 366 || /s$/.test(groups.unit ?? '')) return undefined;
    const whole = groups.whole as Unit | undefined;
    if (groups.weekday !== undefined && forward > 5 && groups.number === undefined) return undefined;
    if (groups.weekday !== undefined && groups.month !== undefined && nth >= -1) {
      const fields: Fields = { nth, weekday: parseWeekday(groups.weekday), month: parseMonth(groups.month) };
      return article({ kind: 'calendar', fields: { ...fields, ...yearOf(groups.year) } });
    }
    const part = {
      nth,
      unit: groups.weekday !== undefined ? ('day' as const) : unitOf(groups.unit ?? 'week'),
      ...(groups.weekday && { weekday: parseWeekday(groups.weekday) }),
    };
    if (part.unit === whole || (whole === 'week' && part.unit !== 'day')) return undefined;
    if (whole !== undefined)
      return article({
        kind: 'offset',
        unit: whole,
        count: COUNTS[groups.dir!.replace('the ', '')]!,
        from: groups.dir === 'the' ? 'sentence' : groups.dir === 'the following' ? 'context' : 'publication',
        fields: { part },
      });
    const month = groups.month === undefined ? {} : { month: parseMonth(groups.month) };
    return article({ kind: 'calendar', fields: { ...month, ...yearOf(groups.year ?? groups.year2), part } });
  },
  examples: [
    ['The fair is on the second Wednesday of October 2014.', 'the second Wednesday of October 2014', '2014-10-08'],
    ['It rained in the last week of August 2018.', 'the last week of August 2018', '2018-W35'],
    ['They meet on the first Monday of next month.', 'the first Monday of next month', '2019-07-01'],
  ],
  negatives: [
    'The second Wednesday was wet.',
    'The sixth Monday of May never comes.',
    'The last week of the war was calm.',
    'He was first in 2019.',
  ],
};

const article = (meaning: Exclude<Produced, { readonly meaning: unknown }>): Produced => ({ meaning, article: true });
const yearOf = (written: string | undefined): Pick<Fields, 'year'> =>
  written === undefined ? {} : { year: parseYear(written)! };
const unitOf = (word: string): Unit =>
  /^w(?:eek)?(?:-| )?(?:e|kend)/.test(word) && word !== 'week' ? 'weekend' : (units.get(word) as Unit);
