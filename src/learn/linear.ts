import { KeyTable } from './key-table.ts';

/**
 * Linear classifiers over string features: multinomial logistic regression, int8 weights, one JSON file a model.
 *
 * Use: `train(examples, options)` (src/learn/train.ts) gives a `LinearModel`; `pack` makes it a file, `unpack` reads
 * it again; `model.probabilities(features)` gives one probability a label, in the order of `model.labels`.
 * Features are strings, hashed to 32 bits (FNV-1a), or keys hashed already; a model keeps no words.
 */
export class LinearModel {
  readonly labels: readonly string[];
  /** Feature key → row of `weights`; row 0 is the bias. */
  private readonly rows: KeyTable;
  private readonly weights: Float32Array | Int8Array;
  private readonly scale: number;
  private readonly out: Float64Array;

  /** @param keys of the rows after the bias, in their order */
  constructor(labels: readonly string[], keys: Int32Array, weights: Float32Array | Int8Array, scale = 1) {
    this.labels = labels;
    this.rows = new KeyTable(keys);
    this.weights = weights;
    this.scale = scale;
    this.out = new Float64Array(labels.length);
  }

  /** Softmax over the labels, in their order; the same array each time, so it holds until the next call. */
  probabilities(features: readonly Feature[]): Float64Array {
    const n = this.labels.length;
    if (n === 2) return this.#eitherOr(features);
    const { weights, rows, out } = this;
    for (let k = 0; k < n; k++) out[k] = weights[k]!;
    for (let f = 0; f < features.length; f++) {
      const at = rows.numberOf(keyOf(features[f]!)) * n;
      if (at === 0) continue;
      for (let k = 0; k < n; k++) out[k]! += weights[at + k]!;
    }
    return softmax(out, this.scale);
  }

  /** The same for two labels, most of the models: sums that need no memory. */
  #eitherOr(features: readonly Feature[]): Float64Array {
    const { weights, rows, out } = this;
    let first = weights[0]!;
    let second = weights[1]!;
    for (let f = 0; f < features.length; f++) {
      const at = 2 * rows.numberOf(keyOf(features[f]!));
      if (at === 0) continue;
      first += weights[at]!;
      second += weights[at + 1]!;
    }
    out[0] = first;
    out[1] = second;
    return softmax(out, this.scale);
  }

  /** The likeliest label and its probability. */
  best(features: readonly Feature[]): { label: string; probability: number } {
    const p = this.probabilities(features);
    let at = 0;
    for (let k = 1; k < p.length; k++) if (p[k]! > p[at]!) at = k;
    return { label: this.labels[at]!, probability: p[at]! };
  }

  /** The model as JSON: weights divided by `scale` and rounded to int8, rows that round to nothing left out. */
  pack(): PackedModel {
    const n = this.labels.length;
    let largest = 0;
    for (const weight of this.weights) largest = Math.max(largest, Math.abs(weight));
    const scale = (largest || 1) / 127;
    const row = (r: number) => Int8Array.from(this.weights.subarray(r * n, r * n + n), (w) => Math.round(w / scale));
    const keys: number[] = [];
    const kept: number[] = [...row(0)];
    for (const key of this.rows.keys.toSorted()) {
      const values = row(this.rows.numberOf(key));
      if (values.every((value) => value === 0)) continue;
      keys.push(key);
      kept.push(...values);
    }
    return {
      labels: this.labels,
      scale: scale * this.scale,
      keys: toBase64(Int32Array.from(keys)),
      weights: toBase64(Int8Array.from(kept)),
    };
  }

  static unpack({ labels, scale, keys, weights }: PackedModel): LinearModel {
    return new LinearModel(labels, new Int32Array(fromBase64(keys)), new Int8Array(fromBase64(weights)), scale);
  }
}

/** A model as its file holds it: base64 of a little-endian Int32Array and of an Int8Array. */
export interface PackedModel {
  readonly labels: readonly string[];
  readonly scale: number;
  readonly keys: string;
  readonly weights: string;
}

/** A feature by name, or its 32-bit key. */
export type Feature = string | number;

export const keyOf = (feature: Feature): number => (typeof feature === 'number' ? feature : hash(feature));

/** FNV-1a over UTF-16 code units: 32 bits, signed, which a number of the engine holds without an object of its own. */
export function hash(text: string): number {
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** The fold of a document, 0 to `folds` - 1, by a hash of its id: the same on every machine and in every order. */
export const foldOf = (documentId: string, folds = 5): number => (hash(documentId) >>> 0) % folds;

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array, scale = 1): Float64Array {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) top = Math.max(top, score * scale);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp(scores[k]! * scale - top);
    sum += scores[k]!;
  }
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
  return scores;
}

const toBase64 = (array: Int32Array | Int8Array): string => Buffer.from(array.buffer).toString('base64');
function fromBase64(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
