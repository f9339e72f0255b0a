import { calendar, numbers } from './words.ts';

/** A number in words or digits: "1,200", "2 1/2", "twenty-four", "a hundred", "two and a half", "a couple of". */
export function parseNumber(text: string): number | undefined {
  const digits =
    /^(\d[\d,]*(?:\.\d+)?)(?: (\d)\/(\d))?( and a half|[ -]and[ -]a[ -]half)?(?: (million|thousand|billion))?$/.exec(
      text,
    );
  if (digits) {
    const [, whole, above, below, half, multiplier] = digits;
    const fraction = above && below !== '0' ? Number(above) / Number(below) : half ? 0.5 : 0;
    return (Number(whole!.replaceAll(',', '')) + fraction) * (multiplier ? numbers.multipliers[multiplier]! : 1);
  }
  if (/^(?:an? )?half(?: an?)?$/.test(text)) return 0.5;
  let total = 0;
  let group = 0;
  for (const word of text.split(/[ -]+/)) {
    const unit = numbers.cardinals[word];
    const multiplier = numbers.multipliers[word];
    if (unit !== undefined) group += unit;
    else if (multiplier !== undefined) {
      group = (group || 1) * multiplier;
      if (multiplier >= 1000) {
        total += group;
        group = 0;
      }
    } else if (word === 'couple') group += 2;
    else if (word === 'half') group = text.startsWith('half a dozen') ? 0.5 : group + 0.5;
    else if ((word === 'a' || word === 'an') && group === 0 && total === 0 && /^an?$/.test(text)) group = 1;
    else if (!/^(?:a|an|and|of|dozens)$/.test(word)) return undefined;
  }
  return total + group;
}

/** "3rd", "third", "twenty-first" or a plain number. */
export function parseOrdinal(text: string): number | undefined {
  const digits = /^(\d{1,3})(?:st|nd|rd|th)?$/.exec(text);
  return digits ? Number(digits[1]) : numbers.ordinals[text.replace(/ /g, '-')];
}

/** "1996", "'96", "nineteen ninety-six", "two thousand and one". */
export function parseYear(text: string, near = 2015): number | undefined {
  if (/^\d{4}$/.test(text)) return Number(text);
  if (/^'\d\d$/.test(text)) return centuryOf(Number(text.slice(1)), near);
  const parts = text.split(/[ -]+/);
  if (parts[0] === 'two' && parts[1] === 'thousand') return parseNumber(text);
  const hundreds = numbers.cardinals[parts[0]!];
  if (hundreds === undefined) return undefined;
  const rest = parts.slice(1).filter((part) => !/^(?:hundred|and|oh|zero)$/.test(part));
  const below = rest.length === 0 ? 0 : parseNumber(rest.join(' '));
  return below === undefined ? undefined : hundreds * 100 + below;
}

/** The year that ends in two digits, the one nearest to another year, at most twenty years ahead of it. */
export function centuryOf(twoDigits: number, near: number): number {
  const year = Math.floor(near / 100) * 100 + twoDigits;
  return year > near + 20 ? year - 100 : year <= near - 80 ? year + 100 : year;
}

export const parseMonth = (text: string): number => calendar.months[text.replace('.', '')]!;
export const parseWeekday = (text: string): number => calendar.weekdays[text.replace('.', '')]!;
export const parseSeason = (text: string): number => ['SP', 'SU', 'FA', 'WI'].indexOf(calendar.seasons[text]!);
