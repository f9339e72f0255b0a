import { readData } from '../data.ts';

/** The word lists of data/en/times, and what their words stand for. All keys are lower case. */
interface Calendar {
  readonly months: Readonly<Record<string, number>>;
  readonly weekdays: Readonly<Record<string, number>>;
  readonly seasons: Readonly<Record<string, string>>;
  readonly dayParts: Readonly<Record<string, string>>;
  readonly zones: Readonly<Record<string, string>>;
  readonly 'months that are also words': readonly string[];
  readonly 'weekdays that are also words': readonly string[];
}
interface Numbers {
  readonly cardinals: Readonly<Record<string, number>>;
  readonly multipliers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly decades: Readonly<Record<string, number>>;
  readonly vague: readonly string[];
}
interface Holidays {
  readonly fixed: Readonly<Record<string, string>>;
  readonly 'nth weekday of a month (month, weekday, nth; -1 the last)': Readonly<
    Record<string, readonly [number, number, number]>
  >;
  readonly 'days from Easter Sunday': Readonly<Record<string, number>>;
  readonly 'days from Orthodox Easter Sunday': Readonly<Record<string, number>>;
  readonly 'weekday on or after a day (month, day, weekday)': Readonly<
    Record<string, readonly [number, number, number]>
  >;
  readonly 'of the Islamic calendar (month-day)': Readonly<Record<string, string>>;
  readonly 'of the Hebrew calendar (month-day)': Readonly<Record<string, string>>;
  readonly 'of the Chinese calendar (month-day)': Readonly<Record<string, string>>;
}
interface Words {
  readonly references: Readonly<Record<string, readonly string[]>>;
  readonly 'future cues': readonly string[];
  readonly 'future cues beside a date': readonly string[];
  readonly 'past cues beside a date': readonly string[];
  readonly 'future cues before "to"': readonly string[];
  readonly 'date modifiers': Readonly<Record<string, readonly string[]>>;
  readonly 'duration modifiers': Readonly<Record<string, readonly string[]>>;
  readonly 'begin only before a word of time': readonly string[];
  readonly 'words before a number that is no year': readonly string[];
  readonly 'words after a number that is no year': readonly string[];
  readonly 'words before a month': readonly string[];
  readonly 'may follow a number': readonly string[];
  readonly 'words of time that are in no list': readonly string[];
  readonly sets: Readonly<Record<string, string>>;
  readonly 'eras before Christ': readonly string[];
  readonly 'eras after Christ': readonly string[];
}

export const calendar = readData<Calendar>('en/times/calendar.json');
export const numbers = readData<Numbers>('en/times/numbers.json');
export const holidays = readData<Holidays>('en/times/holidays.json');
export const words = readData<Words>('en/times/words.json');
const unitForms = readData<Readonly<Record<string, readonly string[]>>>('en/times/units.json');

export const units: ReadonlyMap<string, string> = new Map(
  Object.entries(unitForms).flatMap(([unit, forms]) => forms.map((form) => [form, unit] as const)),
);
export const references: ReadonlyMap<string, string> = new Map(
  Object.entries(words.references).flatMap(([value, phrases]) => phrases.map((phrase) => [phrase, value] as const)),
);
export const futureCues: ReadonlySet<string> = new Set(words['future cues']);
export const notYearAfter: ReadonlySet<string> = new Set(words['words before a number that is no year']);
export const notYearBefore: ReadonlySet<string> = new Set(words['words after a number that is no year']);
export const beforeMonths: ReadonlySet<string> = new Set(words['words before a month']);
export const certainlyFuture: ReadonlySet<string> = new Set(words['future cues beside a date']);
export const certainlyPast: ReadonlySet<string> = new Set(words['past cues beside a date']);
export const futureBeforeTo: ReadonlySet<string> = new Set(words['future cues before "to"']);
/** What a feast may be written as, and its name in the tables: apostrophes come and go. */
export const feasts: ReadonlyMap<string, string> = new Map(
  Object.values(holidays)
    .flatMap((list) => Object.keys(list))
    .flatMap((name) => [
      [name.replaceAll("'", ''), name] as const,
      [name.replace("'s", "s'"), name] as const,
      [name.replace("s'", "'s"), name] as const,
      [name, name] as const,
    ]),
);

/** The lists that patterns name in braces. Longer words come first, so that an alternation finds them. */
export const lists: Readonly<Record<string, readonly string[]>> = {
  month: longestFirst(Object.keys(calendar.months)),
  weekday: longestFirst(Object.keys(calendar.weekdays)),
  season: longestFirst(Object.keys(calendar.seasons)),
  dayPart: longestFirst(Object.keys(calendar.dayParts)),
  zone: longestFirst(Object.keys(calendar.zones)),
  ordinalWord: longestFirst(Object.keys(numbers.ordinals).flatMap((word) => [word, word.replace('-', ' ')])),
  cardinal: longestFirst(Object.keys(numbers.cardinals)),
  multiplier: longestFirst(Object.keys(numbers.multipliers)),
  decadeWord: longestFirst(Object.keys(numbers.decades)),
  vague: longestFirst(numbers.vague),
  anyUnit: longestFirst([...units.keys()]),
  longUnit: formsOf(
    'day',
    'week',
    'weekend',
    'fortnight',
    'month',
    'season',
    'quarter',
    'half',
    'year',
    'decade',
    'century',
    'millennium',
  ),
  reference: longestFirst([...references.keys()]),
  adverb: longestFirst(Object.keys(words.sets)),
  holiday: longestFirst([...feasts.keys()]),
  bc: longestFirst(words['eras before Christ']),
  ad: longestFirst(words['eras after Christ']),
};

/** Words too common to begin an expression unless a word of time follows at once. */
export const onlyBeforeHeads: ReadonlySet<string> = new Set(words['begin only before a word of time']);
export const heads: ReadonlySet<string> = new Set([
  ...['month', 'weekday', 'season', 'dayPart', 'decadeWord', 'anyUnit', 'adverb'].flatMap((name) => lists[name]!),
  ...['cardinal', 'multiplier', 'ordinalWord'].flatMap((name) => lists[name]!),
  ...words['words of time that are in no list'],
]);
export const afterNumbers: ReadonlySet<string> = new Set([
  ...words['may follow a number'],
  ...['zone', 'bc', 'ad'].flatMap((name) => lists[name]!),
]);
/** A word that lets a number before it be more than a year. */
export const mayFollowNumber = (word: string): boolean => afterNumbers.has(word) || isHead(word);
/** A word of time, or a number. */
export const isHead = (word: string): boolean =>
  heads.has(word) || /\d/.test(word) || (word.includes('-') && word.split('-').some((part) => heads.has(part)));

function formsOf(...names: readonly string[]): string[] {
  return longestFirst(names.flatMap((name) => unitForms[name]!));
}

/** Against the alphabet, so that a word comes before its own beginnings and those that begin alike stand together. */
function longestFirst(list: readonly string[]): string[] {
  return [...new Set(list)].sort((a, b) => (a < b ? 1 : -1));
}
