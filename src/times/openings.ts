const LONGEST_WORD = 40;

/** The first two words of a text from an offset on. */
export function openingOf(text: string, at: number): string {
  const first = text.indexOf(' ', at);
  if (first < 0 || first - at > LONGEST_WORD) return wordAt(text, at);
  const second = wordAt(text, first + 1);
  return second === '' ? wordAt(text, at) : `${wordAt(text, at)} ${second}`;
}
export function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < LONGEST_WORD && isLetter(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}
const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0xdf && code <= 0x24f);
