import { hasOtherPlaces, jointFeatures, MOST_FEATURES, readDocument, sentenceOf } from '../../src/names/features.ts';
import { hashPair } from '../../src/names/hash.ts';
import { LABELS } from '../../src/names/labels.ts';
import { BUCKETS, packModel } from '../../src/names/model.ts';
import { decode } from '../../src/names/viterbi.ts';
import { featuresOf, type Role, type Word, type Words } from '../../src/names/words.ts';
import type { GoldDocument } from './corpus.ts';

export interface Options {
  readonly epochs: number;
  /** Features seen fewer times are left out. */
  readonly rarest: number;
  /** Score that every wrong label gets on top while learning: the margin. */
  readonly margin: number;
  /** Share of a token's features that are left out each time it is learned from, so that no few of them decide alone. */
  readonly dropout: number;
  /** How many models are learned, each in an order of its own, and averaged: what they have by chance evens out. */
  readonly runs: number;
}

/** Weights of the features, row after row, and of label pairs; averaged over all steps. */
interface Learned {
  readonly weights: Float64Array;
  readonly transitions: Float64Array;
}

/** Segments one after the other, features as flat lists. */
interface Encoded {
  readonly lengths: number[];
  /** Where each token's features start; one more than tokens. */
  readonly offsets: number[];
  readonly features: Uint32Array;
  readonly allowed: Uint32Array;
}

/**
 * Structured averaged perceptron with a margin (Collins 2002; Taskar et al. 2003), each weight with its own falling
 * rate (Duchi et al. 2011) and learned from random subspaces of the features (Søgaard & Johannsen 2012), which is what
 * makes it find names that nobody has seen. Where the annotation leaves a choice of labels, the best permitted sequence
 * stands in for the right one. Deterministic.
 *
 * @returns the packed model
 */
export function learn(documents: readonly GoldDocument[], words: Words, options: Options): Buffer {
  const data = encode(documents, words);
  const { rowOf, count } = indexFeatures(data, options.rarest);
  const total = learnOnce(data, count, options, 0);
  for (let run = 1; run < options.runs; run++) {
    const { weights, transitions } = learnOnce(data, count, options, run);
    for (let i = 0; i < weights.length; i++) total.weights[i]! += weights[i]!;
    for (let i = 0; i < transitions.length; i++) total.transitions[i]! += transitions[i]!;
  }
  return pack(rowOf, count, total);
}

function learnOnce(data: Encoded, count: number, options: Options, run: number): Learned {
  const weights = new Float32Array((count + 1) * LABELS);
  const sums = new Float64Array(weights.length);
  const seen = new Float32Array(weights.length).fill(1);
  const transitions = new Float64Array(LABELS * LABELS);
  const transitionSums = new Float64Array(transitions.length);
  const order = data.lengths.map((_, s) => s);
  const starts = [0];
  for (const length of data.lengths) starts.push(starts.at(-1)! + length);
  const longest = data.lengths.reduce((most, length) => Math.max(most, length), 0);
  const emissions = new Float64Array(longest * LABELS);
  const guess = new Uint8Array(longest);
  const right = new Uint8Array(longest);
  const seed = 20170504 + run;
  const random = generator(seed);
  const threshold = options.dropout * 2 ** 32;
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    for (const s of order) {
      step++;
      const first = starts[s]!;
      const length = data.lengths[s]!;
      const allowed = data.allowed.subarray(first, first + length);
      const isDropped = (f: number) => hashPair(seed + step, f, DROPOUT) < threshold;
      score(data, weights, first, length, emissions, isDropped);
      for (let i = 0; i < length; i++) {
        for (let label = 0; label < LABELS; label++) {
          if (((allowed[i]! >>> label) & 1) === 0) emissions[i * LABELS + label]! += options.margin;
        }
      }
      decode(emissions, transitions, length, guess);
      let agrees = true;
      for (let i = 0; i < length; i++) if (((allowed[i]! >>> guess[i]!) & 1) === 0) agrees = false;
      if (agrees) continue;
      wrong++;
      decode(emissions, transitions, length, right, undefined, allowed);
      let a = 0;
      let b = 0;
      for (let i = 0; i < length; i++) {
        const good = right[i]!;
        const bad = guess[i]!;
        if (good !== bad) {
          for (let f = data.offsets[first + i]!; f < data.offsets[first + i + 1]!; f++) {
            if (isDropped(f)) continue;
            const row = data.features[f]! * LABELS;
            const up = 1 / Math.sqrt(++seen[row + good]!);
            const down = 1 / Math.sqrt(++seen[row + bad]!);
            weights[row + good]! += up;
            sums[row + good]! += up * step;
            weights[row + bad]! -= down;
            sums[row + bad]! -= down * step;
          }
        }
        change(transitions, transitionSums, a, good, b, bad, step);
        a = good;
        b = bad;
      }
      change(transitions, transitionSums, a, 0, b, 0, step);
    }
    process.stdout.write(`  epoch ${epoch + 1}: ${wrong} of ${order.length} segments wrong\n`);
  }
  const steps = step + 1;
  for (let i = 0; i < sums.length; i++) sums[i] = weights[i]! - sums[i]! / steps;
  // Label pairs have all features of a token to stand up to once nothing is left out.
  const pairs = transitions.map((weight, i) => (weight - transitionSums[i]! / steps) / (1 - options.dropout));
  return { weights: sums, transitions: pairs };
}

/** Number of the hash that says which features are left out. */
const DROPOUT = 77;

function change(
  weights: Float64Array,
  sums: Float64Array,
  a: number,
  good: number,
  b: number,
  bad: number,
  step: number,
): void {
  if (a === b && good === bad) return;
  weights[a * LABELS + good]! += 1;
  sums[a * LABELS + good]! += step;
  weights[b * LABELS + bad]! -= 1;
  sums[b * LABELS + bad]! -= step;
}

function score(
  data: Encoded,
  weights: Float32Array,
  first: number,
  length: number,
  into: Float64Array,
  isDropped: (f: number) => boolean,
): void {
  into.fill(0, 0, length * LABELS);
  for (let i = 0; i < length; i++) {
    const at = i * LABELS;
    const end = data.offsets[first + i + 1]!;
    for (let f = data.offsets[first + i]!; f < end; f++) {
      if (isDropped(f)) continue;
      const row = data.features[f]! * LABELS;
      for (let label = 0; label < LABELS; label++) into[at + label]! += weights[row + label]!;
    }
  }
}

function encode(documents: readonly GoldDocument[], vocabulary: Words): Encoded {
  const lengths: number[] = [];
  const offsets = [0];
  const allowed: number[] = [];
  let features = new Uint32Array(1 << 20);
  let used = 0;
  const buffer = new Uint32Array(MOST_FEATURES);
  const add = (added: Uint32Array, count = added.length) => {
    if (used + count > features.length) {
      const larger = new Uint32Array(2 * features.length);
      larger.set(features);
      features = larger;
    }
    for (let f = 0; f < count; f++) features[used++] = added[f]! & (BUCKETS - 1);
  };
  const addWord = (word: Word, role: Role) => add(featuresOf(word, role));
  for (const document of documents) {
    // As written: tweets in capitals teach more than what one makes of them.
    const reading = readDocument(document.text, vocabulary, false);
    const { words, segments } = reading;
    for (let s = 0; s < segments.length; s += 2) {
      const first = segments[s]!;
      const last = segments[s + 1]!;
      if (!isWhole(document.allowed, first, last)) continue;
      lengths.push(last - first);
      const sentence = sentenceOf(reading, first);
      const { firstToken, lastToken } = sentence;
      for (let i = first; i < last; i++) {
        addWord(words[i]!, 0);
        if (i > firstToken) addWord(words[i - 1]!, 1);
        if (i + 1 < lastToken) addWord(words[i + 1]!, 2);
        if (i - 1 > firstToken) addWord(words[i - 2]!, 3);
        if (i + 2 < lastToken) addWord(words[i + 2]!, 4);
        add(buffer, jointFeatures(reading, sentence, i, buffer));
        if (hasOtherPlaces(reading, i))
          for (const place of words[i]!.letters.at)
            if (place !== i) add(buffer, reading.context.addNeighbours(place, buffer));
        offsets.push(used);
        allowed.push(document.allowed[i]!);
      }
    }
  }
  return { lengths, offsets, features: features.subarray(0, used), allowed: Uint32Array.from(allowed) };
}

/** Labels that begin or end a name within the segment: first may not continue, last may not stay open. */
const STARTS = labelSet((label) => label === 0 || ((label - 1) & 3) === 0 || ((label - 1) & 3) === 3);
const ENDS = labelSet((label) => label === 0 || ((label - 1) & 3) >= 2);

function labelSet(belongs: (label: number) => boolean): number {
  let set = 0;
  for (let label = 0; label < LABELS; label++) if (belongs(label)) set |= 1 << label;
  return set;
}

/** Names that reach beyond the segment cannot be learned from it. */
function isWhole(allowed: Uint32Array, first: number, last: number): boolean {
  return (allowed[first]! & STARTS) !== 0 && (allowed[last - 1]! & ENDS) !== 0;
}

/** Numbers the frequent buckets from 1 on and rewrites `data.features` to these numbers; 0 is the rare ones' row. */
function indexFeatures(data: Encoded, rarest: number): { rowOf: Uint32Array; count: number } {
  const seen = new Uint32Array(BUCKETS);
  for (const feature of data.features) seen[feature]!++;
  const rowOf = new Uint32Array(BUCKETS);
  let count = 0;
  for (let bucket = 0; bucket < BUCKETS; bucket++) if (seen[bucket]! >= rarest) rowOf[bucket] = ++count;
  let write = 0;
  let read = 0;
  for (let token = 0; token + 1 < data.offsets.length; token++) {
    const end = data.offsets[token + 1]!;
    for (; read < end; read++) {
      const row = rowOf[data.features[read]!]!;
      if (row !== 0) data.features[write++] = row;
    }
    data.offsets[token + 1] = write;
  }
  return { rowOf, count };
}

/** Scales to int8 and drops the rows that round to nothing. */
function pack(rowOf: Uint32Array, count: number, learned: Learned): Buffer {
  const magnitudes = learned.weights
    .map(Math.abs)
    .filter((value) => value > 0.05)
    .sort();
  const scale = 127 / (magnitudes[Math.floor(magnitudes.length * 0.9995)] ?? 1);
  const buckets: number[] = [];
  const rows = new Int8Array(count * LABELS);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const from = rowOf[bucket]! * LABELS;
    if (from === 0) continue;
    const to = buckets.length * LABELS;
    let most = 0;
    for (let label = 0; label < LABELS; label++) {
      const value = Math.max(-127, Math.min(127, Math.round(learned.weights[from + label]! * scale)));
      rows[to + label] = value;
      most = Math.max(most, Math.abs(value));
    }
    if (most >= FAINTEST) buckets.push(bucket);
    else rows.fill(0, to, to + LABELS);
  }
  process.stdout.write(`  ${count} features, ${buckets.length} kept, scale ${scale.toFixed(1)}\n`);
  const transitions = Int16Array.from(learned.transitions, (weight) => Math.round(weight * scale));
  return packModel(buckets, rows.subarray(0, buckets.length * LABELS), transitions);
}

/** No score changed by a tenth between 4 and this, and a third of the rows went. */
const FAINTEST = 20;

/** Mulberry32: a small seeded generator, so that every run shuffles alike. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(items: number[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
