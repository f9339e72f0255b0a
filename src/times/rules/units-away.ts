import { parseNumber } from '../numbers.ts';
import type { Produced, Rule, Unit } from '../types.ts';
import { durationValue, unitOf } from './durations.ts';

const GRAIN: Readonly<Record<string, Unit>> = { fortnight: 'week', night: 'day' };

/** "two weeks ago", "a year earlier", "three days later", "five years from now", "two years before". */
export const unitsAway: Rule = {
  name: 'units-away',
  starts: [
    '#',
    'cardinal',
    'multiplier',
    'a',
    'an',
    'half',
    'vague',
    'dozens',
    'year',
    'some',
    'just',
    'weeks',
    'days',
    'months',
    'years',
    'decades',
    'centuries',
  ],
  needs: ['anyUnit'],
  pattern:
    '(?:(?:{count:number}(?:~|(?<=\\d))|{some:vagueNumber}~)(?:more |full |short |long )?{unit:anyUnit}(?<half> and a half)?(?<orSo> or (?:so|two))?|(?<bare>days|weeks|months|years|decades|centuries)) (?<side>ago|earlier|later|previously|from now|in the future|hence|before(?= *[,.;\\n]| that| to)|afterwards?|after(?= *[,.;\\n]| that))|(?<year>year)-(?<side2>earlier|ago)',
  produce: ({ groups }): Produced | undefined => {
    const unit = groups.year === undefined ? unitOf(groups.unit ?? groups.bare!) : 'year';
    const side = (groups.side ?? groups.side2)!;
    const past = /ago|earlier|previously|before/.test(side);
    const from = /ago|from now|hence|future/.test(side) ? 'publication' : 'context';
    if (groups.some !== undefined || groups.bare !== undefined)
      return { kind: 'reference', value: past ? 'PAST_REF' : 'FUTURE_REF' };
    const number = groups.year === undefined ? parseNumber(groups.count!) : 1;
    if (number === undefined) return undefined;
    if (unit === 'season' || unit === 'half' || unit === 'second' || unit === 'minute' || unit === 'hour')
      return unit === 'season' || unit === 'half'
        ? undefined
        : { kind: 'duration', value: durationValue(groups.half === undefined ? number : number + 0.5, unit) };
    const fraction = groups.half !== undefined ? number + 0.5 : number;
    const exact = Number.isInteger(fraction) || unit !== 'year';
    const count =
      (exact ? Math.round(fraction) * (unit === 'fortnight' ? 2 : 1) : Math.round(fraction * 12)) * (past ? -1 : 1);
    return {
      meaning: {
        kind: 'offset',
        unit: exact ? (GRAIN[unit] ?? (unit as Unit)) : 'month',
        count,
        from,
        ...(unit === 'year' && number === 1 && past && { elastic: true }),
      },
      ...((groups.orSo !== undefined || /couple/.test(groups.count ?? '')) && { mod: 'APPROX' }),
    };
  },
  examples: [
    ['He died two weeks ago.', 'two weeks ago', '2019-W22'],
    ['He came in June 1991; a year earlier he had left.', 'a year earlier', '1990'],
    ['It began on 3 May 1940 and ended three days later.', 'three days later', '1940-05-06'],
    ['A week or so ago it closed.', 'A week or so ago', '2019-W23'],
    ['Years ago they fought.', 'Years ago', 'PAST_REF'],
  ],
  negatives: ['Sooner or later he will.', 'It happened before the war.'],
};
