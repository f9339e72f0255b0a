import { isDate } from '../calendar.ts';
import { parseYear } from '../numbers.ts';
import type { Match, Rule } from '../types.ts';
import { after, before, isAlone } from './guards.ts';

/** "2014-04-18", "2014/4/18", "18.4.2014", "4/18/2014", "4/18/14". */
export const numericDate: Rule = {
  name: 'numeric-date',
  starts: ['#2', '#4', '#8'],
  pattern:
    '(?<!(?<!\\d{3})\\d[-/.])(?:(?<compact>(?:19|20)\\d{6})|(?<y>(?:1\\d|20)\\d\\d)(?<s1>[-/. ])(?<m>\\d{1,2})\\k<s1>(?<d>\\d{1,2})|(?<a>\\d{1,2})(?<s2>[-/. ])(?<b>\\d{1,2})\\k<s2>(?<c>(?:1\\d|20)\\d\\d|\\d\\d))(?:t(?<clock>\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d{1,6})?(?<zone>z|[+-]\\d\\d:?\\d\\d)?)?(?!-\\d(?!\\d?[-/]\\d)|/\\d|\\.\\d(?!\\d:))',
  produce: (match) => {
    const { groups, reading } = match;
    if ((groups.s1 ?? groups.s2) === ' ' && !(isAlone(match) || /(?:^|[^a-z])(?:on|dated) $/.test(before(match))))
      return undefined;
    const time =
      groups.clock === undefined
        ? {}
        : { time: { code: `T${groups.clock}`, ...(groups.zone && { zone: groups.zone.toUpperCase() }) } };
    if (groups.y !== undefined || groups.compact !== undefined) {
      const digits = groups.compact;
      const fields =
        digits === undefined
          ? { year: Number(groups.y), month: Number(groups.m), day: Number(groups.d) }
          : { year: Number(digits.slice(0, 4)), month: Number(digits.slice(4, 6)), day: Number(digits.slice(6)) };
      return isDate(fields.year, fields.month, fields.day) ? { kind: 'calendar', fields, ...time } : undefined;
    }
    const [a, b] = [Number(groups.a), Number(groups.b)];
    // Two-digit years only between slashes: "10.4.11" may be a version, "1-2-12" a score.
    if (groups.c!.length === 2 && groups.s2 !== '/' && !(groups.s2 === '-' && saysDate(match))) return undefined;
    const year = groups.c!.length === 4 ? Number(groups.c) : parseYear(`'${groups.c}`)!;
    const monthFirst = isDate(year, a, b);
    const dayFirst = isDate(year, b, a);
    if (!monthFirst && !dayFirst) return undefined;
    const day1st = groups.s2 === '.' ? dayFirst : dayFirst && (!monthFirst || (reading.dayFirst ?? false));
    return {
      kind: 'calendar',
      fields: {
        year,
        month: day1st ? b : a,
        day: day1st ? a : b,
        ...(monthFirst &&
          dayFirst &&
          a !== b &&
          groups.s2 !== '.' &&
          reading.dayFirst === undefined && { ambiguous: true }),
      },
      ...time,
    };
  },
  examples: [
    ['Released 2014-04-18 by the agency.', '2014-04-18', '2014-04-18'],
    ['It was filed on 18/4/2014 in Paris.', '18/4/2014', '2014-04-18'],
    ['It was filed on 18.4.2014 in Bonn.', '18.4.2014', '2014-04-18'],
  ],
  negatives: ['Version 10.4.11 is out.', 'They won 3-2-1 on points.', 'Call 555-12-2014-88.'],
};

/** A preposition of time or the name of a day before numbers, a clock time behind them, or nothing around them. */
function saysDate(match: Match): boolean {
  return (
    /(?:^|[^a-z])(?:on|by|until|till|since|from|before|after|between|dated|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?) $/.test(
      before(match, 12),
    ) ||
    /^,? (?:at |from |between |before |after )?(?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m(?![a-z]))/.test(after(match, 20)) ||
    isAlone(match)
  );
}

/** "7/4" is a date only where something says so. */
export const slashDay: Rule = {
  name: 'slash-day',
  starts: ['#2'],
  pattern: '(?<a>\\d{1,2})(?: ?/ ?|(?<dash> ?- ?))(?<b>\\d{1,2})(?!/\\d|-\\d{1,2}(?!/)|\\.\\d|:| of)',
  produce: (match) => {
    const { groups, reading } = match;
    const range =
      /^ ?- ?\d{1,2}\/\d/.test(after(match)) || /\d\/\d{1,2} ?(?:-|to|and|or|until|,) ?$/.test(before(match));
    if (groups.dash === undefined ? !range && !saysDate(match) : !isAlone(match)) return undefined;
    if (/[\d/-]$/.test(before(match, 1)) && !/\d\/\d{1,2}(?:\/\d{2,4})?-$/.test(before(match, 12))) return undefined;
    const [a, b] = [Number(groups.a), Number(groups.b)];
    const monthFirst = isDate(2000, a, b);
    const dayFirst = isDate(2000, b, a);
    if ((!monthFirst && !dayFirst) || (groups.dash !== undefined && monthFirst && dayFirst)) return undefined;
    const day1st = dayFirst && (!monthFirst || (reading.dayFirst ?? false));
    return {
      kind: 'calendar',
      fields: {
        month: day1st ? b : a,
        day: day1st ? a : b,
        ...(monthFirst && dayFirst && a !== b && reading.dayFirst === undefined && { ambiguous: true }),
      },
    };
  },
  examples: [['It begins on 6/28 at the port.', '6/28', '2019-06-28']],
  negatives: ['It took 3/4 of the vote.', 'A rate by 1/8 of a point.'],
};

/** "04/2016", "2014/10": month and year in numbers. */
export const numericMonth: Rule = {
  name: 'numeric-month',
  starts: ['#2', '#4'],
  pattern:
    '(?<![\\d/.-])(?:(?<m>0?[1-9]|1[0-2])(?: ?/ ?|-){y:year}|(?<y2>(?:19|20)\\d\\d) ?/ ?(?<m2>0?[1-9]|1[0-2]))(?![/.-]?\\d)',
  produce: ({ groups }) => {
    const [year, month] = [Number(groups.y ?? groups.y2), Number(groups.m ?? groups.m2)];
    // "2011/12" is a season of sport as well.
    if (year < 1900 || (groups.y2 !== undefined && (year + 1) % 100 === month)) return undefined;
    return { kind: 'calendar', fields: { year, month } };
  },
  examples: [['The figures (04/2016) were revised.', '04/2016', '2016-04']],
  negatives: ['In the season of 2011/12 they won.', 'Case 4/1812 is closed.'],
};
