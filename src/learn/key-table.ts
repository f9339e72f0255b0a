/** Bits of the filter, a power of two. */
const FILTER = 1 << 18;

/**
 * Signed 32-bit keys → 1, 2, 3 … in the order given. Open addressing with key and number side by side, behind a bit
 * filter that stays in the cache: most features of most words are unknown, and memory is what a look-up waits for.
 */
export class KeyTable {
  readonly keys: Int32Array;
  readonly #mask: number;
  /** Key, number, key, number …; number 0 marks a free slot. */
  readonly #slots: Int32Array;
  readonly #filter = new Int32Array(FILTER >>> 5);

  /** @param keys without repetition */
  constructor(keys: Int32Array) {
    this.keys = keys;
    const slots = 1 << Math.ceil(Math.log2(2 * keys.length + 2));
    this.#mask = 2 * slots - 1;
    this.#slots = new Int32Array(2 * slots);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      this.#filter[(key & (FILTER - 1)) >>> 5]! |= 1 << (key & 31);
      let slot = (key >>> 7) & this.#mask & ~1;
      while (this.#slots[slot + 1] !== 0) slot = (slot + 2) & this.#mask;
      this.#slots[slot] = key;
      this.#slots[slot + 1] = i + 1;
    }
  }

  /** The number of a key; 0 for an unknown one. */
  numberOf(key: number): number {
    if (((this.#filter[(key & (FILTER - 1)) >>> 5]! >>> (key & 31)) & 1) === 0) return 0;
    for (let slot = (key >>> 7) & this.#mask & ~1; ; slot = (slot + 2) & this.#mask) {
      const number = this.#slots[slot + 1]!;
      if (number === 0 || this.#slots[slot] === key) return number;
    }
  }
}
