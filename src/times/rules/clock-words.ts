import { parseNumber } from '../numbers.ts';
import type { Draft, Meaning, Produced, Rule } from '../types.ts';
import { pad, ZONE, zoneOf } from './clock.ts';
import { after, before, opens } from './guards.ts';

/** Clock times that are no numbers with a colon: half past seven, at eight tonight, from three to four. */

const timeOnly = (hour: number, minute = 0, zone?: string): Meaning => ({
  kind: 'calendar',
  fields: {},
  time: { code: `T${pad(hour)}:${pad(minute)}`, ...zoneOf(zone) },
});
const hour24 = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
/** "11 at night", "3 in the afternoon" */
const hourIn = (hour: number, part: string | undefined): number =>
  hour < 12 && (/^(?:after|even)/.test(part ?? '') || (part === 'night' && hour > 4)) ? hour + 12 : hour;
const HALF = '(?:a\\.?m\\.?|p\\.?m\\.?)';

const DAY_BEFORE =
  /(?:today|tonight|tomorrow|yesterday|morning|afternoon|evening|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)|\d(?:st|nd|rd|th)|days?|[a-z]{3,9}\.? ?\d{1,2}|\d{4}|\d\/\d{1,2}),? (?:at|@|around|about|by|after|before|from|until|till) $/;
const DAY_BEHIND =
  /^ (?:tonight|tomorrow|yesterday|today|this (?:morning|afternoon|evening)|(?:in the|on \w+day|\w+day) (?:morning|afternoon|evening)|last night|(?:in the|at) (?:morning|afternoon|evening|night)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)(?![a-z])/;

/** "half past seven", "a quarter to nine", "20 minutes past 3 p.m.", "five to noon". */
export const pastTheHour: Rule = {
  name: 'past-the-hour',
  starts: ['half', 'quarter', '#2', 'cardinal'],
  needs: ['past', 'to', 'till', 'after', 'before'],
  pattern: `(?:(?<part>half|(?:a )?quarter)|(?:{word:cardinal}|(?<n>[0-5]?\\d))(?<minutes> min(?:ute)?s?)?) (?<side>past|to|till|after|before) (?:(?<h>\\d{1,2})|{hour:cardinal}|(?<mid>noon|midnight))(?: ?(?<half>${HALF})| o'clock)?${ZONE}`,
  produce: (match): Produced | undefined => {
    const { groups, reading, start, end } = match;
    const named = /noon|midnight|[ap]\.?m\.?|clock/.test(reading.text.slice(start, end));
    // "Five to ten" is a score; "half past seven" is nothing but a time.
    if (!named && groups.part === undefined && !(groups.side === 'past' && groups.minutes !== undefined))
      return undefined;
    if (groups.part === 'half' && groups.side !== 'past') return undefined;
    if (
      groups.side !== 'past' &&
      groups.part !== undefined &&
      !named &&
      !/(?:at|by|until|about|around) (?:a )?$/.test(before(match))
    )
      return undefined;
    const minutes =
      groups.part === undefined ? Number(groups.n ?? parseNumber(groups.word!)) : groups.part === 'half' ? 30 : 15;
    const hour =
      groups.mid === undefined ? Number(groups.h ?? parseNumber(groups.hour!)) : groups.mid === 'noon' ? 12 : 24;
    if (minutes > 59 || hour > 24 || (groups.half !== undefined && hour > 12)) return undefined;
    const ahead = groups.side === 'past' || groups.side === 'after';
    const total = hour24(hour, groups.half) * 60 + (ahead ? minutes : -minutes);
    const whole = (total + 1440) % 1440;
    return timeOnly(Math.floor(whole / 60), whole % 60, groups.zone);
  },
  examples: [
    ['She left at half past seven.', 'half past seven', '2019-06-12T07:30'],
    ['It rang at a quarter to noon.', 'quarter to noon', '2019-06-12T11:45'],
  ],
  negatives: ['They lost five to ten.', 'He cut it from a quarter to ten percent.', 'Half to one in ten fled.'],
};

/** "tonight at 8", "at 9 tomorrow morning", "at 3 in the afternoon": the hour beside its day. */
export const hourOfDay: Rule = {
  name: 'hour-of-day',
  alone: true,
  starts: ['#2', 'cardinal'],
  pattern:
    "(?<=^[^a-z0-9]{0,4}|(?:at|@|by|around|about|after|before|from|until|till) )(?:(?<h>[01]?\\d|2[0-4])(?:[.:h](?<m>[0-5]\\d)|h)?(?<p>[ap])?|{word:cardinal}(?:~(?<tens>ten|fifteen|twenty|thirty|forty|fifty)(?:~(?<ones>one|two|three|four|five|six|seven|eight|nine))?)?)(?: o'?clock)?(?: (?:at|in the) (?<part>morning|afternoon|evening|night))?",
  produce: (match) => {
    const { groups } = match;
    const preceding = before(match, 32);
    if (/[\d.:/$£€-]$/.test(preceding) || /^(?:[.,:/%-]\d|%)/.test(after(match))) return undefined;
    const beside = /(?:^|[^a-z])(?:at|@|by|around|until|till) $/.test(preceding) || opens(match);
    if (!DAY_BEFORE.test(preceding) && !(beside && (groups.part !== undefined || DAY_BEHIND.test(after(match, 32)))))
      return undefined;
    if (
      DAY_BEFORE.test(preceding) &&
      /^ [a-z]/.test(after(match)) &&
      !/^ (?:and|or|to|until|in|on|for|with|gmt|utc|[a-z]{3}t)(?![a-z])/.test(after(match))
    )
      return undefined;
    const hour = Number(groups.h ?? parseNumber(groups.word!));
    const minute =
      groups.m ??
      (groups.tens === undefined ? 0 : parseNumber(`${groups.tens}${groups.ones ? `-${groups.ones}` : ''}`)!);
    if (hour > 24 || (groups.p !== undefined && hour > 12)) return undefined;
    return timeOnly(hourIn(hour24(hour, groups.p), groups.part), Number(minute));
  },
  examples: [
    ['They met that day; she leaves tonight at 8.', 'tonight at 8', '2019-06-12T20:00'],
    ['The vote is at 9 tomorrow morning.', '9 tomorrow morning', '2019-06-13T09:00'],
  ],
  negatives: [
    'They arrested 8 tonight.',
    'He was on Monday at 20 percent.',
    'She ran on Monday at 9.5 metres a second.',
  ],
};

/** "3-4pm", "from 5 to 6 p.m.", "between 9 and 11:30 on Thursday": the hours of one day. */
export const clockRange: Rule = {
  name: 'clock-range',
  starts: ['#2', 'cardinal'],
  pattern: `(?:(?<h1>[01]?\\d|2[0-4])(?:[:.h](?<m1>[0-5]\\d)|h)?|{w1:cardinal})(?: ?(?<p1>${HALF}|[ap](?= |-)))?(?<gap> ?- ?| to | until | till | and | through | thru )(?:(?<h2>[01]?\\d|2[0-4])(?:[:.h](?<m2>[0-5]\\d)|h)?|{w2:cardinal})(?: ?(?<p2>${HALF}|[ap](?![a-z.])))?${ZONE}`,
  produce: (match): Produced | undefined => {
    const { groups } = match;
    const preceding = before(match, 40);
    const [from, to] = [Number(groups.h1 ?? parseNumber(groups.w1!)), Number(groups.h2 ?? parseNumber(groups.w2!))];
    const between = /(?:^|[^a-z])(?:from|between) $/.test(preceding);
    if (/[\d.:/$£€-]$/.test(preceding) || /^(?:[.:/%-]\d|%| ?(?:percent|points|goals))/.test(after(match)))
      return undefined;
    if (groups.gap === ' and ' && !/(?:^|[^a-z])between $/.test(preceding)) return undefined;
    const halves = groups.p2 !== undefined || (groups.p1 !== undefined && from <= 12);
    const minutes =
      groups.m1 !== undefined &&
      groups.m2 !== undefined &&
      /[:h]/.test(match.reading.text.slice(match.start, match.start + 4));
    // Two numbers are hours only where half of the day, the minutes or the day beside them say so.
    const dayBeside =
      between &&
      (DAY_BEHIND.test(after(match, 32)) ||
        /^ (?:on|of|this|next|mon|tues|wednes|thurs|fri|satur|sun|today)/.test(after(match)) ||
        DAY_BEFORE.test(preceding.replace(/(?:from|between) $/, 'at ')));
    if (!halves && !minutes && !dayBeside) return undefined;
    if (from > 24 || to > 24 || ((groups.p2 ?? groups.p1) !== undefined && (from > 12 || to > 12))) return undefined;
    const end = hour24(to, groups.p2 ?? (groups.p1?.startsWith('p') && to < 12 && to > from % 12 ? 'p' : undefined));
    // "11-1 p.m." begins in the morning, "3-4 p.m." in the afternoon.
    const same = hour24(from, groups.p2);
    const start = groups.p1 !== undefined ? hour24(from, groups.p1) : same <= end ? same : from;
    const split = match.start + match.reading.text.slice(match.start, match.end).indexOf(groups.gap!, 1);
    const part = (at: number, until: number, hour: number, minute: string | undefined): Draft => ({
      rule: 'clock-time',
      start: at,
      end: until,
      meaning: timeOnly(hour, Number(minute ?? 0), groups.zone),
    });
    return {
      kind: 'list',
      joint: 'range',
      parts: [part(match.start, split, start, groups.m1), part(split + groups.gap!.length, match.end, end, groups.m2)],
    };
  },
  examples: [
    ['The bridge is shut from 5 to 6 p.m. today.', '5 to 6 p.m. today', '2019-06-12T17:00/2019-06-12T18:00'],
    ['Doors open 9-11am today.', '9-11am today', '2019-06-12T09:00/2019-06-12T11:00'],
  ],
  negatives: ['They won 3-2 on Monday.', 'It fell from 5 to 4 percent.', 'Between 5 and 6 people came.'],
};
