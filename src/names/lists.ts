import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../data.ts';
import { hashPair, hashText } from './hash.ts';
import { HashedTable, packTable, unpackTable } from './hashed.ts';

/** Names longer than this many tokens are not in the lists. */
const LONGEST = 8;
/** Lists that rules ask for, as bits; `scripts/train-names/lists.ts` numbers them. */
export const COUNTRY = 1 << 0;
export const PEOPLE_NAMES = (1 << 10) | (1 << 11) | (1 << 12);
export const CITY = 1 << 14;
export const STATE = 1 << 15;
export const REGION = 1 << 16;

const WORD = 9;
const PAIR = 10;

/** What the lists say of a word; worked out once for each distinct word. */
export interface ListedWord {
  readonly capital: boolean;
  /** `hashWord` of it in lower case. */
  readonly hash: number;
  /** Lists that hold it, and tokens in the longest phrase that starts with it. */
  readonly listed: number;
  readonly longest: number;
}

export const hashWord = (lower: string): number => hashText(WORD, lower);

/** Phrases are lower-cased tokens joined by blanks. */
const hashPhrase = (phrase: string): number =>
  phrase
    .split(' ')
    .map(hashWord)
    .reduce((hash, word) => hashPair(PAIR, hash, word));

const empty = new HashedTable(new Uint32Array(), new Uint32Array());
export const listsFile: string = join(packageRoot, 'data', 'en', 'names', 'lists.br');

/** Which lists a phrase stands in, as a bit set; `0` for none. */
export class PhraseLists {
  /** By the hash of the phrase. */
  readonly #bits: HashedTable;
  /** By the hash of a first word, tokens in the longest phrase that starts with it. */
  readonly #longest: HashedTable;

  constructor(bits = empty, longest = empty) {
    this.#bits = bits;
    this.#longest = longest;
  }

  bitsOf(phrase: string): number {
    return this.#bits.get(hashPhrase(phrase));
  }

  /** Tokens in the longest phrase that starts with this word. */
  longestFrom(lower: string): number {
    return this.#longest.get(hashWord(lower));
  }

  /**
   * Marks the longest listed phrases from left to right in `marks`: `bits << 2 | position`, where position is
   * 0 begin, 1 inside, 2 last, 3 a phrase of one token; `0` where nothing matches.
   */
  mark(words: readonly ListedWord[], first: number, last: number, marks: Int32Array): void {
    for (let i = first; i < last; ) {
      const word = words[i]!;
      const most = word.capital ? Math.min(word.longest, last - i) : 0;
      let length = most > 0 && word.listed !== 0 ? 1 : 0;
      let bits = length === 1 ? word.listed : 0;
      for (let k = 1, hash = word.hash; k < most; k++) {
        hash = hashPair(PAIR, hash, words[i + k]!.hash);
        const found = this.#bits.get(hash);
        if (found === 0) continue;
        bits = found;
        length = k + 1;
      }
      if (length === 0) {
        i++;
        continue;
      }
      for (let k = 0; k < length; k++) {
        marks[i + k] = (bits << 2) | (length === 1 ? 3 : k === 0 ? 0 : k === length - 1 ? 2 : 1);
      }
      i += length;
    }
  }
}

/** The file: a table of phrases, a table of first words. */
export function packLists(lists: readonly Iterable<string>[]): Buffer {
  const bits = new Map<number, number>();
  const longest = new Map<number, number>();
  for (const [list, phrases] of lists.entries()) {
    for (const phrase of phrases) {
      const words = phrase.split(' ');
      if (words.length > LONGEST) continue;
      const key = hashPhrase(phrase);
      bits.set(key, (bits.get(key) ?? 0) | (1 << list));
      const first = hashWord(words[0]!);
      longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
    }
  }
  return brotliCompressSync(Buffer.concat([packTable(bits), packTable(longest)]));
}

/** The lists that ship. */
export function readLists(): PhraseLists {
  const bytes = brotliDecompressSync(readFileSync(listsFile));
  const { table, end } = unpackTable(bytes);
  return new PhraseLists(table, unpackTable(bytes, end).table);
}
