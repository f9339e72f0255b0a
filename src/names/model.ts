import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { packageRoot } from '../data.ts';
import { LABELS } from './labels.ts';

/** Features are hashed into this many buckets. */
export const BUCKETS = 1 << 22;

/**
 * Scores of all labels of a token: two to an int32, label 2k in the low and 2k + 1 in the high half, so that one addition
 * adds two weights. A sum stays within 16 bits: a token has fewer than 250 features of at most ±127 each.
 */
export const LANES = (LABELS + 1) >> 1;
/** Rows start at multiples of 64 bytes, a cache line: reading them is most of the work. */
const STRIDE = 16;

/** A trained model: for each known feature a row of weights, and the weights of label pairs. */
export class Model {
  readonly transitions: Float64Array;
  /** 32 buckets to a pair of numbers: which of them are known, and how many known ones come before. */
  readonly #known: Uint32Array;
  readonly #rows: Int32Array;

  constructor(transitions: Float64Array, known: Uint32Array, rows: Int32Array) {
    this.transitions = transitions;
    this.#known = known;
    this.#rows = rows;
  }

  /** Adds the weights of features to the lanes that start at `at`; nothing for those that are unknown. */
  add(features: Uint32Array, count: number, lanes: Int32Array, at: number): void {
    const known = this.#known;
    const rows = this.#rows;
    for (let f = 0; f < count; f++) {
      const feature = features[f]!;
      const pair = ((feature & (BUCKETS - 1)) >>> 5) << 1;
      const bits = known[pair]!;
      const bit = feature & 31;
      if (((bits >>> bit) & 1) === 0) continue;
      const row = (known[pair + 1]! + countBits(bits & ((1 << bit) - 1))) * STRIDE;
      for (let lane = 0; lane < LANES; lane++) lanes[at + lane]! += rows[row + lane]!;
    }
  }
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
  // Rows stand in the order of their buckets: a row's number is how many known buckets come before its own.
  const known = new Uint32Array(BUCKETS >>> 4);
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
    known[(bucket >>> 5) << 1]! |= 1 << (bucket & 31);
  }
  for (let pair = 2; pair < known.length; pair += 2) known[pair + 1] = known[pair - 1]! + countBits(known[pair - 2]!);
  return new Model(transitions, known, readRows(file, at, count));
}

/** Weights of int8, label by label, as lanes. */
function readRows(file: Buffer, start: number, count: number): Int32Array {
  const weights = new Int8Array(file.buffer, file.byteOffset + start, count * LABELS);
  const rows = new Int32Array(count * STRIDE);
  for (let row = 0, at = 0; row < count; row++) {
    const target = row * STRIDE;
    for (let lane = 0; lane < LANES - 1; lane++, at += 2) rows[target + lane] = weights[at]! + (weights[at + 1]! << 16);
    rows[target + LANES - 1] = weights[at++]!;
  }
  return rows;
}

/** The scores in the lanes from `at` on, one a label, into `scores` from `target` on. */
export function readLanes(lanes: Int32Array, at: number, scores: Int32Array, target: number): void {
  for (let label = 0; label < LABELS; label += 2) {
    const pair = lanes[at + (label >> 1)]!;
    const low = (pair << 16) >> 16;
    scores[target + label] = low;
    if (label + 1 < LABELS) scores[target + label + 1] = (pair - low) >> 16;
  }
}

/** Ones in a 32-bit word (Warren, "Hacker's Delight", figure 5-2). */
function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export const modelFile: string = join(packageRoot, 'data', 'en', 'names', 'model.br');

export const readModel = (): Model => unpackModel(brotliDecompressSync(readFileSync(modelFile)));
