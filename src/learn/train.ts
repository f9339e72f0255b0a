import { type Feature, keyOf, LinearModel, softmax } from './linear.ts';

/** One decision to learn from. `weight` 1 when absent. */
export interface Example {
  readonly features: readonly Feature[];
  readonly label: string;
  readonly weight?: number;
}

export interface TrainOptions {
  /** Passes over the examples. */
  readonly epochs?: number;
  readonly rate?: number;
  /** Strength of the L2 penalty, applied to the features of each example as it is seen. */
  readonly penalty?: number;
  /** Features seen less often are left out. */
  readonly minimum?: number;
  readonly seed?: number;
  /** Answer with the mean of the weights after each epoch of the second half: steadier on few examples. */
  readonly average?: boolean;
}

/** Multinomial logistic regression by AdaGrad; the same examples and seed give the same model. */
export function train(examples: readonly Example[], options: TrainOptions = {}): LinearModel {
  const { epochs = 12, rate = 0.15, penalty = 1e-4, minimum = 2, seed = 1, average = false } = options;
  const labels = [...new Set(examples.map((example) => example.label))].sort();
  const n = labels.length;
  const rows = countRows(examples, minimum);
  const weights = new Float32Array((rows.size + 1) * n);
  const squares = new Float32Array(weights.length).fill(1e-3);
  const data = examples.map(({ features, label, weight = 1 }) => ({
    rows: [0, ...features.flatMap((feature) => rows.get(keyOf(feature)) ?? [])],
    label: labels.indexOf(label),
    weight,
  }));
  const random = mulberry(seed);
  const mean = average ? new Float32Array(weights.length) : undefined;
  const half = Math.floor(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(data, random);
    for (const example of data) {
      const p = new Float64Array(n);
      for (const row of example.rows) for (let k = 0; k < n; k++) p[k]! += weights[row * n + k]!;
      softmax(p);
      p[example.label]! -= 1;
      for (const row of example.rows) {
        for (let k = 0; k < n; k++) {
          const at = row * n + k;
          const gradient = example.weight * p[k]! + penalty * weights[at]!;
          squares[at]! += gradient * gradient;
          weights[at]! -= (rate * gradient) / Math.sqrt(squares[at]!);
        }
      }
    }
    if (mean && epoch >= half) for (let i = 0; i < mean.length; i++) mean[i]! += weights[i]! / (epochs - half);
  }
  return new LinearModel(labels, Int32Array.from(rows.keys()), mean ?? weights);
}

function countRows(examples: readonly Example[], minimum: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { features } of examples) {
    for (const feature of features) {
      const key = keyOf(feature);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const rows = new Map<number, number>();
  for (const [key, count] of counts) if (count >= minimum) rows.set(key, rows.size + 1);
  return rows;
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}

/** mulberry32: a small seeded generator, uniform on [0, 1). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
