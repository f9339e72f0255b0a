import { compareText } from './order.ts';

/** The value with the most votes; among equals the one that `prefer` puts first, else the first by its text. */
export function mostVoted<T>(
  votes: readonly { readonly value: T; readonly key: string; readonly weight: number }[],
  prefer: (a: T, b: T) => number = () => 0,
): T | undefined {
  const tally = new Map<string, { value: T; key: string; weight: number }>();
  for (const { value, key, weight } of votes) {
    const known = tally.get(key);
    if (known) known.weight += weight;
    else tally.set(key, { value, key, weight });
  }
  const ranked = [...tally.values()].sort(
    (a, b) => b.weight - a.weight || prefer(a.value, b.value) || compareText(a.key, b.key),
  );
  return ranked[0]?.value;
}
