import type { Edited, EventField } from '../../schemas/edit.ts';
import type { EventDate } from '../../schemas/event.ts';
import { dayRange } from '../day-range.ts';
import { groupBy } from './group-by.ts';
import { compareCanonical } from './order.ts';
import type { ReportGroup } from './types.ts';
import type { Voted } from './vote.ts';

/** An edit that says which reports belong together, or which do not. Report ids outlive every merging. */
export interface GroupingEdit {
  readonly action: 'event.merge' | 'event.split';
  /** Of a merge, reports of the events that are one; of a split, those that were split off. */
  readonly reports: readonly string[];
  /** Of a split, those that stayed. */
  readonly others: readonly string[];
}

/**
 * The events that editors make of those that merging makes: edits in the order in which they were made, each joining the
 * groups of its reports, or taking its reports out of the groups that hold others of the event. Pure.
 */
export function regroup(groups: readonly ReportGroup[], edits: readonly GroupingEdit[]): ReportGroup[] {
  const reports = new Map(groups.flatMap((group) => group.reports.map((report) => [report.id, report] as const)));
  const home = new Map(groups.flatMap(({ id, reports }) => reports.map((report) => [report.id, id] as const)));
  edits.forEach(({ action, ...edit }, number) => {
    const homes = new Set(edit.reports.flatMap((id) => home.get(id) ?? []));
    if (action === 'event.merge') {
      const [first] = homes;
      for (const [id, at] of home) if (homes.has(at)) home.set(id, first!);
    } else {
      const left = new Set(edit.others.flatMap((id) => home.get(id) ?? []));
      for (const id of edit.reports) {
        const at = home.get(id);
        if (at !== undefined && left.has(at)) home.set(id, `${at} split ${number}`);
      }
    }
  });
  const members = [...reports.values()].sort(compareCanonical);
  return [...groupBy(members, ({ id }) => home.get(id)!).values()].map((group) => ({
    id: group[0]!.id,
    reports: group,
  }));
}

/** An edit of the values of an event. */
export interface ValueEdit extends Omit<Edited, 'field' | 'machine'> {
  readonly values: Partial<Readonly<Record<EventField, unknown>>>;
}

/** An event with the values that editors gave it, the latest for each; what was read stands beside them in `edited`. */
export function curate(voted: Voted, edits: readonly ValueEdit[]): Voted {
  if (edits.length === 0) return voted;
  const machine = { ...voted.event, hidden: false };
  const latest = new Map<EventField, ValueEdit>();
  for (const edit of edits) for (const field of Object.keys(edit.values)) latest.set(field as EventField, edit);
  const values = Object.fromEntries([...latest].map(([field, { values }]) => [field, values[field]]));
  const edited = [...latest].map(([field, { edit, author, reason, at }]): Edited => {
    return { field, machine: machine[field], edit, author, reason, at };
  });
  const changes = { ...values, edited };
  const time = 'time' in values ? (values.time as EventDate | null) : voted.event.time;
  return {
    event: { ...voted.event, ...changes },
    summary: { ...voted.summary, ...changes },
    dated: time !== null && time.basis !== 'publication',
    prominent: 'hidden' in values ? !values.hidden : voted.prominent,
  };
}

const PRECISIONS = { 10: 'day', 7: 'month', 4: 'year' } as const;

/** The date that an editor gives in EDTF: a date or two with a slash. Undefined when it is none. */
export function dateOf(edtf: string): EventDate | undefined {
  const parts = edtf.split('/');
  const ranges = parts.map((part) => dayRange(part));
  const [first, last = first] = ranges;
  if (parts.length > 2 || !first || !last || first.earliest > last.latest) return undefined;
  const plain = parts[0]!.replace(/[~?%]$/, '');
  const precision = /\d{3}X/.test(plain) ? 'decade' : /XX/.test(plain) ? 'century' : PRECISIONS[plain.length as 4];
  return {
    edtf,
    earliest: first.earliest,
    latest: last.latest,
    precision: precision ?? 'day',
    approximate: /[~?%]/.test(edtf),
    basis: 'curator',
    confidence: 1,
  };
}
