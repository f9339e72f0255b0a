import type { Paragraph, Span } from './types.ts';

/** Hard-wrapped text (wire copy, e-mail) keeps its lines within this many characters; longer lines were never wrapped. */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 40;
/** The share of a block's line breaks that must look wrapped before any of the text is read as a blank. */
const WRAPPED_SHARE = 0.65;

/**
 * Splits text into paragraphs: at blank lines always, at a single line break unless the text is hard-wrapped or the
 * sentence goes on.
 * Linear in the text.
 */
export function findParagraphs(text: string): Paragraph[] {
  const whole = { start: 0, end: text.length };
  const blocks = splitAt(text, /\n[^\S\n]*\n\s*/g, whole).map((block) => splitAt(text, /\n/g, block));
  const width = widthOf(text, blocks);
  return blocks.flatMap((lines) => join(text, lines, width)).map((span, index) => ({ index, ...span }));
}

/** The trimmed, non-empty pieces between matches of `separator`. */
function splitAt(text: string, separator: RegExp, within: Span): Span[] {
  const pieces: Span[] = [];
  let start = within.start;
  const source = text.slice(within.start, within.end);
  for (const match of source.matchAll(separator)) {
    pushTrimmed(text, start, within.start + match.index, pieces);
    start = within.start + match.index + match[0].length;
  }
  pushTrimmed(text, start, within.end, pieces);
  return pieces;
}

function pushTrimmed(text: string, start: number, end: number, into: Span[]): void {
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  if (start < end) into.push({ start, end });
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text[at]!);

/**
 * The width at which the text is wrapped; undefined when it is not. Only blocks of three lines or more tell: in two lines
 * a break may be a wrap by chance.
 */
function widthOf(text: string, blocks: readonly Span[][]): number | undefined {
  let width: number | undefined;
  for (const lines of blocks) {
    const widest = lines.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    if (lines.length < 3 || widest > WIDEST_WRAP || widest < NARROWEST_WRAP) continue;
    const wraps = lines.slice(1).filter((line, i) => isWrap(text, lines[i]!, line, widest)).length;
    if (wraps >= WRAPPED_SHARE * (lines.length - 1)) width = Math.max(width ?? 0, widest);
  }
  return width;
}

/** A greedy break: the first word of the next line would not have fitted on the line before. */
function isWrap(text: string, before: Span, line: Span, width: number): boolean {
  let wordEnd = line.start;
  while (wordEnd < line.end && !isSpace(text, wordEnd)) wordEnd++;
  const length = before.end - before.start;
  return length <= width && length + 1 + wordEnd - line.start > width;
}

/** A line that goes on in the middle of a sentence: a word before the break, a small letter after it. */
function isBroken(text: string, before: Span, line: Span): boolean {
  return /[\p{L}\p{N},]/u.test(text[before.end - 1]!) && /\p{Ll}/u.test(text[line.start]!);
}

/** The paragraphs of a block: its lines, joined where the break between them is no end. */
function join(text: string, lines: readonly Span[], width: number | undefined): Span[] {
  const joined: { start: number; end: number }[] = [];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before && (isBroken(text, before, line) || (width !== undefined && isWrap(text, before, line, width)))) {
      joined.at(-1)!.end = line.end;
    } else joined.push({ ...line });
  });
  return joined;
}
