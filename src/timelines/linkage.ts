import { groupBy } from './group-by.ts';

/** How alike two of the items are, by their numbers, the smaller first. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/**
 * Joins items, and groups of them, as long as two are alike by at least `least` on average over all pairs; a pair without
 * a link is not alike at all. The first items are `anchors`: no two of them come into one group. Answers the group of each
 * item, which is the number of its first. The same for the same items, whatever the order of the links.
 */
export function average(items: number, links: readonly Link[], least: number, anchors = 0): number[] {
  const groups = Array.from({ length: items }, () => ({ size: 1, sums: new Map<number, number>() }));
  for (const { a, b, likeness } of links) {
    groups[a]!.sums.set(b, likeness);
    groups[b]!.sums.set(a, likeness);
  }
  const into = groups.map((_, item) => item);
  const best = groups.map((_, item) => nearest(item));
  for (;;) {
    let [most, chosen] = [0, -1];
    best.forEach((found, group) => {
      if (found !== undefined && found.mean >= least && found.mean > most) [most, chosen] = [found.mean, group];
    });
    if (chosen < 0) break;
    join(chosen, best[chosen]!.other);
  }
  const groupOf = (item: number): number => (into[item] === item ? item : groupOf(into[item]!));
  return into.map(groupOf);

  /** The later group that a group is most alike to; of equals the first. */
  function nearest(group: number): { readonly other: number; readonly mean: number } | undefined {
    let found: { other: number; mean: number } | undefined;
    const { size, sums } = groups[group]!;
    for (const [other, sum] of sums) {
      if (other < group || (group < anchors && other < anchors)) continue;
      const mean = sum / (size * groups[other]!.size);
      if (!found || mean > found.mean || (mean === found.mean && other < found.other)) found = { other, mean };
    }
    return found;
  }

  function join(first: number, second: number): void {
    const [kept, gone] = [groups[first]!, groups[second]!];
    into[second] = first;
    kept.size += gone.size;
    kept.sums.delete(second);
    best[second] = undefined;
    for (const [other, sum] of gone.sums) {
      if (other === first) continue;
      const { sums } = groups[other]!;
      sums.delete(second);
      const all = sum + (kept.sums.get(other) ?? 0);
      kept.sums.set(other, all);
      sums.set(first, all);
    }
    for (const other of [first, ...kept.sums.keys()]) best[other] = nearest(other);
  }
}

/** The items in lists that no link leads out of, each in their order. */
export function connected(items: number, links: readonly Link[]): number[][] {
  const into = Array.from({ length: items }, (_, item) => item);
  const rootOf = (item: number): number => {
    let root = item;
    while (into[root] !== root) root = into[root]!;
    into[item] = root;
    return root;
  };
  for (const { a, b } of links) {
    const [one, other] = [rootOf(a), rootOf(b)];
    into[Math.max(one, other)] = Math.min(one, other);
  }
  return [...groupBy(into.keys(), rootOf).values()];
}
