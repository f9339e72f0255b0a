import { isOpen, LABELS, mayFollow, OUTSIDE, predecessors } from './labels.ts';

const IMPOSSIBLE = -1e9;

/** Working memory of the decoder, grown as needed and used again for every segment. */
let backs = new Uint8Array(64 * LABELS);
let before = new Float64Array(LABELS);
let here = new Float64Array(LABELS);

/**
 * The best-scoring well-formed label sequence of a segment (exact inference; Viterbi 1967).
 *
 * @param emissions score of label `l` at token `i` in `emissions[i * LABELS + l]`
 * @param transitions score of `next` after `label` in `transitions[label * LABELS + next]`
 * @param length tokens in the segment
 * @param labels receives the labels
 * @param allowed bit set of permitted labels for each token, where training knows only part of the answer
 */
export function decode(
  emissions: Float64Array | Int32Array,
  transitions: Float64Array,
  length: number,
  labels: Uint8Array,
  allowed?: Uint32Array,
): void {
  if (backs.length < length * LABELS) backs = new Uint8Array(2 * length * LABELS);
  for (let label = 0; label < LABELS; label++) {
    const possible = mayFollow(OUTSIDE, label) && (allowed === undefined || (allowed[0]! >>> label) & 1);
    before[label] = possible ? emissions[label]! + transitions[label]! : IMPOSSIBLE;
  }
  for (let i = 1; i < length; i++) {
    const row = i * LABELS;
    for (let next = 0; next < LABELS; next++) {
      let best = IMPOSSIBLE;
      let from = 0;
      if (allowed === undefined || (allowed[i]! >>> next) & 1) {
        const candidates = predecessors[next]!;
        for (let k = 0; k < candidates.length; k++) {
          const label = candidates[k]!;
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
  for (let label = 0; label < LABELS; label++) {
    if (isOpen(label)) continue;
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
