import type { Sentence, TextLayer } from '../text/types.ts';
import { DocumentContext } from './context.ts';
import { hashPair } from './hash.ts';
import { recase } from './recase.ts';
import { findSegments } from './segments.ts';
import { CAPITAL, type Word, type Words } from './words.ts';

/** The first two lists. */
const COUNTRIES_AND_CAPITALS = 0b11;

/** A document as the model sees it: its words, the phrases the lists know, and the runs that may hold names. */
export interface Reading {
  readonly text: TextLayer;
  readonly words: readonly Word[];
  readonly marks: Int32Array;
  readonly context: DocumentContext;
  /** Whether what the rest of the document says of a word counts. */
  readonly withContext: boolean;
  /** Flat pairs of first token and token after the last. */
  readonly segments: readonly number[];
}

/** @param recased whether headlines in capitals, or without any, are read as the running text spells their words */
export function readDocument(text: TextLayer, vocabulary: Words, recased = true): Reading {
  vocabulary.startDocument();
  const { tokens, sentences } = text;
  const words = tokens.map((token) => vocabulary.of(token.form));
  const isListed = (phrase: string) => (vocabulary.lists.bitsOf(phrase) & COUNTRIES_AND_CAPITALS) !== 0;
  if (recased) for (const [i, spelling] of recase(text, isListed)) words[i] = vocabulary.spelled(spelling);
  const marks = new Int32Array(tokens.length);
  const segments: number[] = [];
  for (const { firstToken, lastToken } of sentences) {
    let found = segments.length;
    findSegments(words, firstToken, lastToken, segments);
    for (; found < segments.length; found += 2)
      vocabulary.lists.mark(words, segments[found]!, segments[found + 1]!, marks);
  }
  const context = new DocumentContext(text, words);
  return { text, words, marks, context, withContext: vocabulary.document, segments };
}

/** The sentence that a token stands in. */
export const sentenceOf = ({ text }: Reading, token: number): Sentence => text.sentences[text.tokens[token]!.sentence]!;

/** Features of one token that depend on more than one word's text are fewer. */
export const MOST_FEATURES = 16;

/**
 * Writes the features of token `i` that depend on more than one word's text to `into`; how many. Those of single words are
 * in `featuresOf`, those of the other places of its word in `DocumentContext.addNeighbours`.
 * Templates follow Ratinov & Roth, "Design challenges and misconceptions in named entity recognition" (2009).
 */
export function jointFeatures(
  reading: Reading,
  { firstToken, lastToken, headline }: Sentence,
  i: number,
  into: Uint32Array,
): number {
  const { words, marks } = reading;
  const word = words[i]!;
  const before = i > firstToken ? words[i - 1] : undefined;
  const after = i + 1 < lastToken ? words[i + 1] : undefined;
  let count = 3;
  into[0] = hashPair(80, before?.hash ?? 1, word.hash);
  into[1] = hashPair(81, word.hash, after?.hash ?? 2);
  into[2] = hashPair(82, before?.hash ?? 1, after?.hash ?? 2);
  if (before === undefined) into[count++] = hashPair(83, word.shape, after?.shape ?? 2);
  if (headline) into[count++] = hashPair(84, word.shape, before?.shape ?? 1);

  // Where it stands in its run of capitalised words, and which words begin and end the run.
  let start = i;
  let end = i + 1;
  while (start > firstToken && i - start < 6 && (words[start - 1]!.part & CAPITAL) !== 0) start--;
  while (end < lastToken && end - i < 6 && (words[end]!.part & CAPITAL) !== 0) end++;
  const place = ((i - start) << 4) | (end - i);
  into[count++] = hashPair(85, place, 0);
  if (end - start > 1) {
    into[count++] = hashPair(86, words[end - 1]!.cluster, place);
    if (i + 1 < end) into[count++] = hashPair(89, words[end - 1]!.hash, 0);
    if (i > start) into[count++] = hashPair(90, words[start]!.hash, 0);
  }

  const mark = marks[i]!;
  if (mark !== 0) {
    into[count++] = hashPair(87, mark, 0);
    into[count++] = hashPair(88, mark, word.shape);
  }
  return reading.withContext && (word.part & CAPITAL) !== 0 ? reading.context.addFeatures(i, into, count) : count;
}

/** Whether other places of the word at token `i` say something of it: those in its letters but `i`. */
export function hasOtherPlaces({ words, withContext }: Reading, i: number): boolean {
  const { letters, part } = words[i]!;
  if (!withContext || (part & CAPITAL) === 0) return false;
  return letters.at.length > 1 || (letters.at.length === 1 && letters.at[0] !== i);
}
