import type { TextLayer } from '../text/types.ts';
import { hashPair } from './hash.ts';
import { CAPITAL, type Word } from './words.ts';

/** Other occurrences of a word that are looked at. */
const MOST_OCCURRENCES = 5;

let documents = 0;

/**
 * What the whole document says of a word: how it is written elsewhere, and between which neighbours. Kept with the letters
 * of the words, so that it holds until the next document is read.
 */
export class DocumentContext {
  readonly #words: readonly Word[];
  readonly #document = ++documents;

  constructor(text: TextLayer, words: readonly Word[]) {
    this.#words = words;
    for (const { firstToken, lastToken, headline } of text.sentences) {
      for (let i = firstToken; i < lastToken; i++) {
        const { letters, part } = words[i]!;
        if (letters.document !== this.#document) {
          letters.document = this.#document;
          letters.small = false;
          letters.at.length = 0;
          letters.sums = undefined;
        }
        if (part === 0) letters.small = true;
        else if ((part & CAPITAL) !== 0 && i > firstToken && !headline && letters.at.length < MOST_OCCURRENCES)
          letters.at.push(i);
      }
    }
  }

  /** Whether the document also writes a word without a capital. */
  isSmall({ letters }: Word): boolean {
    return letters.document === this.#document && letters.small;
  }

  /** Writes what the rest of the document says of the word at token `i` to `into`, from `count` on; the new count. */
  addFeatures(i: number, into: Uint32Array, count: number): number {
    const { small, at } = this.#words[i]!.letters;
    let next = count;
    if (small) into[next++] = hashPair(70, 1, 0);
    const others = at.length - (at.includes(i) ? 1 : 0);
    into[next++] = hashPair(75, Math.min(others, 2), 0);
    return next;
  }

  /** Writes the features of token `at` as another place of the same word: what stands beside it there. */
  addNeighbours(at: number, into: Uint32Array): number {
    const before = this.#words[at - 1]!;
    const after = this.#words[at + 1];
    into[0] = hashPair(71, before.hash, 0);
    into[1] = hashPair(72, before.group, before.shape);
    if (after === undefined) return 2;
    into[2] = hashPair(73, after.hash, 0);
    into[3] = hashPair(74, after.group, after.shape);
    return 4;
  }
}
