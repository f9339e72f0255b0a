import type { TextLayer } from '../text/types.ts';
import { hashPair } from './hash.ts';
import { CAPITAL, type Word } from './words.ts';

/** Other occurrences of a word that are looked at. */
const MOST_OCCURRENCES = 5;

/** Where a capitalised word stands in the document, and whether it is also written in lower case. */
interface Occurrences {
  readonly at: number[];
  lowerCase: boolean;
}

/** What the whole document says of a word: how it is written elsewhere, and between which neighbours. */
export class DocumentContext {
  readonly #occurrences = new Map<string, Occurrences>();
  readonly #words: readonly Word[];

  constructor(text: TextLayer, words: readonly Word[]) {
    this.#words = words;
    for (const { firstToken, lastToken, headline } of text.sentences) {
      for (let i = firstToken; i < lastToken; i++) {
        const word = words[i]!;
        if ((word.part & CAPITAL) === 0) continue;
        let found = this.#occurrences.get(word.lower);
        if (found === undefined) {
          found = { at: [], lowerCase: false };
          this.#occurrences.set(word.lower, found);
        }
        if (i > firstToken && !headline && found.at.length < MOST_OCCURRENCES) found.at.push(i);
      }
    }
    for (const word of words) {
      if (word.part !== 0) continue;
      const found = this.#occurrences.get(word.lower);
      if (found !== undefined) found.lowerCase = true;
    }
  }

  /** Adds what the rest of the document says of the word at token `i` as a whole; calls `visit` for each other place. */
  addFeatures(i: number, add: (feature: number) => void, visit: (token: number) => void): void {
    const found = this.#occurrences.get(this.#words[i]!.lower);
    if (found === undefined) return;
    if (found.lowerCase) add(hashPair(70, 1, 0));
    let others = 0;
    for (const at of found.at) {
      if (at === i) continue;
      others++;
      visit(at);
    }
    add(hashPair(75, Math.min(others, 2), 0));
  }

  /** Adds the features of token `at` as another place of the same word: what stands beside it there. */
  addNeighbours(at: number, add: (feature: number) => void): void {
    const before = this.#words[at - 1]!;
    const after = this.#words[at + 1];
    add(hashPair(71, before.hash, 0));
    add(hashPair(72, before.group, before.shape));
    if (after !== undefined) {
      add(hashPair(73, after.hash, 0));
      add(hashPair(74, after.group, after.shape));
    }
  }
}
