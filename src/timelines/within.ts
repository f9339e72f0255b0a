import { overlap } from './days.ts';
import { compare } from './match.ts';
import type { Report } from './types.ts';
import { isSaying } from './words.ts';

/** Earlier events of the word that one may mean; nobody refers back further. */
const NEAREST = 30;
const order: readonly Report['exactness'][] = ['day', 'span', 'open'];

/**
 * Which reports of one document tell of the same event though they are no cluster: "resigned" on Monday, and "the
 * resignation" three sentences on. The same word, days that agree, and nobody who speaks against it; what people say is not
 * united, for they say much. Each list begins with the one dated best; linear, for only so many earlier ones are compared.
 */
export function unite(reports: readonly Report[]): Report[][] {
  const united: Report[][] = [];
  const byStem = new Map<string, Report[][]>();
  const sorted = [...reports].sort(
    (a, b) => order.indexOf(a.exactness) - order.indexOf(b.exactness) || a.position - b.position,
  );
  for (const report of sorted) {
    const candidates = report.stems.flatMap((stem) => byStem.get(stem)?.slice(-NEAREST) ?? []);
    const found = best(
      report,
      candidates.filter(([first]) => agree(report, first!)),
    );
    if (found) {
      found.push(report);
      continue;
    }
    const own = [report];
    united.push(own);
    for (const stem of report.stems) byStem.set(stem, [...(byStem.get(stem)?.slice(-NEAREST) ?? []), own]);
  }
  return united;
}

function agree(a: Report, b: Report): boolean {
  if (!a.stems.some((stem) => b.stems.includes(stem) && !isSaying(stem))) return false;
  const { kind, shared, fewest, opposed, place } = compare(a, b);
  if (kind < 2 || opposed || place === 'different' || (shared === 0 && fewest > 0)) return false;
  if (a.exactness === 'open' || b.exactness === 'open') return overlap(a.days, b.days);
  return a.days.from! >= b.days.from! ? a.days.to! <= b.days.to! : b.days.to! <= a.days.to!;
}

/** The one that shares most, of those the nearest. */
function best(report: Report, candidates: readonly Report[][]): Report[] | undefined {
  const rank = ([first]: Report[]) =>
    [-compare(report, first!).shared, Math.abs(first!.position - report.position)] as const;
  return candidates.reduce<Report[] | undefined>((chosen, each) => {
    if (chosen === undefined) return each;
    const [a, b] = [rank(each), rank(chosen)];
    return (a[0] - b[0] || a[1] - b[1]) < 0 ? each : chosen;
  }, undefined);
}
