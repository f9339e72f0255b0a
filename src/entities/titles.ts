import type { NameMention } from '../analysis.ts';
import type { TextLayer, Token } from '../text/types.ts';
import { findOffices, type OfficePhrase } from './offices.ts';
import { deputies, modifiers, past } from './words.ts';

/** An office in the text with what belongs to it, all as token positions. */
export interface Title {
  readonly office: string;
  /** First token with country and modifiers; token after the last, with "of Russia". */
  readonly start: number;
  readonly end: number;
  /** Index of the mention it belongs to: country, people, organisation or place. */
  readonly of?: number;
  /** Index of the mention of the person who bears it, by title or apposition. */
  readonly holder?: number;
  /** "the Russian president", "Russia's president": somebody that the reader is taken to know. */
  readonly definite: boolean;
  readonly past: boolean;
  readonly bracketed: boolean;
}

/** Words and names that may stand before an office ("the former top Russian …"). */
const LONGEST = 8;
const OPEN = new Set(['[', '(']);
const CLOSE = new Set([']', ')']);
const POSSESSIVES = new Set(["'s", '’s', "'", '’']);

/** Reads off titles ("Russian Foreign Minister Sergey Lavrov"), appositions and descriptions ("the Russian FM"). */
export function findTitles({ tokens }: TextLayer, names: readonly NameMention[]): Title[] {
  const offices = findOffices(tokens);
  if (offices.length === 0) return [];
  // For each token the mention that starts at, ends before, or covers it, plus one; 0 for none.
  const starts = new Int32Array(tokens.length + 1);
  const ends = new Int32Array(tokens.length + 1);
  const covers = new Uint8Array(tokens.length + 1);
  for (let i = 0; i < names.length; i++) {
    const { firstToken, lastToken } = names[i]!;
    starts[firstToken] = i + 1;
    ends[lastToken] = i + 1;
    covers.fill(1, firstToken, lastToken);
  }
  const startingAt = (token: number): number | undefined => (starts[token] || undefined) && starts[token]! - 1;
  const endingAt = (token: number): number | undefined => (ends[token] || undefined) && ends[token]! - 1;
  return offices.filter(({ start, end }) => covers[start] === 0 && covers[end - 1] === 0).map(readTitle);

  function readTitle(phrase: OfficePhrase): Title {
    const { sentence } = tokens[phrase.start]!;
    const before = readBefore(phrase.start, sentence);
    const after = readAfter(phrase.end, sentence);
    const isLed = ['the', 'The', 'THE'].includes(tokens[before.start - 1]?.text ?? '');
    const start = isLed ? before.start - 1 : before.start;
    const of = before.of ?? after.of;
    const bearer = bearerAfter(after.end, sentence) ?? bearerBefore(start, after.end, sentence);
    const office = after.elect ? `${phrase.office}-elect` : phrase.office;
    return {
      office: before.deputy === undefined ? office : `${before.deputy} ${office}`,
      start,
      end: after.end,
      ...(of !== undefined && { of }),
      ...(bearer !== undefined && { holder: bearer }),
      definite: (isLed || before.possessive) && !after.open && !isOffice(after.end),
      past: before.past,
      bracketed: OPEN.has(tokens[start - 1]?.text ?? ''),
    };
  }

  /** From right to left: "the former [top] [Russian]". */
  function readBefore(at: number, sentence: number) {
    let start = at;
    let of: number | undefined;
    let deputy: string | undefined;
    let isPast = false;
    let possessive = false;
    for (let steps = 0; steps < LONGEST; steps++) {
      const token = tokens[start - 1];
      if (token === undefined || token.sentence !== sentence) break;
      if (past.has(token.lower)) isPast = true;
      else if (deputies.has(token.lower)) deputy = deputy === undefined ? token.lower : `${token.lower} ${deputy}`;
      else if (!modifiers.has(token.lower)) {
        const isPossessive = POSSESSIVES.has(token.text);
        const mention = of === undefined ? endingAt(isPossessive ? start - 1 : start) : undefined;
        if (mention === undefined || names[mention]!.type === 'person') break;
        of = mention;
        possessive = isPossessive;
        start = names[mention]!.firstToken;
        continue;
      }
      start--;
    }
    // A hyphen belongs to a title only between two of its words.
    while (start < at && tokens[start]!.text === '-') start++;
    return { start, of, deputy, past: isPast, possessive };
  }

  /** "-elect", "of Russia", "of the United Nations". */
  function readAfter(at: number, sentence: number): { end: number; elect: boolean; open: boolean; of?: number } {
    let end = at;
    const elect = tokens[end]?.text === '-' && tokens[end + 1]?.lower === 'elect';
    if (elect) end += 2;
    if (tokens[end]?.sentence !== sentence || tokens[end]!.lower !== 'of') return { end, elect, open: false };
    const first = tokens[end + 1]?.lower === 'the' ? end + 2 : end + 1;
    const of = startingAt(first);
    // "the president of the company", "… of the Salvadoran Congress": an office of something that is no mention here.
    if (of === undefined || !owns(of)) return { end, elect, open: true };
    return { end: names[of]!.lastToken, elect, open: false, of };
  }

  /** Whether a mention behind "of" is all that is said there, and can have offices. */
  function owns(mention: number): boolean {
    const { type, lastToken } = names[mention]!;
    if (type === 'person' || type === 'people') return false;
    const next = tokens[lastToken];
    return next === undefined || next.pos !== 'PROPN' || startingAt(lastToken) !== undefined;
  }

  /** "the Prime Minister's Office" is no person. */
  function isOffice(end: number): boolean {
    return POSSESSIVES.has(tokens[end]?.text ?? '') && tokens[end + 1]?.lower === 'office';
  }

  /** "President Putin", "[US Secretary of State Rex] Tillerson", "the chancellor, Angela Merkel,". */
  function bearerAfter(at: number, sentence: number): number | undefined {
    let next = at;
    if (tokens[next]?.text === ',') next++;
    for (let skipped = 0; skipped < 3; skipped++, next++) {
      const token = tokens[next];
      if (token === undefined || token.sentence !== sentence) return undefined;
      const mention = startingAt(next);
      if (mention !== undefined) {
        if (names[mention]!.type !== 'person') return undefined;
        // "after talks with the president, Merkel said": an apposition is closed again.
        const isClosed = tokens[at]!.text !== ',' || /^[,.;]$/.test(tokens[names[mention]!.lastToken]?.text ?? '');
        return isClosed ? mention : undefined;
      }
      const isPart = CLOSE.has(token.text) || CLOSE.has(tokens[next + 1]?.text ?? '') || isHonorific(token);
      if (!isPart) return undefined;
    }
    return undefined;
  }

  /** "Angela Merkel, the German chancellor,": what stands between commas. */
  function bearerBefore(start: number, end: number, sentence: number): number | undefined {
    const article = tokens[start - 1]?.lower;
    const comma = article === 'a' || article === 'an' ? start - 2 : start - 1;
    if (tokens[comma]?.text !== ',' || tokens[comma]!.sentence !== sentence) return undefined;
    const mention = endingAt(comma);
    if (mention === undefined || names[mention]!.type !== 'person') return undefined;
    const next = tokens[end];
    const closed = next === undefined || next.sentence !== sentence || /^[,.;:)—–]$/.test(next.text);
    return closed ? mention : undefined;
  }
}

const isHonorific = ({ lower }: Token): boolean =>
  lower === 'mr' || lower === 'mr.' || lower === 'dr' || lower === 'dr.';
