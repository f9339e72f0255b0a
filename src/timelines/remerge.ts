import { groupBy } from './group-by.ts';
import type { IndexEntry } from './keys.ts';
import { rootsOf } from './merge.ts';
import { movesOf } from './moves.ts';
import { compareCanonical } from './order.ts';
import { Reach } from './reach.ts';
import type { Report, ReportGroup } from './types.ts';

/** What a store of reports answers, as it stands before a change. */
export interface ReportSource {
  /** The reports kept (`entryOf`) under one of the keys of a lookup, on days that overlap its days. */
  find(lookups: readonly IndexEntry[]): Promise<readonly Report[]>;
  /** The events that have one of these reports, each with all its reports. */
  eventsOf(reportIds: readonly string[]): Promise<readonly ReportGroup[]>;
}

/** What a change of reports does to the events. */
export interface Remerged {
  /** Every event that is new or has other reports than before, whole. */
  readonly changed: readonly ReportGroup[];
  /** Ids of events that are no more: their reports are in `changed`, or removed. */
  readonly gone: readonly string[];
}

/**
 * The events after some reports came and some went, from those in reach alone: the same as merging all reports anew.
 * Reports whose content changed are both removed and added.
 */
export async function remerge(
  { added, removed }: { readonly added: readonly Report[]; readonly removed: readonly Report[] },
  source: ReportSource,
): Promise<Remerged> {
  const reach = new Reach(added, removed, source);
  await reach.explore();
  const known = [...reach.known.values()];
  const roots = rootsOf(known);
  const moves = movesOf(known, roots);
  // What is out of reach stays where it is: its event is known, and what becomes of that is not asked here.
  const homeOf = (root: string): string =>
    reach.affected.has(root) && moves.has(root) ? homeOf(moves.get(root)!) : root;
  const homes = new Map([...reach.affected.keys()].map((id) => [id, homeOf(roots.get(id)!)]));
  const outside = [...homes.values()].filter((id) => !reach.affected.has(id));
  const before = await source.eventsOf([...reach.affected.keys(), ...removed.map(({ id }) => id), ...new Set(outside)]);
  const eventOf = new Map(before.flatMap(({ id, reports }) => reports.map((report) => [report.id, id] as const)));
  const gone = new Set(removed.map(({ id }) => id));
  const staying = before.flatMap(({ reports }) => reports).filter(({ id }) => !reach.affected.has(id) && !gone.has(id));
  const home = (id: string): string => (reach.affected.has(id) ? id : `event ${eventOf.get(id)}`);
  const members = [
    ...staying.map((report) => ({ report, home: home(report.id) })),
    ...[...reach.affected.values()].map((report) => ({ report, home: home(homes.get(report.id)!) })),
  ].sort((a, b) => compareCanonical(a.report, b.report));
  const groups = [...groupBy(members, (member) => member.home).values()].map((group) => ({
    id: group[0]!.report.id,
    reports: group.map(({ report }) => report),
  }));
  return differences(before, groups, new Set(added.map(({ id }) => id)));
}

function differences(
  before: readonly ReportGroup[],
  after: readonly ReportGroup[],
  added: ReadonlySet<string>,
): Remerged {
  const content = ({ reports }: ReportGroup) =>
    reports
      .map(({ id }) => id)
      .sort()
      .join(' ');
  const unchanged = new Set(before.map((group) => `${group.id} ${content(group)}`));
  const ids = new Set(after.map(({ id }) => id));
  return {
    changed: after.filter(
      (group) => !unchanged.has(`${group.id} ${content(group)}`) || group.reports.some(({ id }) => added.has(id)),
    ),
    gone: before.map(({ id }) => id).filter((id) => !ids.has(id)),
  };
}
