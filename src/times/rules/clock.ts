import { parseNumber } from '../numbers.ts';
import type { Produced, Rule, TimeOfDay } from '../types.ts';
import { calendar } from '../words.ts';
import { after, before } from './guards.ts';

export const pad = (n: number): string => String(n).padStart(2, '0');
/** "GMT", "(PST)", "UTC+02:45", "GMT-8". */
export const ZONE = '(?:,? \\(?(?<zone>(?:gmt|utc) ?[+-]\\d{1,2}(?::?\\d\\d)?|{zone})(?: \\({zone}\\))?\\)?)?';
export function zoneOf(zone: string | undefined): Pick<TimeOfDay, 'zone'> {
  const written = /([+-])(\d{1,2}?):?(\d\d)?$/.exec(zone ?? '');
  if (written !== null) return { zone: `${written[1]}${written[2]!.padStart(2, '0')}:${written[3] ?? '00'}` };
  const offset = zone === undefined ? '' : calendar.zones[zone];
  return offset ? { zone: offset } : {};
}

/** "10 p.m.", "7:15 p.m.", "14:30", "10:30 GMT", "1400 GMT", "five o'clock". */
export const clock: Rule = {
  name: 'clock-time',
  starts: ['#2', '#3', '#4', 'cardinal'],
  pattern: `(?:(?<h>\\d{1,2})(?:[:.](?<m>[0-5]\\d)(?::(?<s>[0-5]\\d))?)? ?(?<half>a\\.?m\\.?|p\\.?m\\.?)|(?<h24>[01]?\\d|2[0-4]):(?<m24>[0-5]\\d)(?::(?<s24>[0-5]\\d))?|(?<four>[01]\\d[0-5]\\d|2[0-3][0-5]\\d)(?= ?(?:gmt|utc|hrs|hours|local|bst|cet|z)(?![a-z]))|(?<at>\\d{1,2})(?= (?:gmt|utc|bst|est|edt|pst|cet)(?![a-z]))|(?<digits>[01]?\\d[0-5]\\d) ?(?<half3>a\\.?m\\.?|p\\.?m\\.?)|(?<h24b>[01]?\\d|2[0-4])h(?<m24b>[0-5]\\d)|(?<h24c>[01]?\\d|2[0-4])h(?= (?:gmt|utc|[a-z]{2,3}t)(?![a-z]))|{word:cardinal}(?:~(?<tens>ten|fifteen|twenty|thirty|forty|fifty)(?:~(?<ones>one|two|three|four|five|six|seven|eight|nine))?)? (?<half2>a\\.?m\\.?|p\\.?m\\.?)|(?:(?<digit>\\d{1,2})|{oclock:cardinal}) o ?'?clock(?: (?<half4>a\\.?m\\.?|p\\.?m\\.?))?)(?: hours| hrs)?${ZONE}`,
  produce: (match): Produced | undefined => {
    const { groups } = match;
    if (
      groups.h24 !== undefined &&
      (/[\d:.+-]$/.test(before(match, 1)) || /^(?:[:.%]\d|\/| to win| win| victory| loss| lead)/.test(after(match)))
    )
      return undefined;
    if (
      groups.h24 !== undefined &&
      groups.m24 !== undefined &&
      /(?:genesis|matthew|mark|luke|john|psalm|romans|verse|chapter|ratio|odds|score)s? (?:of )?$/.test(before(match))
    )
      return undefined;
    const half = groups.half ?? groups.half2 ?? groups.half3 ?? groups.half4;
    const hour = Number(
      groups.h ??
        groups.h24 ??
        groups.at ??
        groups.digit ??
        groups.h24b ??
        groups.h24c ??
        groups.digits?.slice(0, -2) ??
        groups.four?.slice(0, 2) ??
        parseNumber((groups.word ?? groups.oclock)!),
    );
    if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
    if (hour > 24 || /[$£€]$/.test(before(match, 1))) return undefined;
    if (half === undefined && (groups.digit ?? groups.oclock) !== undefined && (hour < 1 || hour > 12))
      return undefined;
    const hour24 = half === undefined ? hour : (hour % 12) + (half.startsWith('p') ? 12 : 0);
    const spoken = groups.tens && pad(parseNumber(`${groups.tens}${groups.ones ? `-${groups.ones}` : ''}`)!);
    const minute =
      groups.m ?? groups.m24 ?? groups.m24b ?? groups.four?.slice(2) ?? groups.digits?.slice(-2) ?? spoken ?? '00';
    const second = groups.s ?? groups.s24;
    const code = `T${pad(hour24)}:${minute}${second === undefined ? '' : `:${second}`}`;
    return { kind: 'calendar', fields: {}, time: { code, ...zoneOf(groups.zone) } };
  },
  examples: [
    ['She left at 10 p.m. for home.', '10 p.m.', '2019-06-12T22:00'],
    ['It struck at 14:30 GMT, officials said.', '14:30 GMT', '2019-06-12T14:30Z'],
    ["The train leaves at five o'clock.", "five o'clock", '2019-06-12T05:00'],
  ],
  negatives: ['They won 3:2 at home.', 'A 24-hour strike.', 'It cost $10 pm.', 'He is 10 amps short.'],
};

/** "noon", "midnight". */
export const noon: Rule = {
  name: 'noon',
  starts: ['noon', 'midnight', 'midday', 'around'],
  pattern: `(?<word>noon|midnight|midday)${ZONE}`,
  produce: (match) => {
    if (/^(?: (?:oil|express|mass|cowboy|run|sun|blue)|-)/.test(after(match))) return undefined;
    const code = match.groups.word === 'midnight' ? 'T24:00' : 'T12:00';
    return { kind: 'calendar', fields: {}, time: { code, ...zoneOf(match.groups.zone) } };
  },
  examples: [['They meet at noon in Rome.', 'noon', '2019-06-12T12:00']],
  negatives: ['A midnight-blue car.'],
};

/** "in the morning", "the evening", "at night", "the night of 3 March" (merged with its date). */
export const partOfDay: Rule = {
  name: 'part-of-day',
  starts: ['dayPart', 'mid', 'the', 'early', 'late', 'one'],
  needs: ['dayPart'],
  pattern:
    '(?:(?<=(?:in|during|by|on|of|until|through|since) )(?:the )?(?:early[ -]|late[ -]|mid-?)?{part:dayPart}|(?:the )?{of:dayPart} (?=of )|(?<=by )mid[ -]?{mid:dayPart})',
  produce: (match) => {
    const { groups, reading, start, end } = match;
    const word = (groups.part ?? groups.of ?? groups.mid)!;
    if (/^(?:-|'| (?:news|star|post|times|shift|club|school|sky|watch|raid|prayer|standard|call))/.test(after(match)))
      return undefined;
    if (word.endsWith('s') || (/(?:in|of|on) $/.test(before(match)) && !/^the /.test(reading.text.slice(start, end))))
      return undefined;
    if (groups.of !== undefined) {
      // Only with the day behind it.
      if (
        !/^of (?:(?:the )?\d|[a-z]+day|[a-z]{3,9}\.? \d|that|the (?:same|next|following|previous))/.test(
          reading.text.slice(end, end + 24),
        )
      )
        return undefined;
      return { meaning: { kind: 'calendar', fields: {}, time: { code: `T${calendar.dayParts[word]}` } }, end: end - 1 };
    }
    const text = reading.text.slice(start, end);
    const mod = /early/.test(text) ? 'START' : /late/.test(text) ? 'END' : /mid/.test(text) ? 'MID' : undefined;
    return {
      meaning: { kind: 'calendar', fields: {}, time: { code: `T${calendar.dayParts[word]}` } },
      ...(mod && { mod }),
    };
  },
  examples: [['Fires burned in the evening.', 'the evening', '2019-06-12TEV']],
  negatives: ['The Evening Standard said so.', 'The morning star rose.', 'A night out.'],
};
