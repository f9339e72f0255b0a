const NUMERIC = /(?<![\d/.-])(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d\d)(?![\d/])/g;

/**
 * Whether a document writes the day or the month first in its numeric dates: what the dates say that can be read only
 * one way; undefined when none does, or when they disagree.
 */
export function dayFirstOf(text: string): boolean | undefined {
  let day = 0;
  let month = 0;
  for (const [, a, b] of text.matchAll(NUMERIC)) {
    if (Number(a) > 12 && Number(b) <= 12) day++;
    if (Number(b) > 12 && Number(a) <= 12) month++;
  }
  return day > 0 === month > 0 ? undefined : day > 0;
}
