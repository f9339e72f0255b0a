import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../data.ts';
import { LABELS } from './labels.ts';

/** Features are hashed into this many buckets. */
export const BUCKETS = 1 << 22;

/** A trained model: for each known bucket a row of LABELS weights, and the weights of label pairs. */
export interface Model {
  readonly transitions: Float64Array;
  /** Weights row by row. */
  readonly rows: Int8Array;
  /** The first index of a feature's row in `rows`, or -1. */
  rowOf(feature: number): number;
}

/**
 * The file: row count (uint32), transitions (int16, LABELS²), ascending buckets as differences in LEB128, rows (int8),
 * all under Brotli.
 */
export function packModel(buckets: readonly number[], rows: Int8Array, transitions: Int16Array): Buffer {
  const differences: number[] = [];
  let previous = 0;
  for (const bucket of buckets) {
    let rest = bucket - previous;
    previous = bucket;
    for (; rest > 127; rest >>>= 7) differences.push((rest & 127) | 128);
    differences.push(rest);
  }
  const head = Buffer.alloc(4);
  head.writeUInt32LE(buckets.length);
  const pairs = Buffer.alloc(2 * transitions.length);
  transitions.forEach((weight, i) => {
    pairs.writeInt16LE(weight, 2 * i);
  });
  return Buffer.concat([head, pairs, Buffer.from(differences), Buffer.from(rows.buffer, rows.byteOffset, rows.length)]);
}

export function unpackModel(file: Buffer): Model {
  const count = file.readUInt32LE(0);
  let at = 4;
  const transitions = new Float64Array(LABELS * LABELS);
  for (let i = 0; i < transitions.length; i++, at += 2) transitions[i] = file.readInt16LE(at);
  // Open addressing: bucket + 1 and row side by side; twice as many slots as rows, a power of two.
  const slots = 1 << Math.ceil(Math.log2(count * 2 + 2));
  const keys = new Uint32Array(slots);
  const values = new Uint32Array(slots);
  // Most features are unknown: one bit a bucket says so without touching the table.
  const known = new Uint8Array(BUCKETS >>> 3);
  let bucket = 0;
  for (let row = 0; row < count; row++) {
    let shift = 0;
    let difference = 0;
    for (; ; shift += 7) {
      const byte = file[at++]!;
      difference |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    bucket += difference;
    known[bucket >>> 3]! |= 1 << (bucket & 7);
    let slot = bucket & (slots - 1);
    while (keys[slot] !== 0) slot = (slot + 1) & (slots - 1);
    keys[slot] = bucket + 1;
    values[slot] = row * LABELS;
  }
  const rows = new Int8Array(file.buffer, file.byteOffset + at, count * LABELS);
  return {
    transitions,
    rows,
    rowOf(feature) {
      const bucket = feature & (BUCKETS - 1);
      if (((known[bucket >>> 3]! >>> (bucket & 7)) & 1) === 0) return -1;
      const key = bucket + 1;
      let slot = (key - 1) & (slots - 1);
      while (keys[slot] !== 0) {
        if (keys[slot] === key) return values[slot]!;
        slot = (slot + 1) & (slots - 1);
      }
      return -1;
    },
  };
}

export const modelFile: string = join(packageRoot, 'data', 'en', 'names', 'model.br');

export const readModel = (): Model => unpackModel(brotliDecompressSync(readFileSync(modelFile)));
