const APOSTROPHE = "'".charCodeAt(0);
const QUOTE = '’'.charCodeAt(0);

/** The text of a token without the closing quotation mark or apostrophe that the tokeniser may leave on a word. */
export function trimWord(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return (last === APOSTROPHE || last === QUOTE) && text.length > 1 ? text.slice(0, -1) : text;
}
