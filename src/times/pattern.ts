import { lists } from './words.ts';

/**
 * Patterns of rules: `{month}` any word of a list or a fragment below, `{m:month}` the same as the group `m`; a blank
 * stands for white space, `~` for a blank or a hyphen. Every repetition has a small bound, so that no pattern backtracks
 * over more than a few words.
 */
const fragments: Readonly<Record<string, string>> = {
  year: '(?:1[0-9]|20)\\d\\d',
  spokenYear:
    '(?:nineteen|eighteen|seventeen|sixteen|twenty)~(?:hundred(?:~(?:and~)?(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:~(?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen))?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:~(?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:oh|zero)~(?:one|two|three|four|five|six|seven|eight|nine))|two thousand(?: (?:and )?{cardinal}(?:~{cardinal})?)?',
  anyYear: "(?:{year}|'\\d\\d|{spokenYear})",
  dayNumber: '(?:0?[1-9]|[12]\\d|3[01])',
  /** The days of a month that nobody counts things with in one breath: "May twenty-one". */
  dayCardinal:
    '(?:(?:thir|four|fif|six|seven|eigh|nine)teen|twenty(?:~(?:one|two|three|four|five|six|seven|eight|nine))?|thirty(?:~one)?)',
  ordinal: '(?:\\d{1,3}(?:st|nd|rd|th)|{ordinalWord})',
  dayOfMonth: '(?:{dayNumber}(?:st|nd|rd|th)?|{ordinalWord})',
  number:
    '(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,6})(?!\\d)(?:\\.\\d{1,2}| \\d/\\d| and a half|~and~a~half)?(?: million| thousand| billion)?|(?:(?:(?:a )?couple(?: of)?|(?:a )?dozens of|half a dozen|(?:an? )?half(?: an?)?)(?=[ -](?:hour|year|day|month|minute|century|decade|second|dozen|an?(?![a-z])| million)|(?<=couple(?: of)?|dozens of|dozen) )|(?:{cardinal}|{multiplier}|an?(?=(?: |-)(?:{multiplier}|{anyUnit}|full|more|long|whole|solid|additional|extra|calendar|business|working)(?![a-z])))(?:(?:~(?:and )?)(?:{cardinal}|{multiplier})(?![a-z])){0,5}(?:~and~(?:a~)?half)?)',
  vagueNumber:
    '(?:an? (?:few|handful of|number of|matter of|good many|great many|series of)|(?:many|several|some|few|countless|numerous|various|dozens of|hundreds of|thousands of|tens of))(?: more)?',
  article: '(?:the|an?)',
  dash: '(?: ?-{1,2} ?)',
};

function expand(pattern: string): string {
  return pattern.replace(/\{(?:(\w+):)?([a-zA-Z]+)\}/g, (_, group: string | undefined, name: string) => {
    const fragment = fragments[name];
    const list = lists[name];
    if (fragment === undefined && list === undefined) throw new Error(`No list or fragment "${name}" in ${pattern}`);
    const inner = fragment !== undefined ? expand(fragment) : list!.map(escapeWord).join('|');
    const dotted = name === 'month' || name === 'weekday' ? `(?:${inner})(?:\\.(?= ?[\\d,]))?` : inner;
    return group === undefined ? `(?:${dotted})` : `(?<${group}>${dotted})`;
  });
}

const escapeWord = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Compiles a pattern to a sticky expression that ends with the end of a word. */
export function compile(pattern: string): RegExp {
  const source = expand(pattern)
    .replace(/(?<!\\|\[|\[\^)~/g, '(?: {1,2}|-)')
    .replace(/(?<!\[|\[\^) (?![{?*])/g, ' {1,2}');
  return new RegExp(`(?:${source})(?![a-z0-9\\u00df-\\u024f])`, 'y');
}

/**
 * The words that a rule may start with: those of its lists, or the word itself. `#2` is a number of one or two digits, `#4`
 * one of four, `#` any.
 */
export function firstWords(starts: readonly string[]): string[] {
  return [
    ...new Set(
      starts.flatMap((start) =>
        start.startsWith('#')
          ? [start]
          : (lists[start] ?? [start]).map((phrase) => /^(?:[a-z\u00df-\u024f]+|\d+|.)/.exec(phrase)![0]),
      ),
    ),
  ];
}
