import { parseOrdinal, parseYear } from '../numbers.ts';
import type { Fields, Groups, Produced, Rule } from '../types.ts';
import { before } from './guards.ts';
import { shiftOf } from './months.ts';

const YEAR =
  '(?:,? (?:of )?(?:the )?(?:(?<fiscalYear>fiscal) )?(?:{year:anyYear}|(?<shift>last|this|next) year)|-{afterDash:year})?';

/** Year fields of "… of 1984", "… of last year", "the 1988 …", "this year's …". */
function yearOf({ year, afterDash, first, glued, shift, lead }: Groups): Pick<Fields, 'year' | 'yearShift'> {
  const named = year ?? afterDash ?? first ?? glued;
  if (named !== undefined) return { year: parseYear(named)! };
  const yearShift = shiftOf(shift ?? lead);
  return yearShift === undefined ? {} : { yearShift };
}

/** "the third quarter of 1984", "Q3 2021", "the 1988 third quarter", "fiscal second-quarter". */
export const quarter: Rule = {
  name: 'quarter',
  starts: ['#2', '#4', 'ordinalWord', 'fiscal', 'q', 'this', 'last', 'next'],
  needs: ['quarter', 'qtr', 'q'],
  pattern: `(?:(?:{first:year}'?s?|(?<lead>this|last|next) year's)[ -])?(?:(?<fiscal>fiscal)[ -])?(?:(?:the )?{nth:ordinal}[ -](?:fiscal[ -])?(?:quarter|qtr)|q(?<q>[1-4]))${YEAR}|{glued:year}[ -]?q(?<q2>[1-4])`,
  produce: (match) => {
    const { groups } = match;
    const nth = Number(groups.q ?? groups.q2 ?? parseOrdinal(groups.nth!));
    if (nth === undefined || nth < 1 || nth > 4) return undefined;
    return {
      meaning: {
        kind: 'calendar',
        fields: { quarter: nth, ...yearOf(groups), ...((groups.fiscal || groups.fiscalYear) && { fiscal: 'unknown' }) },
      },
      article: !match.reading.text.slice(match.start, match.end).includes('-q'),
    };
  },
  examples: [
    ['Profit rose in the third quarter of 1984.', 'the third quarter of 1984', '1984-Q3'],
    ['Sales fell in Q3 2021.', 'Q3 2021', '2021-Q3'],
    ['First-quarter profit doubled.', 'First-quarter', '2019-Q1'],
  ],
  negatives: ['He led after the fifth quarter.', 'A third quarters its troops.'],
};

/** "the first half of 1989", "H1 2020", "the second half". */
export const half: Rule = {
  name: 'half',
  starts: ['first', 'second', 'last', 'h', '#4'],
  needs: ['half', 'quarters', 'h'],
  pattern: `(?:(?:(?<nth>first|1st|second|2nd|last)[ -]half|(?<two>first|last)[ -]two[ -]quarters)${YEAR}|h(?<h>[12]) {late:year}|{first:year}[ -]?h(?<h2>[12]))`,
  produce: (match): Produced | undefined => {
    const { groups } = match;
    if (groups.h2 !== undefined)
      return { kind: 'calendar', fields: { half: Number(groups.h2), year: Number(groups.first) } };
    const fields = {
      half: groups.h === undefined ? (/^(?:first|1st)$/.test((groups.nth ?? groups.two)!) ? 1 : 2) : Number(groups.h),
    };
    if (groups.h !== undefined) return { kind: 'calendar', fields: { ...fields, year: Number(groups.late) } };
    const year = yearOf(groups);
    // Alone, the half of a match is as likely as that of a year.
    if (
      Object.keys(year).length === 0 &&
      !/^ (?:of the year)/.test(match.reading.text.slice(match.end, match.end + 12))
    )
      return undefined;
    return { meaning: { kind: 'calendar', fields: { ...fields, ...year } }, article: true };
  },
  examples: [
    ['It grew in the first half of 1989.', 'the first half of 1989', '1989-H1'],
    ['It grew in the first two quarters of 1990.', 'the first two quarters of 1990', '1990-H1'],
  ],
  negatives: ['He scored in the second half.', 'Half of 1989 ships sank.'],
};

/** "fiscal 1990", "FY2022", "the financial year 2020". */
export const fiscalYear: Rule = {
  name: 'fiscal-year',
  starts: ['federal', 'fiscal', 'fy', 'financial', '#4'],
  needs: ['fiscal', 'fy', 'financial'],
  pattern:
    "(?:(?<federal>federal )?(?:fiscal|financial)(?:[ -]year)? {year:anyYear}|fy ?-?(?<fy>\\d{4}|'?\\d{2})|{before:year} (?:fiscal|financial) year)",
  produce: ({ groups }) => {
    const written = groups.year ?? groups.before ?? groups.fy!;
    const year = parseYear(written.length < 4 ? `'${written.replace("'", '')}` : written);
    return year === undefined
      ? undefined
      : {
          meaning: { kind: 'calendar', fields: { year, fiscal: groups.federal === undefined ? 'unknown' : 'federal' } },
          article: groups.fy === undefined,
        };
  },
  examples: [
    ['Losses grew in fiscal 1990.', 'fiscal 1990', '1990'],
    ['Revenue in FY2022 doubled.', 'FY2022', '2022'],
    ['The deficit of federal fiscal year 2011 grew.', 'federal fiscal year 2011', '2011'],
  ],
  negatives: ['Fiscal policy 2000 was loose.', 'Fly 2020 miles.'],
};

/** "the latest quarter", "the year-earlier quarter", "the quarter", "the 1988 period". */
export const thatQuarter: Rule = {
  name: 'quarter-spoken-of',
  starts: [
    'comparable',
    'latest',
    'year',
    'current',
    'quarter',
    'period',
    '#4',
    'previous',
    'prior',
    'next',
    'last',
    'this',
    'preceding',
    'same',
    'corresponding',
    'equivalent',
  ],
  needs: ['quarter', 'period', 'fiscal'],
  pattern:
    '(?:(?<now>latest|current|this|last|next|previous|prior|preceding)(?: fiscal)? (?<unit>quarter|period|fiscal year)|(?:comparable )?(?<ago>year~(?:earlier|ago)) (?:(?:first|second|third|fourth) )?(?<unit2>quarter|period)|(?<quarter>quarter)(?<back> a year (?:ago|earlier))?|{year:year} (?<period>period|quarter)|(?:same|corresponding|comparable|equivalent) (?:(?:first|second|third|fourth) )?(?:quarter|period) (?<shift>last year|a year (?:ago|earlier)|(?:of|in) (?:last|the (?:previous|prior|preceding)) year|of {of:year})|(?<lastYears>last year.s) (?:quarter|period))',
  produce: (match) => {
    const { groups } = match;
    const offset = (count: number, from: 'publication' | 'context'): Produced => ({
      meaning: { kind: 'offset', unit: 'quarter', count, from, elastic: true },
      article: true,
    });
    if (groups.ago !== undefined || groups.back !== undefined) return offset(-4, 'context');
    if ((groups.shift !== undefined && groups.of === undefined) || groups.lastYears !== undefined)
      return offset(-4, 'context');
    if (groups.of !== undefined || groups.year !== undefined)
      return {
        meaning: {
          kind: 'offset',
          unit: 'quarter',
          count: 0,
          from: 'context',
          elastic: true,
          fields: { year: Number(groups.of ?? groups.year) },
        },
        article: true,
      };
    if (groups.quarter !== undefined) {
      if (
        !/(?:for|in|during|of|over|throughout|from) the $/.test(before(match)) ||
        /^(?:s|-|'| (?:of|final|million|point|mile|hour|pound|century|cent))/.test(
          match.reading.text.slice(match.end, match.end + 8),
        )
      )
        return undefined;
      return offset(0, 'context');
    }
    if (groups.unit === 'fiscal year') {
      if (groups.now !== 'latest' && groups.now !== 'previous' && groups.now !== 'prior') return undefined;
      const meaning = { kind: 'offset', unit: 'year', count: -1, from: 'publication' } as const;
      return { meaning: { ...meaning, fields: { fiscal: 'unknown' } }, article: true };
    }
    if (groups.unit === 'period' && groups.now !== 'latest') return undefined;
    const counts: Readonly<Record<string, number>> = {
      latest: 0,
      current: 0,
      this: 0,
      last: -1,
      previous: -1,
      prior: -1,
      preceding: -1,
      next: 1,
    };
    const from =
      groups.now === 'latest' || groups.now === 'prior' || groups.now === 'previous' || groups.now === 'preceding'
        ? 'context'
        : 'publication';
    return offset(counts[groups.now!]!, from);
  },
  examples: [
    ['Third-quarter profit fell. In the year-earlier quarter it rose.', 'the year-earlier quarter', '2017-Q3'],
    ['Third-quarter profit fell. In the same period last year it rose.', 'the same period last year', '2017-Q3'],
    ['Sales rose in the latest fiscal year.', 'the latest fiscal year', '2018'],
    ['Third-quarter profit fell. Sales for the latest quarter rose.', 'the latest quarter', '2018-Q3'],
  ],
  negatives: ['He won the French Quarter race.', 'A quarter of the town burned.', 'For the period it was large.'],
};
