import { Centres } from './centres.ts';
import { groupBy } from './group-by.ts';
import { keysOf, placeInTime } from './keys.ts';
import { LIKELY, likeness, SURE } from './likeness.ts';
import { type Common, compare, sameInSpan, sameOnDay } from './match.ts';
import { movesOf } from './moves.ts';
import { compareCanonical, compareRichness, signatureOf } from './order.ts';
import type { Report, ReportGroup } from './types.ts';
import { eventsMeant } from './undated.ts';

/**
 * The events of a set of reports: a pure function of the set, whatever the order. Events form around centres, the reports
 * that name most, never by chains from one member to the next. What is dated less exactly joins what is dated more
 * exactly, where there is one event that it can mean.
 */
export function merge(reports: readonly Report[]): ReportGroup[] {
  const unique = [...new Map(reports.map((report) => [report.id, report])).values()];
  const roots = rootsOf(unique);
  const moves = movesOf(unique, roots);
  const homeOf = (root: string): string => (moves.has(root) ? homeOf(moves.get(root)!) : root);
  const groups = groupBy(unique.sort(compareCanonical), ({ id }) => homeOf(roots.get(id)!));
  return [...groups.values()].map((members) => ({ id: members[0]!.id, reports: members }));
}

/** Report id → id of the report at the centre of its event, before events are moved. */
export type Roots = Map<string, string>;

export function rootsOf(reports: readonly Report[]): Roots {
  const roots: Roots = new Map();
  const centres = new Centres();
  const levels = groupBy(reports, ({ exactness }) => exactness);
  for (const same of groupBy(levels.get('day') ?? [], ({ days }) => days.from!).values()) {
    for (const centre of gather(same, onDay, roots)) centres.add(centre);
  }
  const lengths = groupBy(levels.get('span') ?? [], ({ days }) => days.to! - days.from!);
  for (const length of [...lengths.keys()].sort((a, b) => a - b)) {
    const left = groupBy(joinOne(lengths.get(length)!, centres, inSpan, roots), ({ days }) => days.from!);
    const own = [...left.values()].flatMap((same) => gather(same, inSpan, roots));
    for (const centre of own) centres.add(centre);
  }
  for (const same of groupBy(levels.get('open') ?? [], (each) => placeInTime(each).from).values()) {
    const eventOf = eventsMeant(gather(same, surely, roots), centres);
    for (const { id } of same) roots.set(id, eventOf.get(roots.get(id)!)!);
  }
  return roots;
}

/** How much two reports have in common that can be of one event; 0 when they are not. */
type Affinity = (a: Report, b: Report) => number;
/** What a rule says of dated reports; where nothing speaks for it or against it, what is likely, which is less than any rule. */
const dated =
  (rule: (common: Common) => boolean): Affinity =>
  (a, b) => {
    const common = compare(a, b);
    const { shared, kind, place, opposed } = common;
    if (rule(common)) return shared * 4 + kind + (place === 'same' ? 1 : 0);
    return opposed || place === 'different' ? 0 : atLeast(LIKELY, likeness(a, b, common));
  };
const surely: Affinity = (a, b) => atLeast(SURE, likeness(a, b));
const atLeast = (least: number, found: number): number => (found < least ? 0 : found);
const [onDay, inSpan] = [dated(sameOnDay), dated(sameInSpan)];

/**
 * Nodes: reports that no comparison can tell apart, the canonical one for all of them. Those that say too little to be the
 * same as their like are a node each.
 */
function nodesOf(reports: readonly Report[], affinity: Affinity): Report[][] {
  const alike = groupBy([...reports].sort(compareCanonical), signatureOf);
  return [...alike.values()].flatMap((node) => {
    const first = node[0]!;
    return keysOf(first).length > 0 && affinity(first, first) > 0 ? [node] : node.map((each) => [each]);
  });
}

/** Reports of the same days around centres, each at the one that it has most in common with; the centres, richest first. */
function gather(reports: readonly Report[], affinity: Affinity, roots: Roots): Report[] {
  const centres = new Centres();
  const found: Report[] = [];
  for (const node of nodesOf(reports, affinity).sort(([a], [b]) => compareRichness(a!, b!))) {
    const first = node[0]!;
    const near = centres.near(first, placeInTime(first));
    const centre = best(near.map((candidate) => [candidate, affinity(first, candidate)]));
    if (centre === undefined) {
      centres.add(first);
      found.push(first);
    }
    for (const { id } of node) roots.set(id, (centre ?? first).id);
  }
  return found;
}

/** The candidate that has most in common; none when two have equally much. */
function best(candidates: readonly (readonly [Report, number])[]): Report | undefined {
  const most = Math.max(0, ...candidates.map(([, much]) => much));
  const found = candidates.filter(([, much]) => much > 0 && much === most);
  return found.length === 1 ? found[0]![0] : undefined;
}

/** Sends each report to the one event it can mean; those that can mean none or several are left over. */
function joinOne(reports: readonly Report[], centres: Centres, affinity: Affinity, roots: Roots): Report[] {
  return nodesOf(reports, affinity).flatMap((node) => {
    const first = node[0]!;
    const fitting = centres.near(first, placeInTime(first)).filter((centre) => affinity(first, centre) > 0);
    if (fitting.length !== 1) return node;
    for (const { id } of node) roots.set(id, fitting[0]!.id);
    return [];
  });
}
