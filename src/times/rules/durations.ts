import { parseNumber, parseOrdinal } from '../numbers.ts';
import type { CountedUnit, Match, Produced, Rule } from '../types.ts';
import { units } from '../words.ts';
import { after, before, isCapital, tokenAfter, tokenBefore } from './guards.ts';

const LETTERS: Readonly<Record<string, readonly [string, number]>> = {
  second: ['TS', 1],
  minute: ['TM', 1],
  hour: ['TH', 1],
  day: ['D', 1],
  night: ['D', 1],
  week: ['W', 1],
  weekend: ['WE', 1],
  fortnight: ['W', 2],
  month: ['M', 1],
  season: ['S', 1],
  quarter: ['Q', 1],
  half: ['H', 1],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
  millennium: ['Y', 1000],
};
const PARTS: Readonly<Record<string, readonly [string, number]>> = {
  Y: ['M', 12],
  D: ['TH', 24],
  TH: ['TM', 60],
  TM: ['TS', 60],
};
const VAGUE: Readonly<Record<string, string>> = { century: 'XC', millennium: 'XL' };

export const unitOf = (word: string): CountedUnit => units.get(word) as CountedUnit;

/** ISO 8601 duration as TIMEX3 writes it: the unit that the text names is kept, a fraction goes to the next smaller one. */
export function durationValue(count: number, unit: CountedUnit): string {
  const [letter, factor] = LETTERS[unit]!;
  const amount = count * factor;
  const [smaller, ratio] = PARTS[letter] ?? [];
  const whole = Math.floor(amount);
  const time = letter.startsWith('T') ? 'T' : '';
  const bare = letter.replace('T', '');
  const rest = ratio === undefined ? 0 : Math.round((amount - whole) * ratio);
  if (smaller === undefined || rest === 0 || rest === ratio)
    return `P${time}${rest > 0 ? whole + 1 : Math.round(amount * 100) / 100}${bare}`;
  const begun = whole === 0 ? '' : `${whole}${bare}`;
  const mark = time === '' && smaller.startsWith('T') ? 'T' : '';
  return `P${time}${begun}${mark}${rest}${smaller.replace('T', '')}`;
}
export const vagueDuration = (unit: CountedUnit): string => {
  const letter = LETTERS[unit]![0];
  return `P${letter.startsWith('T') ? 'T' : ''}${VAGUE[unit] ?? `X${letter.replace('T', '')}`}`;
};

const AGE_AFTER = /^(?:[ -]olds?(?![a-z])| of age)/;
const AGE_BEFORE: ReadonlySet<string> = new Set(['age', 'aged', 'turned']);
const CONTENT =
  /^ of (?:video|music|footage|audio|tape|film|programming|programmes?|recordings?|talk(?!s)|battery|playback)/;

/** "twenty years", "two-week", "a minute and a half", "18 more months", "half an hour". */
export const counted: Rule = {
  name: 'counted-duration',
  starts: ['#', 'cardinal', 'multiplier', 'a', 'an', 'half', 'dozens', 'couple'],
  needs: ['anyUnit'],
  pattern:
    '(?:an? {one:anyUnit}(?<orTwo> or (?:two|so))(?! ago| later| earlier)|{count:number}(?<to> ?- ?{number}| (?:to|or) {number})?(?:~|(?<=\\d)| more | full | straight | consecutive | additional | long | whole | extra | solid | upcoming | coming | next | past | previous | last )(?:calendar |working |business )?{unit:anyUnit}(?<half> and (?:a )?(?:half(?! an)|quarter(?! of)))?|{single:anyUnit}-and-a-half)(?:[ -]long)?',
  produce: (match): Produced | undefined => {
    const { groups, reading, start, end } = match;
    const unit = unitOf(groups.unit ?? groups.single ?? groups.one!);
    if (groups.one !== undefined)
      return { meaning: { kind: 'duration', value: durationValue(1, unit) }, mod: 'APPROX' };
    if (groups.single !== undefined) return { kind: 'duration', value: durationValue(1.5, unit) };
    const number = parseNumber(groups.count!);
    // "3 h", but not "an H"
    if (groups.unit === 'h' && !/\d$/.test(groups.count!)) return undefined;
    if (number === undefined || /\d[:.]$/.test(before(match, 2))) return undefined;
    const text = reading.text.slice(start, end);
    // "the four previous weeks", but "$3 million last year"
    const directed = / (?:upcoming|coming|next|past|previous|last) /.test(text);
    if (directed && (!/s$/.test(text) || /million|billion/.test(groups.count!))) return undefined;
    const article = /^an? /.test(text);
    const capital = isCapital(match) && /[A-Z]\S* [A-Z]/.test(reading.source.slice(start, end));
    // "Six-Day War" is a name, "a second" an ordinal, "a 26-year-old" an age, "one day" is some day.
    if (unit === 'season' || unit === 'half' || unit === 'weekend' || (unit === 'second' && (article || number === 1)))
      return undefined;
    if (
      unit === 'quarter' &&
      (number === 1 || /half|quarter/.test(groups.count!) || /^ (?:of|million)/.test(after(match)))
    )
      return undefined;
    const next = tokenAfter(match)?.lower;
    // Sixty hours of video are a size.
    if (next === 'of' && CONTENT.test(after(match))) return undefined;
    if (
      (next === 'old' || next === 'of' || next === 'olds' || next === '-') &&
      unit === 'year' &&
      AGE_AFTER.test(after(match))
    )
      return undefined;
    if (AGE_BEFORE.has(tokenBefore(match)?.lower ?? '')) return undefined;
    if (capital && next === 'war') return undefined;
    if (number === 0.5 && unit === 'year') return { kind: 'duration', value: 'P6M' };
    const count = groups.half === undefined ? number : number + (groups.half.endsWith('quarter') ? 0.25 : 0.5);
    const approximate = groups.to !== undefined || /couple|dozens/.test(groups.count!);
    return {
      meaning: { kind: 'duration', value: durationValue(count, unit) },
      ...(approximate && { mod: 'APPROX' }),
      ...(directed && { article: true }),
    };
  },
  examples: [
    ['They fought for twenty years.', 'twenty years', 'P20Y'],
    ['A two-week truce began.', 'two-week', 'P2W'],
    ['They signed after nine days of talks.', 'nine days', 'P9D'],
    ['He waited a minute and a half.', 'a minute and a half', 'PT1M30S'],
    ['It lasted 2 1/2 years.', '2 1/2 years', 'P2Y6M'],
  ],
  negatives: [
    'The 34-year-old driver fled.',
    'He is 34 years old.',
    'A second man died.',
    'A quarter of the town burned.',
  ],
};

/** "several days", "many years", "a few weeks", "years", "weeks or months". */
export const vague: Rule = {
  name: 'vague-duration',
  starts: [
    'a',
    'an',
    'vague',
    'dozens',
    'hundreds',
    'thousands',
    'tens',
    'days',
    'weeks',
    'months',
    'years',
    'decades',
    'centuries',
    'hours',
    'minutes',
    'seconds',
    'recent',
    'coming',
    'future',
  ],
  needs: ['anyUnit'],
  pattern:
    '(?:{number:vagueNumber}~(?:more |short |long |brief |recent )?{unit:anyUnit}|(?<bare>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?<or> (?:or|and) (?:even )?(?:minutes|hours|days|weeks|months|years|decades|centuries))?(?:-long)?|(?<near>recent|coming|future|subsequent|intervening) (?<plural>days|weeks|months|quarters|years|decades|hours)(?: (?:and|or) (?:weeks|months|years))?)',
  produce: (match): Produced | undefined => {
    const { groups } = match;
    const unit = unitOf(groups.unit ?? groups.bare ?? groups.plural!);
    if (unit === 'season' || unit === 'half' || unit === 'weekend') return undefined;
    const hyphened = match.reading.text[match.end - (groups.unit?.length ?? 0) - 1] === '-';
    if (groups.number !== undefined && !hyphened && !/s$|i$|a$/.test(groups.unit!)) return undefined;
    if (/^(?:[ -]old)/.test(after(match))) return undefined;
    if (groups.bare !== undefined && !bareIsDuration(match)) return undefined;
    if (groups.near !== undefined && /(?:the|his|her|their|its) most $/.test(before(match))) return undefined;
    if (groups.near === 'recent') return { kind: 'reference', value: 'PAST_REF' };
    if (groups.near === 'coming' || groups.near === 'future') return { kind: 'reference', value: 'FUTURE_REF' };
    return { kind: 'duration', value: vagueDuration(unit) };
  },
  examples: [
    ['It was quiet for several days.', 'several days', 'PXD'],
    ['Talks dragged on for years.', 'years', 'PXY'],
    ['He left after a several-year stay.', 'several-year', 'PXY'],
    ['Taxes will fall in future quarters.', 'future quarters', 'FUTURE_REF'],
  ],
  negatives: ['In days of old it was so.', 'Many happy returns.', 'Office hours are posted.', 'The teenage years.'],
};

function bareIsDuration(match: Match): boolean {
  const preceding = before(match, 16);
  const next = tokenAfter(match);
  if (
    /^(?: of (?:old|the)|'|-)/.test(after(match)) &&
    match.groups.or === undefined &&
    !/long/.test(match.reading.text.slice(match.start, match.end))
  )
    return false;
  if (/long$/.test(match.reading.text.slice(match.start, match.end))) return true;
  if (match.groups.or !== undefined) return true;
  if (
    /(?:^|[^a-z])(?:for|in|within|after|over|takes?|took|last|lasted|spent|spend|until|mere|follows|through|by) $/.test(
      preceding,
    )
  )
    return next?.pos !== 'NOUN' || !/(?:in|by|over|last) $/.test(preceding);
  return /^ (?:of (?:fighting|war|talks|negotiations|work|delay|denial|conflict|violence|unrest|protest|bloodshed|speculation|debate))/.test(
    after(match),
  );
}

/** "the past two years", "the next 18 months", "the last few weeks", "the first nine months". */
export const anchored: Rule = {
  name: 'anchored-duration',
  starts: [
    'last',
    'past',
    'next',
    'previous',
    'coming',
    'upcoming',
    'following',
    'first',
    'early',
    'final',
    'preceding',
    'latest',
    'year',
    'subsequent',
    'the',
    'another',
    'an',
    'initial',
    'opening',
    'nine',
    'six',
    'three',
  ],
  needs: ['anyUnit'],
  pattern:
    '(?:(?<dir>last|past|next|previous|coming|upcoming|following|preceding|subsequent|first|early|final|latest|year~earlier|another|initial|opening|closing)(?<dir2> (?:and|or) (?:last|next|past))? (?:(?:{count:number}(?<to> (?:to|or) {number})?|{some:vagueNumber})(?: |(?<=\\d))(?:or so |calendar |fiscal |full |straight |consecutive |trading |working |business )?{unit:anyUnit}|{bare:anyUnit})|(?<=the )(?<months>nine|six|three|9|6|3)[ -]months?)(?<fromYear> of (?:{year:year}|this year|last year|next year))?',
  produce: (match): Produced | undefined => {
    const { groups } = match;
    if (groups.months !== undefined) {
      if (/^(?: (?:since|after|before|between|following|from)|-)/.test(after(match))) return undefined;
      return {
        meaning: { kind: 'duration', value: `P${parseNumber(groups.months)!}M` },
        article: true,
        end: match.end - (groups.fromYear?.length ?? 0),
      };
    }
    const end = match.end - (groups.fromYear?.length ?? 0);
    const unit = unitOf(groups.unit ?? groups.bare!);
    const text = match.reading.text.slice(match.start, match.end);
    if (groups.bare !== undefined) {
      if (
        !/s$|centuries$/.test(groups.bare) ||
        !/^(?:past|last|next|following|preceding|previous|final|first|early)$/.test(groups.dir!)
      ) {
        // "the past year" spans twelve months, "the last year" may be the year before.
        if (groups.dir === 'past' && /^(?:year|month|week|decade|century|quarter|day|hour|season|half)$/.test(unit)) {
          if (!/the $/.test(before(match)) || unit === 'season' || unit === 'half') return undefined;
          return { meaning: { kind: 'duration', value: durationValue(1, unit) }, article: true };
        }
        return undefined;
      }
      if (unit === 'season' || unit === 'half') return undefined;
      if (/^ of /.test(after(match)) && groups.dir === 'final') return undefined;
      return { meaning: { kind: 'duration', value: vagueDuration(unit) }, article: true, end };
    }
    if (unit === 'half' || /^(?:[ -]old)/.test(after(match))) return undefined;
    if (groups.some !== undefined)
      return { meaning: { kind: 'duration', value: vagueDuration(unit) }, article: true, end };
    const count = parseNumber(groups.count!);
    if (count === undefined || (/^an?$/.test(groups.count!) && groups.dir !== 'another')) return undefined;
    if (groups.dir === 'another' && parseOrdinal(text) !== undefined) return undefined;
    if (unit === 'season') return undefined;
    return {
      meaning: { kind: 'duration', value: durationValue(count, unit) },
      article: true,
      end,
      ...((groups.to !== undefined || /couple/.test(groups.count!)) && { mod: 'APPROX' }),
    };
  },
  examples: [
    ['It grew over the past two years.', 'the past two years', 'P2Y'],
    ['She starts within the next few weeks.', 'the next few weeks', 'PXW'],
    ['In his first 100 days in office he failed.', 'first 100 days', 'P100D'],
    ['Many fell in the first hours.', 'the first hours', 'PTXH'],
  ],
  negatives: ['The first two men died.', 'He came last.', 'The next man won.'],
};
