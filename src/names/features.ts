import type { Sentence, TextLayer } from '../text/types.ts';
import { DocumentContext } from './context.ts';
import { hashPair } from './hash.ts';
import { findSegments } from './segments.ts';
import { CAPITAL, type Word, type Words } from './words.ts';

/** A document as the model sees it: its words, the phrases the lists know, and the runs that may hold names. */
export interface Reading {
  readonly words: readonly Word[];
  readonly marks: Int32Array;
  readonly context: DocumentContext;
  /** Flat pairs of first token and token after the last. */
  readonly segments: readonly number[];
  readonly sentences: readonly Sentence[];
  readonly sentenceOf: (token: number) => Sentence;
}

export function readDocument(text: TextLayer, vocabulary: Words): Reading {
  const { tokens, sentences } = text;
  const words = tokens.map((token) => vocabulary.of(token.text));
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
  return { words, marks, context: new DocumentContext(text, words), segments, sentences, sentenceOf };
}

/**
 * Adds the features of token `i` that depend on more than one word's text. Those of single words are in `Word`.
 * Templates follow Ratinov & Roth, "Design challenges and misconceptions in named entity recognition" (2009).
 */
export function addJointFeatures(reading: Reading, i: number, add: (feature: number) => void): void {
  const { words, marks, context } = reading;
  const { firstToken, lastToken, headline } = reading.sentenceOf(i);
  const word = words[i]!;
  const before = i > firstToken ? words[i - 1] : undefined;
  const after = i + 1 < lastToken ? words[i + 1] : undefined;
  const a = before?.hash ?? 1;
  const z = after?.hash ?? 2;
  const shapeBefore = before?.shape ?? 1;
  const shapeAfter = after?.shape ?? 2;
  add(hashPair(80, a, word.hash));
  add(hashPair(81, word.hash, z));
  add(hashPair(82, before?.cluster ?? 0xfffe, word.cluster));
  add(hashPair(83, word.cluster, after?.cluster ?? 0xfffe));
  add(hashPair(84, hashPair(84, shapeBefore, word.shape), shapeAfter));
  add(hashPair(85, a, z));
  add(hashPair(86, before?.cluster ?? 0xfffe, hashPair(86, word.shape, after?.cluster ?? 0xfffe)));
  if (before === undefined) add(hashPair(87, word.shape, shapeAfter));
  if (headline) add(hashPair(88, word.shape, shapeBefore));
  if (i - 2 >= firstToken) add(hashPair(89, hashPair(89, words[i - 2]!.hash, a), word.shape));
  if (i + 2 < lastToken) add(hashPair(90, hashPair(90, z, words[i + 2]!.hash), word.shape));

  let start = i;
  let end = i + 1;
  while (start > firstToken && i - start < 6 && (words[start - 1]!.part & CAPITAL) !== 0) start--;
  while (end < lastToken && end - i < 6 && (words[end]!.part & CAPITAL) !== 0) end++;
  const place = ((i - start) << 4) | (end - i);
  add(hashPair(91, start > firstToken ? words[start - 1]!.hash : 1, 0));
  add(hashPair(92, end < lastToken ? words[end]!.hash : 2, 0));
  add(hashPair(93, place, 0));
  if (end - start > 1) {
    add(hashPair(94, words[start]!.hash, place));
    add(hashPair(95, words[end - 1]!.hash, place));
    add(hashPair(96, words[end - 1]!.cluster, place));
    add(hashPair(97, words[start]!.cluster, place));
  }

  const mark = marks[i]!;
  if (mark !== 0) {
    add(hashPair(100, mark, 0));
    add(hashPair(101, mark, word.shape));
    add(hashPair(102, mark, a));
    add(hashPair(103, mark, z));
  }
  if (before !== undefined && marks[i - 1] !== 0) add(hashPair(104, marks[i - 1]!, mark));
  if (after !== undefined && marks[i + 1] !== 0) add(hashPair(105, marks[i + 1]!, mark));
  if ((word.part & CAPITAL) !== 0) context.addFeatures(i, add);
}
