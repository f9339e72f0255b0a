import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../data.ts';
import { hashText } from './hash.ts';

/** What a word without a cluster answers. */
export const NO_CLUSTER = 0xffff;

/** Slots of the table, a power of two well above the number of words. */
const SLOTS = 1 << 20;
const SEED = 0;

/**
 * Word clusters: lower-cased word → fine cluster and the coarse group it lies in, packed as `group << 16 | cluster`.
 * Words are kept as 32-bit hashes in an open-addressing table, which loads in a fifth of the time that a Map takes.
 */
export class Clusters {
  readonly #keys = new Uint32Array(SLOTS);
  readonly #values = new Uint32Array(SLOTS);

  of(word: string): number {
    const key = hashText(SEED, word) | 1;
    for (let slot = (key >>> 1) & (SLOTS - 1); this.#keys[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
      if (this.#keys[slot] === key >>> 0) return this.#values[slot]!;
    }
    return NO_CLUSTER;
  }

  add(word: string, packed: number): void {
    const key = hashText(SEED, word) | 1;
    let slot = (key >>> 1) & (SLOTS - 1);
    while (this.#keys[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.#keys[slot] = key;
    this.#values[slot] = packed;
  }
}

/** The clusters that ship: a line a cluster, its group and its words, separated by blanks. */
export function readClusters(): Clusters {
  const file = join(packageRoot, 'data', 'en', 'names', 'clusters.br');
  const clusters = new Clusters();
  const lines = brotliDecompressSync(readFileSync(file)).toString('utf8').split('\n');
  for (const [cluster, line] of lines.entries()) {
    let at = line.indexOf(' ');
    const packed = (Number(line.slice(0, at)) << 16) | cluster;
    while (at >= 0) {
      const next = line.indexOf(' ', at + 1);
      clusters.add(line.slice(at + 1, next < 0 ? line.length : next), packed);
      at = next;
    }
  }
  return clusters;
}
