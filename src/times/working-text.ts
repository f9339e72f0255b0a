import type { TextLayer } from '../text/types.ts';

const DASH = /[\u2010-\u2015\u2212]/;
const APOSTROPHE = /[\u2018\u2019\u02bc`]/;
const UNUSUAL = /[^\S ]|[\u200b\u2010-\u2015\u2212\u2018\u2019\u02bc`]/g;

/**
 * The text as patterns read it, offset for offset the same: lower case, one kind of blank, dash and apostrophe, and a
 * line break exactly where a paragraph ends.
 */
export function workingText(source: string, { paragraphs }: TextLayer): string {
  const plain = lowerCase(source).replace(UNUSUAL, (mark) =>
    DASH.test(mark) ? '-' : APOSTROPHE.test(mark) ? "'" : ' ',
  );
  const pieces: string[] = [];
  let at = 0;
  for (const { end } of paragraphs) {
    if (end >= plain.length) break;
    pieces.push(plain.slice(at, end), '\n');
    at = end + 1;
  }
  pieces.push(plain.slice(at));
  return pieces.join('');
}

/** Some letters grow when they are lower-cased; a text that has them keeps all but its ASCII letters. */
function lowerCase(source: string): string {
  const lower = source.toLowerCase();
  return lower.length === source.length ? lower : source.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
