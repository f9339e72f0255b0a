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
  readonly words: readonly Word[];
  readonly marks: Int32Array;
  /** What the rest of the document says of a word; undefined where that is left out. */
  readonly context: DocumentContext | undefined;
  /** Flat pairs of first token and token after the last. */
  readonly segments: readonly number[];
  readonly sentences: readonly Sentence[];
  readonly sentenceOf: (token: number) => Sentence;
}

/** @param recased whether headlines in capitals, or without any, are read as the running text spells their words */
export function readDocument(text: TextLayer, vocabulary: Words, recased = true): Reading {
  const { tokens, sentences } = text;
  const isListed = (phrase: string) => (vocabulary.lists.bitsOf(phrase) & COUNTRIES_AND_CAPITALS) !== 0;
  const spelled = recased ? recase(text, isListed) : undefined;
  const words = tokens.map((token, i) => vocabulary.of(spelled?.[i] ?? token.text));
  const marks = new Int32Array(tokens.length);
  const segments: number[] = [];
  for (const { firstToken, lastToken } of sentences) {
    const found = findSegments(words, firstToken, lastToken);
    for (let s = 0; s < found.length; s += 2) {
      vocabulary.lists.mark(tokens, words, found[s]!, found[s + 1]!, marks);
      segments.push(found[s]!, found[s + 1]!);
    }
  }
  const sentenceOf = (token: number) => sentences[tokens[token]!.sentence]!;
  const context = vocabulary.document ? new DocumentContext(text, words) : undefined;
  return { words, marks, context, segments, sentences, sentenceOf };
}

/**
 * Adds the features of token `i` that depend on more than one word's text. Those of single words are in `Word`, those of
 * the other places of its word in `DocumentContext`, which `visit` is called for.
 * Templates follow Ratinov & Roth, "Design challenges and misconceptions in named entity recognition" (2009).
 */
export function addJointFeatures(
  reading: Reading,
  i: number,
  add: (feature: number) => void,
  visit: (token: number) => void,
): void {
  const { words, marks, context } = reading;
  const { firstToken, lastToken, headline } = reading.sentenceOf(i);
  const word = words[i]!;
  const before = i > firstToken ? words[i - 1] : undefined;
  const after = i + 1 < lastToken ? words[i + 1] : undefined;
  add(hashPair(80, before?.hash ?? 1, word.hash));
  add(hashPair(81, word.hash, after?.hash ?? 2));
  add(hashPair(82, before?.hash ?? 1, after?.hash ?? 2));
  if (before === undefined) add(hashPair(83, word.shape, after?.shape ?? 2));
  if (headline) add(hashPair(84, word.shape, before?.shape ?? 1));

  // Where it stands in its run of capitalised words, and which words begin and end the run.
  let start = i;
  let end = i + 1;
  while (start > firstToken && i - start < 6 && (words[start - 1]!.part & CAPITAL) !== 0) start--;
  while (end < lastToken && end - i < 6 && (words[end]!.part & CAPITAL) !== 0) end++;
  const place = ((i - start) << 4) | (end - i);
  add(hashPair(85, place, 0));
  if (end - start > 1) {
    add(hashPair(86, words[end - 1]!.cluster, place));
    if (i + 1 < end) add(hashPair(89, words[end - 1]!.hash, 0));
    if (i > start) add(hashPair(90, words[start]!.hash, 0));
  }

  const mark = marks[i]!;
  if (mark !== 0) {
    add(hashPair(87, mark, 0));
    add(hashPair(88, mark, word.shape));
  }
  if ((word.part & CAPITAL) !== 0) context?.addFeatures(i, add, visit);
}
