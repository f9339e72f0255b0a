import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../data.ts';
import type { Token } from '../text/types.ts';

/** Names longer than this many tokens are not in the lists. */
const LONGEST = 8;

/** What the lists say of a word; worked out once for each distinct word. */
export interface ListedWord {
  readonly capital: boolean;
  /** Lists that hold it, and tokens in the longest phrase that starts with it. */
  readonly listed: number;
  readonly longest: number;
}

/** Which lists a phrase stands in, as a bit set; `0` for none. Phrases are lower-cased tokens joined by blanks. */
export class PhraseLists {
  readonly #bits: ReadonlyMap<string, number>;
  /** For a first word, the longest phrase that starts with it. */
  readonly #longest = new Map<string, number>();

  constructor(bits: ReadonlyMap<string, number>) {
    this.#bits = bits;
    for (const phrase of bits.keys()) {
      let words = 1;
      const end = phrase.indexOf(' ');
      for (let at = end; at >= 0; at = phrase.indexOf(' ', at + 1)) words++;
      if (words > LONGEST) continue;
      const first = end < 0 ? phrase : phrase.slice(0, end);
      if ((this.#longest.get(first) ?? 0) < words) this.#longest.set(first, words);
    }
  }

  bitsOf(phrase: string): number {
    return this.#bits.get(phrase) ?? 0;
  }

  /** Tokens in the longest phrase that starts with this word. */
  longestFrom(lower: string): number {
    return this.#longest.get(lower) ?? 0;
  }

  /**
   * Marks the longest listed phrases from left to right in `marks`: `bits << 2 | position`, where position is
   * 0 begin, 1 inside, 2 last, 3 a phrase of one token; `0` where nothing matches.
   */
  mark(tokens: readonly Token[], words: readonly ListedWord[], first: number, last: number, marks: Int32Array): void {
    for (let i = first; i < last; ) {
      const word = words[i]!;
      let length = word.capital ? Math.min(word.longest, last - i) : 0;
      let bits = 0;
      for (; length > 0; length--) {
        bits = length === 1 ? word.listed : (this.#bits.get(joined(tokens, i, length)) ?? 0);
        if (bits !== 0) break;
      }
      if (bits === 0) {
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

function joined(tokens: readonly Token[], first: number, length: number): string {
  let phrase = tokens[first]!.lower;
  for (let k = 1; k < length; k++) phrase += ` ${tokens[first + k]!.lower}`;
  return phrase;
}

/** The lists that ship: one line a list, its phrases separated by tabs. */
export function readLists(): PhraseLists {
  const file = join(packageRoot, 'data', 'en', 'names', 'lists.br');
  const bits = new Map<string, number>();
  for (const [list, line] of brotliDecompressSync(readFileSync(file)).toString('utf8').split('\n').entries()) {
    for (const phrase of line.split('\t')) bits.set(phrase, (bits.get(phrase) ?? 0) | (1 << list));
  }
  return new PhraseLists(bits);
}
