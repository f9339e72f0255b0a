import { isDate } from '../calendar.ts';
import { parseMonth, parseSeason, parseWeekday } from '../numbers.ts';
import type { Groups, Produced, Rule, Unit } from '../types.ts';
import { calendar } from '../words.ts';
import { durationValue } from './durations.ts';
import { after, before, isCapital, tokenAfter } from './guards.ts';

const DAYS: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  tonite: 0,
  yesterday: -1,
  tomorrow: 1,
  tmrw: 1,
  tmr: 1,
};

/** "today", "yesterday morning", "the day before yesterday", "tonight". */
export const nearDay: Rule = {
  name: 'near-day',
  starts: ['today', 'yesterday', 'tomorrow', 'tmrw', 'tmr', 'tonight', 'tonite', 'day', 'the'],
  needs: ['today', 'tonight', 'tonite', 'yesterday', 'tomorrow', 'tmrw', 'tmr'],
  pattern:
    '(?:(?:the )?day (?<side>before|after) )?(?<day>today|tonight|tonite|yesterday|tomorrow|tmrw|tmr)(?: {part:dayPart})?',
  produce: (match) => {
    const { groups } = match;
    // "two days after tomorrow" counts from tomorrow.
    if (groups.side !== undefined && /(?:\d|one|two|three|four|five|six|seven|eight|nine|ten) $/.test(before(match, 8)))
      return undefined;
    const day = DAYS[groups.day!]! + (groups.side === 'before' ? -1 : groups.side === 'after' ? 1 : 0);
    if (
      /(?:usa|financial times|from|doctor|psychology|history|russia) $/.test(before(match)) &&
      match.reading.source[match.start] === 'T' &&
      /[A-Z]\w* $/.test(match.reading.source.slice(Math.max(0, match.start - 8), match.start))
    )
      return undefined;
    const part = /^toni/.test(groups.day!) ? 'NI' : groups.part && calendar.dayParts[groups.part];
    return {
      kind: 'offset',
      unit: 'day',
      count: day,
      from: 'publication',
      ...(part && { time: { code: `T${part}` } }),
    };
  },
  examples: [
    ['He left yesterday for Rome.', 'yesterday', '2019-06-11'],
    ['They vote tomorrow morning.', 'tomorrow morning', '2019-06-13TMO'],
    ['It fell the day before yesterday.', 'the day before yesterday', '2019-06-10'],
  ],
  negatives: ['He told USA Today so.', 'Yesterdays are gone.'],
};

/** "this morning", "last night", "later this afternoon". */
export const nearPart: Rule = {
  name: 'near-part-of-day',
  starts: ['this', 'last', 'next', 'that', 'the'],
  needs: ['dayPart'],
  pattern: '(?:(?<dir>this|last|next|that same|that|the same|the next|the following|the previous) {part:dayPart})',
  produce: ({ groups }) => {
    const context = !/^(?:this|last|next)$/.test(groups.dir!);
    if (groups.dir === 'last' && !/^(?:night|evening)$/.test(groups.part!)) return undefined;
    const count = /next|following/.test(groups.dir!) ? 1 : /previous|last/.test(groups.dir!) ? -1 : 0;
    return {
      kind: 'offset',
      unit: 'day',
      count,
      from: context ? 'context' : 'publication',
      time: { code: `T${calendar.dayParts[groups.part!]}` },
    };
  },
  examples: [
    ['She resigned this morning.', 'this morning', '2019-06-12TMO'],
    ['Shots rang out last night.', 'last night', '2019-06-11TNI'],
  ],
  negatives: ['The last night of the Proms was loud.'.replace('last night', 'final night')],
};

/** The first one ahead, where "next Friday" is that of next week. */
const COMING = 2;
const DIRECTIONS: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  current: 0,
  'this past': -1,
  'this coming': COMING,
  coming: COMING,
  upcoming: COMING,
  'this upcoming': COMING,
  next: 1,
  following: 1,
  'this same': 0,
};

const SHORT: Readonly<Record<string, Unit>> = { 'week-end': 'weekend', wkend: 'weekend', qtr: 'quarter', yr: 'year' };

/** "last week", "next year", "this month", "the current year". Anaphoric ones are another rule. */
export const nearUnit: Rule = {
  name: 'near-unit',
  starts: ['last', 'this', 'next', 'current', 'coming', 'upcoming', 'previous', 'past', 'the'],
  needs: ['anyUnit', 'wkend'],
  pattern:
    '(?<the>the )?(?<dir>last|this past|this coming|this|next|current|coming|upcoming|previous|past) (?<fiscal>fiscal )?(?<unit>week|weekend|month|quarter|year|decade|century|day|week-end|wkend|qtr|yr)(?!-)(?! (?:old|earlier))',
  produce: (match): Produced | undefined => {
    const { groups } = match;
    const unit = SHORT[groups.unit!] ?? (groups.unit as Unit);
    const count = Math.min(DIRECTIONS[groups.dir!]!, 1);
    if (groups.unit === 'quarter') return undefined;
    // "the past week" is a span, "the previous month" that before the one spoken of.
    if (
      /^(?:past|previous)$/.test(groups.dir!) &&
      (/(?:^|[^a-z])the $/.test(before(match)) || groups.the || unit === 'day')
    )
      return undefined;
    // The programme "This Week", the magazine "The Week".
    if (/[A-Z]\w* [A-Z]/.test(match.reading.source.slice(match.start, match.end))) return undefined;
    if (/^ of /.test(after(match)) && (groups.the !== undefined || / the $/.test(before(match)))) return undefined;
    if (unit === 'day')
      return groups.dir === 'this' && /(?:to|of|until) $/.test(before(match))
        ? { kind: 'reference', value: 'PRESENT_REF' }
        : groups.dir === 'next' || groups.dir === 'this'
          ? { kind: 'offset', unit, count, from: 'context' }
          : undefined;
    // "the last decade" is a span of time, "the next year" the one after what was told.
    if (groups.the !== undefined && unit !== 'week' && groups.dir === 'last' && /decade|century/.test(unit))
      return { kind: 'duration', value: durationValue(1, unit) };
    return {
      kind: 'offset',
      unit,
      count,
      from: groups.the !== undefined && groups.dir === 'next' ? 'context' : 'publication',
      ...(groups.fiscal && unit === 'year' && { fields: { fiscal: 'unknown' } }),
    };
  },
  examples: [
    ['He resigned last week.', 'last week', '2019-W23'],
    ['Sales fell this year.', 'this year', '2019'],
    ['The vote is next month.', 'next month', '2019-07'],
  ],
  negatives: ['In the last week of the war it rained.', 'It will last weeks.'],
};

/** "last Friday", "next June", "this summer", "this coming Sunday". */
export const nearName: Rule = {
  name: 'near-name',
  starts: ['last', 'this', 'next', 'past', 'coming', 'upcoming', 'previous', 'current', 'the'],
  needs: ['weekday', 'month', 'season'],
  pattern:
    '(?:the )?(?<dir>last|this past|this coming|this upcoming|this|next|past|coming|upcoming|following|previous|current) (?:{weekday:weekday}(?: {part:dayPart})?|{month:month}|{season:season})(?:,? (?<day>\\d{1,2})(?!\\d|:))?',
  produce: (match): Produced | undefined => {
    const { groups, reading, start, end } = match;
    const direction = DIRECTIONS[groups.dir!]!;
    const time = groups.part === undefined ? {} : { time: { code: `T${calendar.dayParts[groups.part]}` } };
    const meaning = (fields: object): Produced => ({ kind: 'calendar', fields: { ...fields, direction }, ...time });
    // "the previous Friday" is the one before the day spoken of.
    if (/^(?:following|previous)$/.test(groups.dir!) && (groups.weekday ?? groups.month) !== undefined)
      return groups.day !== undefined || !isCapital({ ...match, start: end - nameLength(groups) })
        ? undefined
        : {
            kind: 'offset',
            unit: groups.weekday === undefined ? 'month' : 'day',
            count: 0,
            from: 'context',
            fields:
              groups.weekday === undefined
                ? { month: parseMonth(groups.month!), direction }
                : { weekday: parseWeekday(groups.weekday), direction },
            ...time,
          };
    const named = groups.weekday ?? groups.month;
    const letter = reading.source[end - (groups.day === undefined ? (named?.length ?? 1) : 0)];
    if (groups.weekday !== undefined)
      return {
        meaning: { kind: 'calendar', fields: { weekday: parseWeekday(groups.weekday), direction }, ...time },
        end: groups.day === undefined ? end : end - /,? \d+$/.exec(reading.text.slice(start, end))![0].length,
      };
    if (groups.month !== undefined) {
      if (
        groups.day === undefined &&
        letter !== letter?.toUpperCase() &&
        /^(?:may|march|mar|jan|dec|sep|jun)$/.test(groups.month)
      )
        return undefined;
      if (groups.day !== undefined && !isDate(2000, parseMonth(groups.month), Number(groups.day))) return undefined;
      return meaning({ month: parseMonth(groups.month), ...(groups.day && { day: Number(groups.day) }) });
    }
    if (groups.season === 'fall' && tokenAfter(match)?.pos === 'NOUN') return undefined;
    if (start < 0 || groups.day !== undefined) return undefined;
    return meaning({ season: parseSeason(groups.season!) });
  },
  examples: [
    ['They met last Friday.', 'last Friday', '2019-06-07'],
    ['It opens next June.', 'next June', '2020-06'],
    ['Fires raged this summer.', 'this summer', '2019-SU'],
    ['It rose on 7 May 2019, up from the previous Friday.', 'the previous Friday', '2019-05-03'],
  ],
  negatives: ['This may fail.', 'The next march is on.'],
};

/** Length of the name with the part of the day behind it. */
const nameLength = ({ weekday, month, part }: Groups): number =>
  (weekday ?? month)!.length + (part === undefined ? 0 : part.length + 1);

/** "the weekend". */
export const weekend: Rule = {
  name: 'weekend',
  starts: ['the', 'weekend'],
  needs: ['weekend'],
  pattern: '(?<=(?:over|during|for|at|on|by|through|of) )the weekend(?! of)|(?<=(?:at|over) )weekend(?= *[,.])',
  produce: () => ({ kind: 'calendar', fields: { weekday: 8 } }),
  examples: [['They met over the weekend.', 'the weekend', '2019-W23-WE']],
  negatives: ['A weekend in Rome is short.'],
};

/** "year-end", "year's end", "the year-end", "month-end", "midyear". */
export const unitEnd: Rule = {
  name: 'end-of-unit',
  starts: ['year', 'month', 'mid', 'midyear', 'quarter', 'yearend', 'eod', 'eom', 'eoy', 'end', 'start', 'beginning'],
  pattern:
    "(?:(?<unit>year|month|quarter|week)(?:-| |'s )end|mid[ -]?(?<mid>year|month|week)|eo(?<short>[dmy])|(?<part>end|start|beginning) of (?<bare>day|week|month|year)(?!-))(?: {year:year})?",
  produce: (match): Produced | undefined => {
    const { groups } = match;
    // "the beginning of Year One"
    if (groups.bare !== undefined && / [A-Z]\w+$/.test(match.reading.source.slice(match.start, match.end)))
      return undefined;
    // "EOM", but not Mr. Eom
    if (groups.short !== undefined && /[A-Z][a-z]/.test(match.reading.source.slice(match.start, match.end)))
      return undefined;
    const letter = groups.short && ({ d: 'day', m: 'month', y: 'year' } as const)[groups.short];
    const unit = (groups.unit ?? groups.mid ?? groups.bare ?? letter) as Unit;
    const mod = groups.mid !== undefined ? 'MID' : /^[sb]/.test(groups.part ?? '') ? 'START' : 'END';
    if (groups.year !== undefined && unit === 'year')
      return { meaning: { kind: 'calendar', fields: { year: Number(groups.year) } }, mod };
    return { meaning: { kind: 'offset', unit, count: 0, from: 'publication' }, mod };
  },
  examples: [["The work ends by year's end.", "year's end", '2019']],
  negatives: ['The years end in tears.'],
};
