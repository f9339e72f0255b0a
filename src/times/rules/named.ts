import { parseNumber, parseYear } from '../numbers.ts';
import type { Produced, Rule } from '../types.ts';
import { feasts, references } from '../words.ts';
import { after, before, isCapital, tokenAfter, tokenBefore } from './guards.ts';

const NEAR = /(?:(?<![a-z])this )?(?<![a-z])(last|previous|next|coming|this) $/;

/** "Christmas", "Good Friday", "Thanksgiving 2011", "Labor Day". */
export const holiday: Rule = {
  name: 'holiday',
  phrases: 'holiday',
  starts: ['holiday'],
  pattern:
    '{name:holiday}(?:,? (?:of |in )?(?:{year:anyYear}|(?<shift>last|this|next) year)|(?: in {count:number}| {count2:number}) years?(?<side> ago| from now| hence)?)?',
  produce: (match): Produced | undefined => {
    const { groups } = match;
    const next = tokenAfter(match);
    if (groups.year === undefined && next?.start === match.end + 1 && next.pos === 'PROPN' && next.lower !== 'day')
      return undefined;
    if (
      /^(?: (?:tree|trees|card|cards|present|presents|gift|gifts|carol|carols|party|dinner|shopping|sales|season|bonus|lights|island|egg|eggs|bunny|parade|turkey|decorations|cake|market|music|massacre|rising|revolution|declaration)|-| ?\d)/.test(
        after(match),
      )
    )
      return undefined;
    const year = groups.year === undefined ? undefined : parseYear(groups.year);
    const counted = groups.count ?? groups.count2;
    // "Christmas two years" is two expressions.
    if (groups.count2 !== undefined && groups.side === undefined) return undefined;
    const years = counted === undefined ? undefined : parseNumber(counted);
    const shift =
      groups.shift === undefined
        ? years && (groups.side === ' ago' ? -years : years)
        : { last: -1, this: 0, next: 1 }[groups.shift]!;
    const near = year === undefined && shift === undefined ? NEAR.exec(before(match)) : null;
    const direction = near === null ? undefined : { last: -1, previous: -1, next: 1, coming: 1, this: 0 }[near[1]!];
    return {
      meaning: {
        kind: 'calendar',
        fields: {
          feast: feasts.get(groups.name!)!,
          ...(year !== undefined && { year }),
          ...(shift !== undefined && { yearShift: shift }),
          ...(direction !== undefined && { direction }),
        },
      },
      start: match.start - (near?.[0].length ?? 0),
    };
  },
  examples: [
    ['They fought until Christmas 1914.', 'Christmas 1914', '1914-12-25'],
    ['Shops shut on Good Friday.', 'Good Friday', '2019-04-19'],
  ],
  negatives: ['A Christmas tree fell.', 'The Easter Rising failed.', 'A christmas tree.'],
};

/** "now", "recently", "in the past", "the future", "soon". */
export const reference: Rule = {
  name: 'vague-reference',
  phrases: 'reference',
  starts: ['reference'],
  pattern: '{phrase:reference}',
  produce: (match): Produced | undefined => {
    const phrase = match.groups.phrase!;
    const text = after(match, 12);
    const value = references.get(phrase)!;
    if (phrase === 'now' && /^(?: (?:famous|defunct|infamous|legendary|deceased|dead|retired)|-|,? then)/.test(text))
      return undefined;
    if (phrase === 'the past' || phrase === 'in the past') {
      const next = tokenAfter(match);
      if (
        next !== undefined &&
        next.start <= match.end + 1 &&
        (next.pos === 'NOUN' || next.pos === 'NUM' || next.pos === 'ADJ' || next.pos === 'PROPN')
      )
        return undefined;
      return phrase === 'in the past'
        ? { meaning: { kind: 'reference', value }, start: match.start + 3 }
        : { kind: 'reference', value };
    }
    if (phrase === 'the present' || phrase === 'the present day') {
      const next = tokenAfter(match);
      if (
        phrase === 'the present' &&
        next !== undefined &&
        (next.pos === 'NOUN' || next.pos === 'ADJ' || next.pos === 'PROPN')
      )
        return undefined;
    }
    if (phrase === 'the future' && /^ of /.test(text) && /(?:of|about|on|for|in) $/.test(before(match)))
      return undefined;
    if (
      (phrase === 'soon' || phrase === 'shortly') &&
      (/(?:as|too|so) $/.test(before(match)) || /^ (?:as|after|before|thereafter|afterward)/.test(text))
    )
      return undefined;
    if (phrase === 'one day' || phrase === 'some day') {
      const token = tokenBefore(match);
      if (
        token?.pos === 'NUM' ||
        /^(?: (?:of|after|before|in|at|a|per|later|earlier|strike|trip|ago|off)|-)/.test(text) ||
        /(?:for|in|within|just|only|than|least|about|lasted|to|after|of|by) $/.test(before(match))
      )
        return undefined;
    }
    if (phrase === 'in time' || phrase === 'to date')
      return /^ *[,.;]/.test(text) && phrase === 'to date' ? { kind: 'reference', value } : undefined;
    if (phrase === "today's" || phrase === 'until now' || phrase === 'up to now' || phrase === 'as of now')
      return phrase === "today's" ? undefined : { meaning: { kind: 'reference', value }, start: match.end - 3 };
    if (
      isCapital(match) &&
      phrase === 'now' &&
      /^ [A-Z]/.test(match.reading.source.slice(match.end, match.end + 3)) &&
      /["“]$/.test(before(match, 1))
    )
      return undefined;
    if (/^at the (?:time|moment)$|^at that time$/.test(phrase) && /^ (?:of|when|that)/.test(text)) return undefined;
    const lead = /^at /.exec(phrase);
    return lead ? { meaning: { kind: 'reference', value }, start: match.start + 3 } : { kind: 'reference', value };
  },
  examples: [
    ['We are working on that right now.', 'right now', 'PRESENT_REF'],
    ['It was sold recently.', 'recently', 'PAST_REF'],
    ['It will end soon.', 'soon', 'FUTURE_REF'],
  ],
  negatives: ['As soon as he left it rained.', 'The past two men won.', 'The now-defunct firm.', 'One day of rest.'],
};
