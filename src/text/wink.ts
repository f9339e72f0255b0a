import model from 'wink-eng-lite-web-model';
import winkNLP, { type Detail, type Document, type ItsFunction } from 'wink-nlp';
import type { Form, PartOfSpeech, Span, Token } from './types.ts';

type ColTokens = ReturnType<Document['tokens']>;

/**
 * The only importer of wink-nlp: tokens, tags, lemmas and suggested sentence ends of paragraphs, with their offsets.
 *
 * wink-nlp is super-linear on unbroken runs of characters (8,000 characters of `http://` take a minute), so a run
 * longer than LONGEST_RUN is handed to it as a short stand-in and comes back as one opaque token.
 */
let nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

const LONGEST_RUN = 100;
const LONG_RUN = new RegExp(`[^\\s]{${LONGEST_RUN + 1},}`, 'g');
/** A private-use character: wink keeps it as one token and no news text contains it. */
const STAND_IN = '\uE000';
/** How far on a token is looked for that does not stand where it should. */
const FARTHEST = 8;

/** Characters that wink is given at a time: many paragraphs, because each call has a cost of its own. */
const CHUNK = 16_000;

export interface TaggedParagraph {
  /** Without their place in the document: `index` and `sentence` are for the caller to set. */
  readonly tokens: Writable<Token>[];
  /** The tokens that wink takes for the last of a sentence. */
  readonly suggestedEnds: ReadonlySet<Token>;
}
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Reads the paragraphs of a text. No tag depends on another paragraph, so that it does not matter how they are cut. */
export function readParagraphs(source: string, paragraphs: readonly Span[]): TaggedParagraph[] {
  const read: TaggedParagraph[] = [];
  for (let first = 0; first < paragraphs.length; ) {
    const { start } = paragraphs[first]!;
    let last = first;
    while (last + 1 < paragraphs.length && paragraphs[last + 1]!.end - start <= CHUNK) last++;
    readChunk(source, paragraphs.slice(first, last + 1), read);
    first = last + 1;
  }
  return read;
}

function readChunk(source: string, paragraphs: readonly Span[], into: TaggedParagraph[]): void {
  const offset = paragraphs[0]!.start;
  const chunk = source.slice(offset, paragraphs.at(-1)!.end);
  const runs = hasLongRun(chunk) ? (chunk.match(LONG_RUN) ?? []) : [];
  const doc = nlp.readDoc(runs.length > 0 ? chunk.replace(LONG_RUN, STAND_IN) : chunk);
  const collection = doc.tokens();
  const uids = collection.out(its.uniqueId as unknown as ItsFunction<string>) as unknown as number[];
  const tags = collection.out(its.pos) as (PartOfSpeech | 'SPACE')[];
  // A sentence reports its own span of token indexes.
  const spans = doc.sentences().out(its.span as unknown as ItsFunction<Detail>) as unknown as [number, number][];

  const suggestedEnds = new Set<Token>();
  let paragraph = 0;
  let tokens: Writable<Token>[] = [];
  into.push({ tokens, suggestedEnds });
  let at = 0;
  let run = 0;
  let sentence = 0;
  let previous: Token | undefined;
  for (let i = 0; i < uids.length; i++) {
    const pos = tags[i]!;
    if (pos !== 'SPACE') {
      const word = wordOf(collection, i, uids[i]!);
      const isRun = word.text === STAND_IN && run < runs.length;
      const text = isRun ? runs[run++]! : word.text;
      // wink makes empty tokens of some control characters.
      const start = text === '' ? -1 : find(text, chunk, at);
      if (start >= 0) {
        at = start + text.length;
        while (offset + start >= paragraphs[paragraph]!.end) {
          paragraph++;
          tokens = [];
          into.push({ tokens, suggestedEnds });
        }
        const token: Writable<Token> = {
          index: 0,
          start: offset + start,
          end: offset + at,
          text,
          form: isRun ? { text, lower: text.toLowerCase() } : word,
          lower: isRun ? text.toLowerCase() : word.lower,
          lemma: word.pos === pos ? word.lemma : lemmaOf(collection, i, word, pos),
          pos,
          sentence: 0,
        };
        tokens.push(token);
        previous = token;
      }
    }
    if (i === spans[sentence]?.[1]) {
      sentence++;
      if (previous !== undefined) suggestedEnds.add(previous);
    }
  }
  // A paragraph may hold nothing that is a token.
  while (++paragraph < paragraphs.length) into.push({ tokens: [], suggestedEnds });
  if (words.length > MOST_WORDS) forgetWords();
}

/** Whether more than LONGEST_RUN characters stand together. Looks only at a few characters of each hundred. */
function hasLongRun(chunk: string): boolean {
  for (let at = 0; at + LONGEST_RUN < chunk.length; ) {
    let back = at + LONGEST_RUN;
    while (back >= at && !isSpace(chunk.charCodeAt(back))) back--;
    if (back < at) return true;
    at = back + 1;
  }
  return false;
}

/** Where a token stands, from `at` on: behind white space, or a little farther where wink has dropped something. */
function find(text: string, chunk: string, at: number): number {
  let start = at;
  while (start < chunk.length && isSpace(chunk.charCodeAt(start))) start++;
  for (let tries = 0; tries < FARTHEST; tries++) {
    if (chunk.startsWith(text, start + tries)) return start + tries;
  }
  return -1;
}

const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  (code > 0xff && /\s/.test(String.fromCharCode(code)));

/** What wink would work out anew each time it meets a word: its lower case, and its lemma under the latest tag. */
interface Word extends Form {
  pos: PartOfSpeech | undefined;
  lemma: string;
  /** Its lemmas under all tags, where there is more than one. */
  lemmas: Map<PartOfSpeech, string> | undefined;
}

/** Words that wink knows from the beginning, about. */
const FIRST_WORDS = 90_000;
const noWords = (): (Word | undefined)[] => new Array<Word | undefined>(FIRST_WORDS).fill(undefined);
/** By wink's number of the word, which are counted on from 0. */
let words = noWords();
/** wink never forgets a word that it has met; beyond this many it is made anew, so that memory is bounded. */
const MOST_WORDS = 300_000;

function forgetWords(): void {
  words = noWords();
  nlp = winkNLP(model, ['sbd', 'pos']);
}

function wordOf(collection: ColTokens, index: number, uid: number): Word {
  let word = words[uid];
  if (word === undefined) {
    const text = collection.itemAt(index).out();
    word = { text, lower: text.toLowerCase(), pos: undefined, lemma: '', lemmas: undefined };
    while (words.length <= uid) words.push(undefined);
    words[uid] = word;
  }
  return word;
}

function lemmaOf(collection: ColTokens, index: number, word: Word, pos: PartOfSpeech): string {
  let lemma = word.lemmas?.get(pos);
  if (lemma === undefined) {
    // wink has no lemma for some words that it normalises.
    const found = collection.itemAt(index).out(its.lemma as ItsFunction<string>) as string | undefined;
    lemma = found?.toLowerCase() ?? word.lower;
    if (word.pos !== undefined) {
      word.lemmas ??= new Map([[word.pos, word.lemma]]);
      word.lemmas.set(pos, lemma);
    }
  }
  word.lemma = lemma;
  word.pos = pos;
  return lemma;
}
