import { continued, isOpen, LABELS, OUTSIDE } from './labels.ts';

const IMPOSSIBLE = -1e9;

/** Working memory of the decoder, grown as needed and used again for every segment. */
let backs = new Uint8Array(64 * LABELS);
let before = new Float64Array(LABELS);
let here = new Float64Array(LABELS);

/** Labels that may stand before a label that starts something, in a list that each token shortens to those that can win. */
const closed = Int32Array.from({ length: LABELS }, (_, label) => label).filter((label) => !isOpen(label));
const candidates = new Int32Array(closed.length);

/**
 * The best-scoring well-formed label sequence of a segment (exact inference; Viterbi 1967).
 *
 * @param emissions score of label `l` at token `i` in `emissions[i * LABELS + l]`
 * @param transitions score of `next` after `label` in `transitions[label * LABELS + next]`
 * @param length tokens in the segment
 * @param labels receives the labels
 * @param spread how far any two transitions lie apart at most: what is further behind cannot win any more
 * @param allowed bit set of permitted labels for each token, where training knows only part of the answer
 */
export function decode(
  emissions: Float64Array | Int32Array,
  transitions: Float64Array,
  length: number,
  labels: Uint8Array,
  spread = Number.POSITIVE_INFINITY,
  allowed?: Uint32Array,
): void {
  if (backs.length < length * LABELS) backs = new Uint8Array(2 * length * LABELS);
  for (let label = 0; label < LABELS; label++) {
    const possible = continued[label] === undefined && (allowed === undefined || (allowed[0]! >>> label) & 1);
    before[label] = possible ? emissions[label]! + transitions[label]! : IMPOSSIBLE;
  }
  for (let i = 1; i < length; i++) {
    const row = i * LABELS;
    const starting = selectCandidates(spread);
    for (let next = 0; next < LABELS; next++) {
      let best = IMPOSSIBLE;
      let from = 0;
      if (allowed === undefined || (allowed[i]! >>> next) & 1) {
        const continuing = continued[next]!;
        const sources = continuing ?? candidates;
        const count = continuing?.length ?? starting;
        for (let k = 0; k < count; k++) {
          const label = sources[k]!;
          const score = before[label]! + transitions[label * LABELS + next]!;
          if (score > best) {
            best = score;
            from = label;
          }
        }
        if (best > IMPOSSIBLE) best += emissions[row + next]!;
      }
      here[next] = best;
      backs[row + next] = from;
    }
    [before, here] = [here, before];
  }
  let last = OUTSIDE;
  let best = IMPOSSIBLE * 2;
  for (const label of closed) {
    const score = before[label]! + transitions[label * LABELS]!;
    if (score > best) {
      best = score;
      last = label;
    }
  }
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = last;
    last = backs[i * LABELS + last]!;
  }
}

/** Fills `candidates` with the closed labels that can still win; how many there are. */
function selectCandidates(spread: number): number {
  let best = IMPOSSIBLE;
  for (let k = 0; k < closed.length; k++) best = Math.max(best, before[closed[k]!]!);
  let count = 0;
  for (let k = 0; k < closed.length; k++) if (before[closed[k]!]! + spread >= best) candidates[count++] = closed[k]!;
  return count;
}

/** How far the transitions between labels lie apart at most. */
export function spreadOf(transitions: Float64Array): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const label of closed) {
    for (let next = 0; next < LABELS; next++) {
      least = Math.min(least, transitions[label * LABELS + next]!);
      most = Math.max(most, transitions[label * LABELS + next]!);
    }
  }
  return most - least;
}
