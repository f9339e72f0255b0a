import { Centres } from './centres.ts';
import { groupBy } from './group-by.ts';
import { keysOf, placeInTime, searchWindow } from './keys.ts';
import { type Common, compare, sameInSpan, sameOnDay, sameUndated } from './match.ts';
import { movesOf } from './moves.ts';
import { compareCanonical, compareRichness, signatureOf } from './order.ts';
import type { Report, ReportGroup } from './types.ts';

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
    for (const centre of gather(same, sameOnDay, roots)) centres.add(centre);
  }
  const lengths = groupBy(levels.get('span') ?? [], ({ days }) => days.to! - days.from!);
  for (const length of [...lengths.keys()].sort((a, b) => a - b)) {
    const left = groupBy(joinOne(lengths.get(length)!, centres, sameInSpan, roots), ({ days }) => days.from!);
    const own = [...left.values()].flatMap((same) => gather(same, sameInSpan, roots));
    for (const centre of own) centres.add(centre);
  }
  const undated = groupBy(
    joinOne(levels.get('open') ?? [], centres, sameUndated, roots),
    (each) => placeInTime(each).from,
  );
  for (const same of undated.values()) gather(same, sameUndated, roots, byStory);
  return roots;
}

type Test = (common: Common) => boolean;
/** How much two reports that pass have in common. */
type Weight = (common: Common) => number;
const byParties: Weight = ({ shared, kind, place }) => shared * 4 + kind + (place === 'same' ? 1 : 0);
const byStory: Weight = (common) => byParties(common) + common.story;

/**
 * Nodes: reports that no comparison can tell apart, the canonical one for all of them. Those that say too little to be the
 * same as their like are a node each.
 */
function nodesOf(reports: readonly Report[], test: Test, about: (report: Report) => string = () => ''): Report[][] {
  const alike = [
    ...groupBy([...reports].sort(compareCanonical), (each) => `${about(each)}|${signatureOf(each)}`).values(),
  ];
  return alike.flatMap((node) => {
    const first = node[0]!;
    return keysOf(first).length > 0 && test(compare(first, first)) ? [node] : node.map((each) => [each]);
  });
}

/** Reports of the same days around centres, each at the one that it has most in common with; the centres. */
function gather(reports: readonly Report[], test: Test, roots: Roots, weight = byParties): Report[] {
  const centres = new Centres();
  const found: Report[] = [];
  const nodes = nodesOf(
    reports,
    test,
    weight === byStory ? ({ story, days }) => JSON.stringify([story, days]) : undefined,
  ).sort(([a], [b]) => compareRichness(a!, b!));
  for (const node of nodes) {
    const first = node[0]!;
    const centre = theOne(first, centres.near(first, placeInTime(first)), test, weight);
    if (centre === undefined) {
      centres.add(first);
      found.push(first);
    }
    for (const { id } of node) roots.set(id, (centre ?? first).id);
  }
  return found;
}

/** The candidate that passes and has most in common; none when two have equally much. */
function theOne(report: Report, candidates: readonly Report[], test: Test, weight: Weight): Report | undefined {
  let best: Report | undefined;
  let most = -1;
  let tied = false;
  for (const candidate of candidates) {
    const common = compare(report, candidate);
    if (!test(common)) continue;
    const much = weight(common);
    tied = much === most || (tied && much < most);
    if (much > most) [best, most] = [candidate, much];
  }
  return tied ? undefined : best;
}

/** Sends each report to the one event it can mean; those that can mean none or several are left over. */
function joinOne(reports: readonly Report[], centres: Centres, test: Test, roots: Roots): Report[] {
  const nodes = nodesOf(reports, test, (report) =>
    JSON.stringify([windowOf(report), ...(report.exactness === 'open' ? [report.story, report.days] : [])]),
  );
  return nodes.flatMap((node) => {
    const first = node[0]!;
    const window = windowOf(first);
    const fitting = window ? centres.near(first, window).filter((centre) => test(compare(first, centre))) : [];
    if (fitting.length !== 1) return node;
    for (const { id } of node) roots.set(id, fitting[0]!.id);
    return [];
  });
}

const windowOf = (report: Report) => (report.exactness === 'open' ? searchWindow(report) : placeInTime(report));
