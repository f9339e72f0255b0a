import { parseSeason } from '../numbers.ts';
import type { Produced, Rule, Unit } from '../types.ts';
import { calendar } from '../words.ts';
import { durationValue, unitOf } from './durations.ts';
import { after, before, tokenAfter } from './guards.ts';

/** "that day", "the same year", "the following week", "the next day", "the previous month", "the year before". */
export const spokenOf: Rule = {
  name: 'spoken-of',
  starts: ['that', 'the', 'same', 'following', 'next', 'previous', 'later', 'earlier', 'a', 'this'],
  needs: ['anyUnit', 'season'],
  pattern:
    '(?:(?<dir>that same|that very|that|the same|the following|the next|the previous|the preceding|the prior|the very next|this same) (?<unit>day|week|weekend|month|quarter|year|decade|century|spring|summer|autumn|winter)|(?<dir2>the) (?<unit2>day|week|month|year) (?<side>before|after|following|prior)(?= *[,.;\\n]))',
  produce: (match): Produced | undefined => {
    const { groups } = match;
    const word = (groups.unit ?? groups.unit2)!;
    const dir = groups.dir ?? groups.side!;
    const count = /next|following|after/.test(dir) ? 1 : /previous|preceding|before|prior/.test(dir) ? -1 : 0;
    if (calendar.seasons[word] !== undefined)
      return { kind: 'offset', unit: 'year', count, from: 'context', fields: { season: parseSeason(word) } };
    if (/^(?:-| (?:when|that (?:would|will)))/.test(after(match)) && dir === 'that') return undefined;
    return { kind: 'offset', unit: word as Unit, count, from: 'context' };
  },
  examples: [
    ['On 3 May 1940 they landed. The following day they fled.', 'The following day', '1940-05-04'],
    ['He came in June 1991 and left that year.', 'that year', '1991'],
  ],
  negatives: ['The day shift left.', 'The next man won.'],
};

/** "the month", "the year", "the day", "the week" behind the words that make them times spoken of. */
export const theUnit: Rule = {
  name: 'the-unit',
  starts: ['the', 'my', 'week', 'month', 'year', 'day', 'current'],
  needs: ['anyUnit'],
  pattern:
    '(?:(?<=(?:^|[^a-z])(?:rest|remainder|remaining) (?:of )?)(?:the |my |current )?(?<rest>day|week|month|year)|(?:(?<=(?:later|earlier|late|early|end|beginning|start|middle|rest|remainder|half|part|days|weeks|months) (?:in|of|on) )|(?<=(?:for|high|low|throughout) (?:of )?)|(?=the (?:fiscal |financial )?year end))the (?<full>full |fiscal |financial )?(?<unit>day|week|month|year|decade|century)(?! of|-| before| after| [a-z]+ (?:war|campaign)))',
  produce: (match) => {
    const { groups } = match;
    if (groups.rest !== undefined) return { kind: 'offset', unit: groups.rest as Unit, count: 0, from: 'sentence' };
    const next = tokenAfter(match);
    if (/for $/.test(before(match)) && (next?.pos === 'NOUN' || next?.pos === 'PROPN')) return undefined;
    return /^ end(?:ed|ing)/.test(after(match))
      ? { kind: 'duration', value: durationValue(1, unitOf(groups.unit!)) }
      : { kind: 'offset', unit: groups.unit as Unit, count: 0, from: 'sentence' };
  },
  examples: [['He came in June 1991 and left by the end of the year.', 'the end of the year', '1991']],
  negatives: ['The year was good.', 'Man of the year he was not.', 'The day of the vote.'],
};
