import { centuryOf, parseMonth, parseSeason, parseYear } from '../numbers.ts';
import type { Match, Rule } from '../types.ts';
import { after, before, isAlone, isCapital, isNamedMonth, tokenAfter } from './guards.ts';

/** "In August 96 people" */
const countsThings = (match: Match): boolean => /^(?:NOUN|ADJ|NUM|PROPN|SYM)$/.test(tokenAfter(match)?.pos ?? '');

const SHIFTS: Readonly<Record<string, number>> = {
  last: -1,
  'the previous': -1,
  this: 0,
  'the same': 0,
  next: 1,
  'the following': 1,
};
export const shiftOf = (word: string | undefined): number | undefined =>
  word === undefined ? undefined : SHIFTS[word];

/** "March 1996", "February of 1940", "June last year", "Oct. '98". */
export const monthYear: Rule = {
  name: 'month-year',
  starts: ['month'],
  pattern:
    '{month:month}(?: ?,? |-| of |, of | in |/)(?:{year:anyYear}|(?<yy>3[2-9]|[4-9]\\d)(?![\\d:.,%]\\d)|(?<shift>last|this|next|the previous|the same|the following) year|(?<that>that) year)',
  produce: (match) => {
    const { groups } = match;
    if (!isNamedMonth({ ...match, end: match.start + groups.month!.length }, groups.month!, true)) return undefined;
    const month = parseMonth(groups.month!);
    if (groups.yy !== undefined)
      return countsThings(match) || match.reading.text[match.end - 3] === '-'
        ? undefined
        : { kind: 'calendar', fields: { month, year: centuryOf(Number(groups.yy), 2015) } };
    if (groups.that !== undefined || groups.shift === 'the same')
      return { kind: 'offset', unit: 'year', count: 0, from: 'context', fields: { month } };
    const yearShift = shiftOf(groups.shift);
    return yearShift === undefined
      ? { kind: 'calendar', fields: { month, year: parseYear(groups.year!)! } }
      : groups.shift!.startsWith('the')
        ? { kind: 'offset', unit: 'year', count: yearShift, from: 'context', fields: { month } }
        : { kind: 'calendar', fields: { month, yearShift } };
  },
  examples: [
    ['It fell in March 1996 after a siege.', 'March 1996', '1996-03'],
    ['The plan of June last year failed.', 'June last year', '2018-06'],
    ['By February of 1940 the front was quiet.', 'February of 1940', '1940-02'],
  ],
  negatives: ['They may 1996 times over.', 'We march 1500 miles.'],
};

/** "May", "Sept." and "last June", with the sense that tells it from a name. */
export const month: Rule = {
  name: 'month',
  starts: ['month'],
  pattern: '{month:month}',
  produce: (match) => {
    const word = match.groups.month!;
    // "February 29, 2022" is no day, and nothing of it a date.
    if (/^ \d{1,2}(?: ?- ?\d{1,2})?,? \d{4}(?!\d)/.test(after(match))) return undefined;
    const dotted = match.reading.text[match.end] === '.' && word.length <= 4 && word !== 'may' ? `${word}.` : word;
    if (!isNamedMonth(match, dotted, false) && !((isCapital(match) || word.length > 4) && isAlone(match)))
      return undefined;
    return { kind: 'calendar', fields: { month: parseMonth(word) } };
  },
  examples: [
    ['Reports of a meeting in May were dismissed.', 'May', '2019-05'],
    ['It will open in September.', 'September', '2019-09'],
  ],
  negatives: [
    'May said the talks had failed.',
    'The March on Washington drew thousands.',
    'It may rain; they march.',
    'Mrs May and Mr March met.',
    'Jan de Vries won.',
  ],
};

/** "spring 2011", "the winter of 1994", "1982 summer". */
export const seasonYear: Rule = {
  name: 'season-year',
  starts: ['season', '#4'],
  needs: ['season'],
  pattern:
    '(?:{season:season}(?: of| in)?,? (?:{year:anyYear}|(?<shift>last|this|next) year)|{first:year} {second:season})',
  produce: (match) => {
    const { groups } = match;
    if (
      groups.season === 'fall' &&
      !/(?:^|in|of|the|by|since|early|late|during|until|through|[,("]) ?$/.test(before(match))
    )
      return undefined;
    const season = parseSeason(groups.season ?? groups.second!);
    const yearShift = shiftOf(groups.shift);
    return {
      meaning: {
        kind: 'calendar',
        fields: {
          season,
          ...(yearShift === undefined ? { year: parseYear(groups.year ?? groups.first!)! } : { yearShift }),
        },
      },
      article: true,
    };
  },
  examples: [
    ['Protests began in spring 2011 in Deraa.', 'spring 2011', '2011-SP'],
    ['It was lost in the winter of 1994.', 'the winter of 1994', '1994-WI'],
  ],
  negatives: ['Prices fall 2011 points.', 'A spring of 20 turns.'],
};

/** "the summer", "in autumn"; "fall" and "spring" only behind the words that make them seasons. */
export const season: Rule = {
  name: 'season',
  starts: ['season'],
  pattern: '{season:season}',
  produce: (match) => {
    const word = match.groups.season!;
    const next = tokenAfter(match);
    const adverbial =
      /(?:^|[^a-z])(?:in|of|during|by|since|until|through|throughout|into|over|for|spent|this|that|same|early|late|mid|every|each)(?: the| early| late| mid| that)?[ -]$/.test(
        before(match),
      );
    if (!adverbial && !isCapitalSeason(match)) return undefined;
    if (
      next !== undefined &&
      next.start <= match.end + 1 &&
      (next.pos === 'NOUN' || next.pos === 'PROPN' || next.lower === '-')
    )
      return undefined;
    if (
      (word === 'fall' || word === 'spring') &&
      /(?:by|since|over|until|of|through|for|into|same) $/.test(before(match)) &&
      !/(?:of|same) $/.test(before(match))
    )
      return undefined;
    if (
      word === 'fall' &&
      (/(?:for|of|by|this|that|over|since|until) the $/.test(before(match)) ||
        /^ (?:of|in|to|from|by) /.test(match.reading.text.slice(match.end, match.end + 6)))
    )
      return undefined;
    return { meaning: { kind: 'calendar', fields: { season: parseSeason(word) } }, article: true };
  },
  examples: [['They fought through the summer without gains.', 'the summer', '2019-SU']],
  negatives: [
    'Shares fall in London.',
    'The fall of Rome was long.',
    'A hot spring burst.',
    'She won at the Summer Olympics.',
  ],
};

const isCapitalSeason = (match: Parameters<typeof isCapital>[0]): boolean =>
  isCapital(match) && /(?:in|of) $/.test(before(match));
