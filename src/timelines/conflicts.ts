import type { Event, EventDate } from '../../schemas/event.ts';
import type { EventStatus } from '../../schemas/extraction.ts';
import { overlap } from './days.ts';
import { groupBy } from './group-by.ts';
import { normalName } from './identity.ts';
import { leftOver } from './match.ts';
import { contradict } from './status.ts';
import type { Report } from './types.ts';

type Conflict = Event['corroboration']['conflicts'][number];

/** What disagrees with the values that won: dates that exclude the date, statuses that deny the status, other people. */
export function conflictsOf(
  reports: readonly Report[],
  winner: { readonly dated: Report; readonly richest: Report; readonly status: EventStatus },
): Conflict[] {
  const say = (field: Conflict['field'], holders: readonly [value: string, report: Report][]): Conflict[] =>
    [...groupBy(holders, ([value]) => value)].map(([value, group]) => ({
      field,
      value,
      claims: group.flatMap(([, { claims }]) => claims.map(({ id }) => id)),
    }));
  const dates = reports.filter(({ exactness, days }) => exactness !== 'open' && !overlap(days, winner.dated.days));
  const statuses = reports.filter(({ status }) => contradict(status, winner.status));
  return [
    ...say(
      'time',
      dates.map((report) => [dateText(report.time!), report]),
    ),
    ...say(
      'status',
      statuses.map((report) => [report.status, report]),
    ),
    ...say(
      'participants',
      reports.flatMap((report) => leftOver(report, winner.richest).map(({ name }): [string, Report] => [name, report])),
    ),
  ].sort((a, b) => (a.field === b.field ? compareNames(a.value, b.value) : 0));
}

const compareNames = (a: string, b: string): number => {
  const [left, right] = [normalName(a), normalName(b)];
  return left < right ? -1 : left > right ? 1 : 0;
};

const dateText = ({ edtf, earliest, latest }: EventDate): string => edtf ?? `${earliest ?? '..'}/${latest ?? '..'}`;
