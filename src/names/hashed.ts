/** The highest bits of a key say where to look for it. */
const BUCKET_BITS = 16;
const SHIFT = 32 - BUCKET_BITS;

/**
 * Numbers by 32-bit hashes, in two flat arrays ordered by key: read from a file in one walk, with no string made. What is
 * not in it is taken for something that is once in some ten thousand questions.
 */
export class HashedTable {
  readonly #keys: Uint32Array;
  readonly #values: Uint32Array;
  readonly #starts = new Uint32Array((1 << BUCKET_BITS) + 1);

  constructor(keys: Uint32Array, values: Uint32Array) {
    this.#keys = keys;
    this.#values = values;
    let bucket = 0;
    for (let i = 0; i < keys.length; i++) {
      while (bucket <= keys[i]! >>> SHIFT) this.#starts[bucket++] = i;
    }
    this.#starts.fill(keys.length, bucket);
  }

  /** The value of a key; `0` for none. */
  get(key: number): number {
    const end = this.#starts[(key >>> SHIFT) + 1]!;
    for (let i = this.#starts[key >>> SHIFT]!; i < end; i++) if (this.#keys[i] === key) return this.#values[i]!;
    return 0;
  }
}

/** The entries as bytes: how many (uint32), ascending keys as differences, then values, each in LEB128. */
export function packTable(entries: ReadonlyMap<number, number>): Buffer {
  const sorted = [...entries].sort(([a], [b]) => a - b);
  const bytes: number[] = [];
  let previous = 0;
  for (const [key] of sorted) {
    pushNumber(key - previous, bytes);
    previous = key;
  }
  for (const [, value] of sorted) pushNumber(value, bytes);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(sorted.length);
  return Buffer.concat([head, Buffer.from(bytes)]);
}

function pushNumber(value: number, into: number[]): void {
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) into.push((rest & 127) | 128);
  into.push(rest);
}

/** Reads a packed table at `offset`; also where it ends. */
export function unpackTable(bytes: Uint8Array, offset = 0): { table: HashedTable; end: number } {
  let at = offset + 4;
  const count = bytes[offset]! | (bytes[offset + 1]! << 8) | (bytes[offset + 2]! << 16) | (bytes[offset + 3]! << 24);
  const keys = new Uint32Array(count);
  const values = new Uint32Array(count);
  let key = 0;
  for (let i = 0; i < count; i++) {
    key = (key + readNumber()) >>> 0;
    keys[i] = key;
  }
  for (let i = 0; i < count; i++) values[i] = readNumber();
  return { table: new HashedTable(keys, values), end: at };

  function readNumber(): number {
    let byte = bytes[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 127) << shift;
    }
    return value;
  }
}
