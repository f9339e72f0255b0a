import { remembered } from './remember.ts';

const MARKS = /[\u0300-\u036f]/g;
const PLAIN = /^[a-z]+$/;
/** Letters that no decomposition takes apart. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', æ: 'ae', ß: 'ss' };

/** "Málaga" → "Malaga". */
export const withoutMarks = (name: string): string => name.normalize('NFD').replace(MARKS, '').normalize('NFC');

/** As `normalise`, without remembering: for lists that are read once. */
export function formOf(name: string): string {
  let lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (/[^\x20-\x7e]/.test(lower))
    lower = lower
      .normalize('NFD')
      .replace(MARKS, '')
      .replace(/[łøđıæß]/g, (letter) => PLAIN_LETTERS[letter]!);
  lower = lower
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[.,]/g, '')
    .replace(/[\s–-]+/g, ' ')
    .trim();
  return lower.startsWith('the ') ? lower.slice(4) : lower;
}

/** The form under which names are compared: no case, accents, full stops, leading "the", or kinds of hyphen. */
export const normalise: (name: string) => string = remembered(formOf);
