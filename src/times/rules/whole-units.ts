import { parseNumber, parseWeekday } from '../numbers.ts';
import type { Produced, Rule } from '../types.ts';
import { calendar } from '../words.ts';
import { durationValue, unitOf } from './durations.ts';
import { after, before } from './guards.ts';

/** "all day", "a full week", "the whole month", "another hour": one of a unit, said without a number. */
export const wholeUnit: Rule = {
  name: 'whole-unit',
  starts: ['all', 'full', 'whole', 'entire', 'another'],
  pattern:
    '(?<all>all|full|whole|entire|another)[ -](?:business |working )?(?<unit>minute|hour|day|night|week|weekend|month|year|decade|century)(?!-)',
  produce: (match): Produced | undefined => {
    const { all, unit } = match.groups;
    // "all day Tuesday" is on that day, "another day of talks" the day itself.
    // "during last full year" is another one
    if (/(?:last|next|first|previous) $/.test(before(match))) return undefined;
    if (/^ (?:of|in which)(?![a-z])/.test(after(match)) || (all !== 'all' && unit === 'weekend')) return undefined;
    return { kind: 'duration', value: durationValue(1, unitOf(unit!)) };
  },
  examples: [['The shops were shut all day.', 'all day', 'P1D']],
  negatives: ['All days are alike.', 'Another day of talks began.'],
};

/** "two Sundays from now", "three Fridays ago". */
export const weekdaysAway: Rule = {
  name: 'weekdays-away',
  starts: ['#2', 'cardinal', 'a', 'couple'],
  needs: ['now', 'hence', 'later', 'ago', 'back'],
  pattern: '{count:number} {weekday:weekday}s? (?<side>from now|hence|later|ago|back)',
  produce: ({ groups }): Produced | undefined => {
    const count = parseNumber(groups.count!);
    if (count === undefined || count < 1 || !Number.isInteger(count)) return undefined;
    const sign = /ago|back/.test(groups.side!) ? -1 : 1;
    return {
      kind: 'offset',
      unit: 'day',
      count: 0,
      from: 'publication',
      of: { kind: 'calendar', fields: { weekday: parseWeekday(groups.weekday!), direction: sign === 1 ? 2 : -1 } },
      steps: [{ unit: 'week', count: (count - 1) * sign }],
    };
  },
  examples: [['They meet two Sundays from now.', 'two Sundays from now', '2019-06-23']],
  negatives: ['Two Sundays of rain fell.'],
};

/** "Tuesday AM", "Feb 5 PM", "tomorrow am": the half of a day. */
export const halfOfDay: Rule = {
  name: 'half-of-day',
  starts: ['am', 'pm', 'morning', 'afternoon', 'evening', 'night'],
  pattern:
    '(?<=(?:today|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.? ?\\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?) )(?<half>am|pm|morning|afternoon|evening|night)',
  produce: ({ groups }) => {
    const code = { am: 'MO', pm: 'AF' }[groups.half!] ?? calendar.dayParts[groups.half!];
    return { kind: 'calendar', fields: {}, time: { code: `T${code}` } };
  },
  examples: [['They meet on Tuesday PM.', 'Tuesday PM', '2019-06-11TAF']],
  negatives: ['I am here today; I am not there.'],
};
