/** The text of a token without the closing quotation mark or apostrophe that the tokeniser may leave on a word. */
export function trimWord(text: string): string {
  return text.length > 1 && /['’]$/.test(text) ? text.slice(0, -1) : text;
}
