import type { Event } from '../../schemas/event.ts';
import type { EventStatus } from '../../schemas/extraction.ts';
import type { Report } from './types.ts';

/** How much a status says; of two published on one day the one that says more is the later. */
const weight: Readonly<Record<EventStatus, number>> = {
  unknown: 0,
  hypothetical: 1,
  planned: 2,
  denied: 3,
  cancelled: 4,
  ongoing: 5,
  happened: 6,
};
const settled: ReadonlySet<EventStatus> = new Set(['happened', 'ongoing']);
const refuted: ReadonlySet<EventStatus> = new Set(['denied', 'cancelled']);

/** Reports by publication day, within a day by how much they say. */
const inOrder = (reports: readonly Report[]): Report[] =>
  [...reports].sort(
    (a, b) =>
      (a.published ?? Number.MIN_SAFE_INTEGER) - (b.published ?? Number.MIN_SAFE_INTEGER) ||
      weight[a.status] - weight[b.status],
  );

/**
 * The status of the latest publication. What has happened is not planned again by a late notice, nor undone because
 * somebody is quoted denying it; that stays a conflict.
 */
export function statusOf(reports: readonly Report[]): EventStatus {
  let status: EventStatus = 'unknown';
  for (const report of inOrder(reports)) if (supersedes(report, status)) status = report.status;
  return status;
}

function supersedes({ status, moved, claims }: Report, before: EventStatus): boolean {
  if (weight[before] < weight.denied) return weight[status] > 0 || weight[before] === 0;
  if (refuted.has(before))
    return settled.has(status) || refuted.has(status) || (status === 'planned' && moved !== undefined);
  return settled.has(status) || (refuted.has(status) && claims.every(({ attribution }) => attribution === undefined));
}

/** What was reported when: each change of status with the claim that brought it. */
export function statusHistory(reports: readonly Report[]): Event['statusHistory'] {
  const history: Event['statusHistory'] = [];
  for (const report of inOrder(reports)) {
    if (weight[report.status] === 0 || report.status === history.at(-1)?.status) continue;
    history.push({ asOf: report.publishedAt?.slice(0, 10) ?? null, status: report.status, claim: claimOf(report) });
  }
  return history;
}

/** The claim of a report that has the report's status. */
const claimOf = ({ claims, status }: Report): string =>
  (claims.find((each) => each.status === status) ?? claims[0]!).id;

/** Whether one status says that it was and the other that it was not. */
export const contradict = (a: EventStatus, b: EventStatus): boolean =>
  (settled.has(a) && refuted.has(b)) ||
  (settled.has(b) && refuted.has(a)) ||
  (a === 'denied' && b === 'planned') ||
  (b === 'denied' && a === 'planned');
