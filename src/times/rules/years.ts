import { isDate } from '../calendar.ts';
import { parseMonth, parseOrdinal, parseSeason, parseYear } from '../numbers.ts';
import type { Draft, Match, Produced, Rule } from '../types.ts';
import { notYearAfter, notYearBefore, numbers } from '../words.ts';
import { before, tokenAfter, tokenBefore } from './guards.ts';

/** "Flight 1812", "1500 metres", "$1999", "1200.50": the words and marks beside a number that counts or names something. */
function countsSomething(match: Match): boolean {
  const [preceding, following] = [tokenBefore(match), tokenAfter(match)];
  const joint = match.reading.text[match.start - 1];
  if ((joint === '/' || joint === '-' || joint === '.') && isDigit(match.reading.text[match.start - 2])) return true;
  const near = preceding !== undefined && match.start - preceding.end <= 1;
  if (
    near &&
    (notYearAfter.has(preceding.lower.replace('.', '')) || AMOUNT.includes(match.reading.text[match.start - 1]!))
  )
    return true;
  const mark = match.reading.text[match.end];
  const digit = isDigit(match.reading.text[match.end + 1]);
  if (mark === '%' || mark === '/' || (digit && (mark === ':' || mark === '.' || mark === ','))) return true;
  if (following === undefined || following.start - match.end > 1) return false;
  if (following.lower !== '-') return notYearBefore.has(following.lower);
  const behind = match.reading.tokens[following.index + 1];
  return behind !== undefined && behind.start === following.end && notYearBefore.has(behind.lower);
}
const AMOUNT = '$\u00a3\u20ac#@/:+';
const isDigit = (mark: string | undefined): boolean => mark !== undefined && mark >= '0' && mark <= '9';

/** Before a year, the 30th of February and its like. */
const NO_DAY = /(?:feb[a-z]* (?:\d ?- ?|\d\d ?- ?)?(?:29|3\d)|(?:apr|jun|sep|nov)[a-z]* (?:\d\d? ?- ?)?31), $/;

/** "2014", "the year 2000", "'98", "nineteen ninety-six". */
export const year: Rule = {
  name: 'year',
  alone: true,
  starts: ['#4', "'", 'nineteen', 'eighteen', 'seventeen', 'sixteen', 'twenty', 'two', 'year', 'the'],
  needs: ['#4', "'", 'nineteen', 'eighteen', 'seventeen', 'sixteen', 'twenty', 'thousand'],
  pattern:
    '(?:(?<long>(?:the )?year )?{year:anyYear})(?:-(?<to>\\d{4}|\\d{2})(?!-?\\d))?(?<beyond> and beyond)?(?!-\\d)',
  produce: (match) => {
    const { groups, reading, start } = match;
    const value = parseYear(groups.year!);
    if (value === undefined) return undefined;
    if (
      groups.year!.startsWith("'") &&
      groups.long === undefined &&
      !/(?:of|in|since|class|until|from|and|by|,|-) $/.test(before(match))
    )
      return undefined;
    if (groups.long === undefined && /^\d/.test(groups.year!)) {
      if (
        value < 1200 &&
        !/(?:^|[^a-z])(?:in|since|until|by|year|from|around|circa|before|after|of) $/.test(before(match, 12))
      )
        return undefined;
      if (
        reading.text[start - 1] === '-' &&
        !/(?:mid|early|late|pre|post|[a-z]\.?|\d{4}|[^a-z0-9] ?)-$/.test(before(match))
      )
        return undefined;
      if (/[.,-] ?/.test(before(match, 1)) && /\d ?[.,-]$/.test(before(match, 3)) && !/\d{4}-$/.test(before(match, 5)))
        return undefined;
      if (
        countsSomething(match) ||
        (/(?:^|[^a-z])[a-z]{3,9} \d{1,2}(?: ?- ?\d{1,2})?, $/.test(before(match)) && NO_DAY.test(before(match)))
      )
        return undefined;
      // "2,000 people": a round thousand counts something unless a preposition of time stands before it.
      if (value % 1000 === 0 && tokenAfter(match)?.pos === 'NOUN' && tokenAfter(match)!.lower.endsWith('s'))
        return undefined;
    } else if (groups.long === undefined && /^two/.test(groups.year!)) {
      if (!/thousand and/.test(groups.year!) || !/(?:^|[^a-z])(?:in|since|until|from|by|to|of) $/.test(before(match)))
        return undefined;
    }
    if (groups.to !== undefined) return yearRange(match, value, groups.to);
    return { meaning: { kind: 'calendar', fields: { year: value } }, ...(groups.beyond && { mod: 'ON_OR_AFTER' }) };
  },
  examples: [
    ['The conflict broke out back in 2014.', '2014', '2014'],
    ['By the year 2000 it was gone.', 'the year 2000', '2000'],
    ['He moved there in nineteen ninety-six.', 'nineteen ninety-six', '1996'],
    ['The war of 1914–18 changed Europe.', '1914–18', '1914/1918'],
  ],
  negatives: [
    'It cost $2014 to run.',
    'Flight 1812 was late.',
    'About 2000 people marched.',
    'She ran 1500 metres.',
    'Room 1984 is free.',
    'Phone 555-1996 now.',
  ],
};

function yearRange(match: Match, from: number, written: string): Produced | undefined {
  const to = written.length === 4 ? Number(written) : Math.floor(from / 100) * 100 + Number(written);
  // "2014-04" is a month, as ISO 8601 writes it.
  if (to <= from) {
    const month = Number(written);
    return written.length === 2 && month >= 1 && month <= 12
      ? { kind: 'calendar', fields: { year: from, month } }
      : undefined;
  }
  const split = match.start + match.reading.text.slice(match.start, match.end).lastIndexOf('-');
  const part = (start: number, end: number, year: number): Draft => ({
    start,
    end,
    rule: 'year',
    meaning: { kind: 'calendar', fields: { year } },
  });
  return { kind: 'list', joint: 'range', parts: [part(match.start, split, from), part(split + 1, match.end, to)] };
}

/** "219 BC", "AD 79", "44 B.C." */
export const eraYear: Rule = {
  name: 'era-year',
  starts: ['#', 'ad', 'a', 'month', 'season'],
  needs: ['bc', 'ad'],
  pattern:
    '(?:(?:(?:(?<day>\\d{1,2}) )?{month:month}(?: (?<day2>\\d{1,2}),?)? |{season:season} (?:of )?|(?<from>\\d{1,4})(?: ?- ?| (?:and|or|to) ))?(?<year>\\d{1,4}) (?:{bc:bc}|{ad:ad})|(?:ad|a\\.d\\.) (?<after>\\d{1,4}))',
  produce: (match) => {
    const { groups, reading, start, end } = match;
    const digits = groups.year ?? groups.after!;
    if (!/^\d{1,4}$/.test(digits.replace(',', '')) || !/BC|AD|CE|B\.|A\.|C\./.test(reading.source.slice(start, end)))
      return undefined;
    const value = Number(digits.replace(',', ''));
    if (value === 0) return undefined;
    // Astronomical years: 1 BC is the year 0.
    const astronomical = (years: number) => (groups.bc === undefined ? years : 1 - years);
    const year = astronomical(value);
    if (groups.month !== undefined) {
      const day = groups.day ?? groups.day2;
      const month = parseMonth(groups.month);
      if (day !== undefined && !isDate(year, month, Number(day))) return undefined;
      return { kind: 'calendar', fields: { year, month, ...(day !== undefined && { day: Number(day) }) } };
    }
    if (groups.season !== undefined)
      return { meaning: { kind: 'calendar', fields: { year, season: parseSeason(groups.season) } }, article: true };
    if (groups.from === undefined) return { kind: 'calendar', fields: { year } };
    const split = start + groups.from.length;
    const part = (from: number, to: number, of: number): Draft => ({
      start: from,
      end: to,
      rule: 'era-year',
      meaning: { kind: 'calendar', fields: { year: of } },
    });
    const text = reading.text.slice(start, end);
    const parts = [
      part(start, split, astronomical(Number(groups.from))),
      part(start + text.lastIndexOf(groups.year!), end, year),
    ];
    return { kind: 'list', joint: /(?:and|or) /.test(text) ? 'and' : 'range', parts };
  },
  examples: [
    ['Hannibal marched in 218 BC.', '218 BC', 'BC0218'],
    ['Vesuvius erupted in AD 79.', 'AD 79', '0079'],
  ],
  negatives: ['He scored 20 ad libs.', 'They flew to Vancouver, BC.'],
};

/** "the 1990s", "the '80s", "the nineties". */
export const decade: Rule = {
  name: 'decade',
  starts: ['#2', '#4', "'", 'decadeWord', 'nineteen', 'eighteen', 'twenty'],
  needs: ['s', "'s", 'decadeWord'],
  pattern:
    "(?:(?<four>(?:1\\d|20)\\d0)'?s|(?<bcTens>[1-9]\\d?0)s (?:bc|b\\.c\\.)|'?(?<two>[1-9]0)'?s|(?:(?<spoken>nineteen|eighteen|twenty)~)?{word:decadeWord})",
  produce: (match) => {
    const { groups } = match;
    if (groups.bcTens !== undefined)
      return { meaning: { kind: 'calendar', fields: { decade: -(Number(groups.bcTens) / 10) - 1 } }, article: true };
    if (groups.four !== undefined) {
      const value = Number(groups.four);
      return {
        meaning: {
          kind: 'calendar',
          fields: value % 100 === 0 && value < 2000 ? { century: value / 100 } : { decade: value / 10 },
        },
        article: true,
      };
    }
    if (groups.spoken !== undefined) {
      const hundreds = numbers.cardinals[groups.spoken]!;
      return {
        meaning: { kind: 'calendar', fields: { decade: hundreds * 10 + numbers.decades[groups.word!]! / 10 } },
        article: true,
      };
    }
    if (groups.word === 'tens') return undefined;
    if (
      !/(?:^|[^a-z])the (?:early |late |mid[ -])?$/.test(before(match)) ||
      /(?:his|her|their|my|in the (?:low|mid|high|upper|lower)) $/.test(before(match))
    )
      return undefined;
    const tens = groups.two === undefined ? numbers.decades[groups.word!]! / 10 : Number(groups.two) / 10;
    return { meaning: { kind: 'calendar', fields: { decade: tens } }, article: true };
  },
  examples: [
    ['It boomed in the 1990s.', 'the 1990s', '199'],
    ["Prices rose in the '80s.", "the '80s", '198'],
    ['It spread in the nineties.', 'the nineties', '199'],
  ],
  negatives: ['She is in her thirties.', 'He is in his 80s.', 'A man in his early 20s fled.', 'Some 90s are cards.'],
};

/** "the 20th century", "the nineteenth century", "the fifth century BC". */
export const century: Rule = {
  name: 'century',
  starts: ['#2', 'ordinalWord'],
  needs: ['century', 'centuries', 'c'],
  pattern: '{nth:ordinal}(?:~(?:century|centuries|c\\.))(?:,? {bc:bc})?',
  produce: ({ groups }) => {
    const nth = parseOrdinal(groups.nth!);
    if (nth === undefined || nth < 1 || nth > 30) return undefined;
    return {
      meaning: { kind: 'calendar', fields: { century: groups.bc === undefined ? nth - 1 : -nth } },
      article: true,
    };
  },
  examples: [['A house of the nineteenth century burned.', 'the nineteenth century', '18']],
  negatives: [
    'His 20th century at Lord’s was his best, the 99th century overall.'.replace('20th', '31st'),
    'The third cent was lost.',
  ],
};
