import { readData } from '../data.ts';
import type { Token } from './types.ts';

interface SentenceWords {
  /** Abbreviations, without their stop, that always have more to come: titles before a name. */
  readonly continues: readonly string[];
  /** Abbreviations that have more to come when a number follows. */
  readonly beforeNumbers: readonly string[];
  /** Abbreviations that may be the last word of a sentence. */
  readonly mayEnd: readonly string[];
  /** Words that, with a capital after an abbreviation, start a sentence. */
  readonly starters: readonly string[];
  /** Words that open a question. */
  readonly questions: readonly string[];
  /** Lemmas that follow a quoted question: "Will they?" Smith asked. */
  readonly speech: readonly string[];
}
const words = readData<SentenceWords>('en/text/sentences.json');
const continues = new Set(words.continues);
const beforeNumbers = new Set(words.beforeNumbers);
const mayEnd = new Set(words.mayEnd);
const starters = new Set(words.starters);
const questions = new Set(words.questions);
const speech = new Set(words.speech);

/** One capital at the end of a word: J, anti-U. */
const INITIAL = /(?:^|[^\p{L}])\p{Lu}$/u;
const STOPS = new Set([...'.!?…'].map((mark) => mark.charCodeAt(0)));
const CLOSING = new Set(['"', '”', '’', "'", ')', ']', '»', "''"]);
const OPENING = new Set(['"', '“', '‘', "'", '(', '[', '«', '``']);
/** Words between a quoted question and the verb that says who asked. */
const SPEAKER_REACH = 5;

/**
 * The last token of each sentence of a paragraph, in order; the paragraph's last token is always among them.
 *
 * A stop with the marks that close after it is a candidate. What follows decides: a lower-case word never starts a
 * sentence; after an abbreviation the sentence goes on unless a word follows that begins sentences. Where neither
 * says anything, `suggested` does: the ends that the tagger's own sentence model sees.
 */
export function findEnds(tokens: readonly Token[], suggested: ReadonlySet<Token>): number[] {
  const ends: number[] = [];
  let first = 0;
  let quoteOpen = false;
  for (let i = 0; i < tokens.length - 1; i++) {
    const { text } = tokens[i]!;
    if (text === '"') quoteOpen = !quoteOpen;
    if (!STOPS.has(text.charCodeAt(text.length - 1))) continue;
    let last = i;
    while (last + 1 < tokens.length && closes(tokens, last + 1, quoteOpen)) {
      last++;
      if (tokens[last]!.text === '"') quoteOpen = false;
    }
    if (last < tokens.length - 1 && isEnd(tokens, first, i, last, suggested)) {
      ends.push(last);
      first = last + 1;
    }
    i = last;
  }
  if (tokens.length > 0) ends.push(tokens.length - 1);
  return ends;
}

/** A mark that closes what the stop before it ended: close to it, or the second of a pair of straight quotation marks. */
function closes(tokens: readonly Token[], i: number, quoteOpen: boolean): boolean {
  const token = tokens[i]!;
  if (!CLOSING.has(token.text)) return false;
  const attached = token.start === tokens[i - 1]!.end;
  if (token.text !== '"') return attached;
  const next = tokens[i + 1];
  return quoteOpen && (attached || next === undefined || next.start > token.end);
}

/** Whether the stop at `stop`, closed at `last`, ends the sentence that began at `first`. */
function isEnd(
  tokens: readonly Token[],
  first: number,
  stop: number,
  last: number,
  suggested: ReadonlySet<Token>,
): boolean {
  const token = tokens[stop]!;
  const next = tokens[last + 1]!;
  const sees = () => suggested.has(token) || suggested.has(tokens[last]!);
  if (!mayStart(tokens, last + 1)) return false;
  const word = last === stop ? abbreviated(tokens, stop) : undefined;
  if (next.start === tokens[last]!.end) return word === undefined && sees() && token.text !== '…';
  const mark = token.text.at(-1)!;
  if (mark === '?' || mark === '!') {
    if (last > stop) return !isSpoken(tokens, last + 1);
    return token.text !== '?' || !isLostDash(tokens, first, stop);
  }
  if (token.text === '…' || token.text.startsWith('..')) return starters.has(next.lower) || sees();
  if (last > stop) return true;
  if (word === undefined) return true;
  if (continues.has(word)) return false;
  if (beforeNumbers.has(word)) return !isNumber(next) && (starters.has(next.lower) || sees());
  if (word.length === 1) return starters.has(next.lower) && next.pos !== 'PROPN' && sees();
  if (word.includes('.') || mayEnd.has(word)) {
    if (starters.has(next.lower)) return true;
    return !OPENING.has(next.text) && next.pos !== 'PROPN' && sees();
  }
  return token.text === '.' || sees();
}

/** A sentence starts with a capital, a number, an opening mark, or a script without capitals. */
function mayStart(tokens: readonly Token[], i: number): boolean {
  const { text } = tokens[i]!;
  if (OPENING.has(text)) return i + 1 < tokens.length && !isLower(tokens[i + 1]!.text);
  if (/[-–—,;:/%&+=]/.test(text[0]!)) return false;
  return !isLower(text);
}

/** The word, lower-cased and without its last stop, that the stop at `i` may abbreviate. */
function abbreviated(tokens: readonly Token[], i: number): string | undefined {
  const token = tokens[i]!;
  if (token.text.length > 1) return token.lower.slice(0, -1);
  const before = tokens[i - 1];
  if (before === undefined || before.end !== token.start) return undefined;
  if (INITIAL.test(before.text)) return before.text.at(-1)!.toLowerCase();
  const known = continues.has(before.lower) || beforeNumbers.has(before.lower);
  return known || (mayEnd.has(before.lower) && isUpper(before.text)) ? before.lower : undefined;
}

/** A question mark between blanks stands for a dash that was lost on the way, unless the sentence asks something. */
function isLostDash(tokens: readonly Token[], first: number, stop: number): boolean {
  return stop > first && tokens[stop]!.start > tokens[stop - 1]!.end && !questions.has(tokens[first]!.lower);
}

/** The words after a quoted question say who asked. */
function isSpoken(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + SPEAKER_REACH); i++) {
    const { pos, lemma } = tokens[i]!;
    if (pos === 'VERB') return speech.has(lemma);
    if (pos === 'PUNCT' || pos === 'AUX' || pos === 'PRON') return false;
  }
  return false;
}

const isLower = (text: string): boolean => text[0]! !== text[0]!.toUpperCase();
const isUpper = (text: string): boolean => text[0]! !== text[0]!.toLowerCase();
const isNumber = ({ text }: Token): boolean => text[0]! >= '0' && text[0]! <= '9';
