import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../data.ts';
import { hashText } from './hash.ts';
import { HashedTable, packTable, unpackTable } from './hashed.ts';

/** What a word without a cluster answers. */
export const NO_CLUSTER = 0xffff;

const SEED = 0;
export const clustersFile: string = join(packageRoot, 'data', 'en', 'names', 'clusters.br');

/** Word clusters: lower-cased word → fine cluster and the coarse group it lies in, packed as `group << 16 | cluster`. */
export class Clusters {
  /** Cluster plus one by the hash of the word. */
  readonly #clusters: HashedTable;
  /** The group of each cluster. */
  readonly #groups: Uint8Array;

  constructor(clusters = new HashedTable(new Uint32Array(), new Uint32Array()), groups = new Uint8Array()) {
    this.#clusters = clusters;
    this.#groups = groups;
  }

  of(word: string): number {
    const cluster = this.#clusters.get(hashText(SEED, word)) - 1;
    return cluster < 0 ? NO_CLUSTER : (this.#groups[cluster]! << 16) | cluster;
  }
}

/** The file: how many clusters (uint16), the group of each, a table of words. */
export function packClusters(groups: readonly number[], members: readonly (readonly string[])[]): Buffer {
  const entries = new Map<number, number>();
  for (const [cluster, words] of members.entries()) {
    for (const word of words) {
      const key = hashText(SEED, word);
      if (!entries.has(key)) entries.set(key, cluster + 1);
    }
  }
  const head = Buffer.alloc(2);
  head.writeUInt16LE(groups.length);
  return brotliCompressSync(Buffer.concat([head, Buffer.from(groups), packTable(entries)]));
}

/** The clusters that ship. */
export function readClusters(): Clusters {
  const bytes = brotliDecompressSync(readFileSync(clustersFile));
  const count = bytes.readUInt16LE(0);
  return new Clusters(unpackTable(bytes, 2 + count).table, bytes.subarray(2, 2 + count));
}
