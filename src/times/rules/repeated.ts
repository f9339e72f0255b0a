import { parseMonth, parseNumber, parseSeason, parseWeekday } from '../numbers.ts';
import type { Match, Meaning, Produced, Rule } from '../types.ts';
import { calendar, words } from '../words.ts';
import { durationValue, unitOf } from './durations.ts';
import { before, isCapital, isNamedWeekday, tokenAfter, tokenBefore } from './guards.ts';

const SEASONS = ['SP', 'SU', 'FA', 'WI'];
const pad = (n: number): string => String(n).padStart(2, '0');

/** "every Friday", "each July", "every two weeks", "once a month", "per year". */
export const every: Rule = {
  name: 'every',
  starts: ['every', 'each', 'per', 'all', 'once', 'twice', 'three', 'four', 'a', 'an'],
  needs: ['anyUnit', 'weekday', 'month', 'season', 'dayPart'],
  pattern:
    '(?:(?:every|each|any given)(?: single| other|{count2:ordinal})?(?: {count:number})?[ -](?:{weekday:weekday}(?: {part:dayPart})?|{month:month}|{season:season}|{unit:anyUnit}|{part2:dayPart})|(?<=[^a-z])per (?<per>second|minute|hour|day|week|month|year)|an? (?<rate>day|week|month|year|quarter|hour|night)(?! (?:ago|earlier|later|before|after|of|and|or|long|from)|-))',
  produce: (match): Produced | undefined => {
    const { groups } = match;
    const set = (value: string): Produced => ({ kind: 'set', value });
    const rate = groups.per ?? groups.rate;
    if (groups.rate !== undefined && !isRate(match)) return undefined;
    if (rate !== undefined) return set(durationValue(1, unitOf(rate)));
    const part = groups.part === undefined ? '' : `T${calendar.dayParts[groups.part]}`;
    if (groups.weekday !== undefined) return set(`XXXX-WXX-${parseWeekday(groups.weekday)}${part}`);
    if (groups.month !== undefined)
      return isCapital({
        ...match,
        start: match.start + match.reading.text.slice(match.start, match.end).lastIndexOf(groups.month),
      })
        ? set(`XXXX-${pad(parseMonth(groups.month))}`)
        : undefined;
    if (groups.season !== undefined) return set(`XXXX-${SEASONS[parseSeason(groups.season)]}`);
    if (groups.part2 !== undefined) return set(`XXXX-XX-XXT${calendar.dayParts[groups.part2]}`);
    const unit = unitOf(groups.unit!);
    if (unit === 'second' || unit === 'half' || unit === 'season') return undefined;
    const other = / other /.test(match.reading.text.slice(match.start, match.end)) ? 2 : 1;
    return set(durationValue((groups.count === undefined ? 1 : (parseNumber(groups.count) ?? 1)) * other, unit));
  },
  examples: [
    ['The market opens every Friday.', 'every Friday', 'XXXX-WXX-5'],
    ['They march each July.', 'each July', 'XXXX-07'],
    ['He calls every two weeks.', 'every two weeks', 'P2W'],
    ['It costs $300 million a year.', 'a year', 'P1Y'],
    ['It makes 358,000 a month for them.', 'a month', 'P1M'],
    ['There are four flights a week.', 'a week', 'P1W'],
  ],
  negatives: [
    'Each march is long.',
    'Every man left.',
    'He gave the rebels a week to leave.',
    'In 1990 a year passed.',
  ],
};

const OFTEN = /(?:^|[^a-z])(?:once|twice|thrice|times|percent|%|million|billion|thousand|hundred) $/;
/** Tokens before the counted thing among which its number must be. */
const NUMBER_WITHIN = 3;

/** "twice a week", "$35 a night", "358,000 a month", "four flights a week"; but not "in 1990 a year". */
function isRate(match: Match): boolean {
  if (OFTEN.test(before(match))) return true;
  const counted = tokenBefore(match);
  if (counted === undefined || counted.end < match.start - 1) return false;
  if (/\d$/.test(counted.lower))
    return !/^\d{4}$/.test(counted.lower) || '$\u00a3\u20ac'.includes(match.reading.text[counted.start - 1]!);
  if (!counted.lower.endsWith('s')) return false;
  const { tokens } = match.reading;
  for (let i = counted.index; i >= 0 && i >= counted.index - NUMBER_WITHIN; i--) {
    const { pos, lower, sentence } = tokens[i]!;
    if (sentence !== counted.sentence || pos === 'VERB') return false;
    if ((pos === 'NUM' || /^\d/.test(lower)) && !/^(?:1[5-9]|20)\d\d$/.test(lower)) return true;
  }
  return false;
}

/** "daily", "annual", "quarterly", "hourly": how often. */
export const adverb: Rule = {
  name: 'how-often',
  starts: ['adverb', 'bi', 'semi'],
  pattern: '{adverb:adverb}',
  produce: (match): Produced | undefined => {
    const next = tokenAfter(match);
    const inName = isCapital(match) && !/(?:^|[.?!\n"“] ?)$/.test(before(match, 2));
    // "the Daily Mail", "Annual Report"
    // "the annual report" names a kind of report; "paid annually" says how often.
    const classifies = next !== undefined && next.start <= match.end + 1 && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(next.pos);
    if (inName || classifies) return undefined;
    return { kind: 'set', value: words.sets[match.groups.adverb!]! };
  },
  examples: [['The fund pays monthly.', 'monthly', 'P1M']],
  negatives: ['He reads the Daily Mail.', 'A quarter-final.'],
};

/** "Mondays", "Tuesday nights", "weekday mornings". */
export const plural: Rule = {
  name: 'weekdays-in-general',
  starts: [
    'weekday',
    'mondays',
    'tuesdays',
    'wednesdays',
    'thursdays',
    'fridays',
    'saturdays',
    'sundays',
    'weekday',
    'weekdays',
    'weekends',
  ],
  pattern:
    '(?:(?:{first:weekday} and )?(?<day>mon|tues|wednes|thurs|fri|satur|sun)day(?:s? {part:dayPart}s|s)|(?<other>weekdays|weekends))',
  produce: (match): Produced | undefined => {
    const { groups } = match;
    if (groups.other !== undefined)
      return /(?:on|at|during|and) $/.test(before(match))
        ? { kind: 'set', value: groups.other === 'weekdays' ? 'XXXX-WXX' : 'XXXX-WXX-WE' }
        : undefined;
    const name = `${groups.day}day`;
    if (!isNamedWeekday(match, name) || !isCapital(match)) return undefined;
    const part = groups.part === undefined ? '' : `T${calendar.dayParts[groups.part]}`;
    const on = (weekday: string): Meaning => ({ kind: 'set', value: `XXXX-WXX-${parseWeekday(weekday)}${part}` });
    if (groups.first === undefined) return on(name);
    // "Monday and Tuesday nights"
    const second = match.start + groups.first.length + ' and '.length;
    const parts = [
      { start: match.start, end: match.start + groups.first.length, rule: 'weekday', meaning: on(groups.first) },
      { start: second, end: match.end, rule: 'weekday', meaning: on(name) },
    ];
    return { kind: 'list', joint: 'and', parts };
  },
  examples: [
    ['Shops close on Mondays.', 'Mondays', 'XXXX-WXX-1'],
    ['It flies on Monday and Tuesday nights.', 'Monday and Tuesday nights', 'XXXX-WXX-1TNI/XXXX-WXX-2TNI'],
  ],
  negatives: ['Ruby Tuesdayson sang.', 'Monday’s vote.'],
};
