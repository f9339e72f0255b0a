/** Bits of the filter, a power of two. */
const FILTER = 1 << 18;

/**
 * Signed 32-bit keys → 1, 2, 3 … in the order given. Open addressing over typed arrays, behind a bit filter that stays
 * in the cache: most features of most words are unknown.
 */
export class KeyTable {
  readonly keys: Int32Array;
  readonly #mask: number;
  readonly #slots: Uint32Array;
  readonly #filter = new Uint32Array(FILTER >>> 5);

  /** @param keys without repetition */
  constructor(keys: Int32Array) {
    this.keys = keys;
    this.#mask = (1 << Math.ceil(Math.log2(2 * keys.length + 2))) - 1;
    this.#slots = new Uint32Array(this.#mask + 1);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      this.#filter[(key & (FILTER - 1)) >>> 5]! |= 1 << (key & 31);
      let slot = (key >>> 8) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = i + 1;
    }
  }

  /** The number of a key; 0 for an unknown one. */
  numberOf(key: number): number {
    if (((this.#filter[(key & (FILTER - 1)) >>> 5]! >>> (key & 31)) & 1) === 0) return 0;
    for (let slot = (key >>> 8) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const number = this.#slots[slot]!;
      if (number === 0 || this.keys[number - 1] === key) return number;
    }
  }
}
