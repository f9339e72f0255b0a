import { Centres } from './centres.ts';
import { overlap } from './days.ts';
import { groupBy } from './group-by.ts';
import { isMover, movedAround } from './keys.ts';
import { compare, sameMoved } from './match.ts';
import { compareCanonical } from './order.ts';
import type { Report } from './types.ts';

/** The dated event around a centre, as far as it is of the days of the centre. */
interface Dated {
  readonly centre: Report;
  readonly first: Report;
  /** Of its reports that say that it was moved here, the last. */
  readonly mover: Report | undefined;
  readonly over: boolean;
}

/**
 * Which events were moved: from the centre of the event at the date given up to that of the event at the new date. Only
 * words say so, published after the old date was, and the next of them counts; when they can mean several new dates, nothing
 * is moved. An event goes only where a later notice sends it, so there are no circles.
 *
 * `roots`: report → centre, of `reports` and all that they gather around.
 */
export function movesOf(reports: readonly Report[], roots: ReadonlyMap<string, string>): Map<string, string> {
  const moves = new Map<string, string>();
  const dated = reports.filter(({ exactness }) => exactness !== 'open');
  const movers = dated.filter(isMover);
  if (movers.length === 0) return moves;
  const index = new Centres();
  for (const mover of movers) index.add(mover);
  const events = datedEvents(dated, roots);
  for (const [id, event] of events) {
    if (event.over) continue;
    const notices = index
      .near(event.centre, movedAround(event.centre))
      .filter((mover) => gaveUp(mover, event) && isLater(events.get(roots.get(mover.id)!)?.mover, event.mover));
    const next = Math.min(...notices.map(({ published }) => published!));
    const targets = new Set(notices.filter(({ published }) => published === next).map(({ id }) => roots.get(id)!));
    targets.delete(id);
    if (targets.size === 1) moves.set(id, [...targets][0]!);
  }
  return moves;
}

function gaveUp(mover: Report, { centre, first }: Dated): boolean {
  const { moved, published = Number.NEGATIVE_INFINITY, days } = mover;
  return (
    (first.published ?? Number.POSITIVE_INFINITY) < published &&
    !overlap(days, centre.days) &&
    (moved!.from.length === 0 || moved!.from.some((old) => overlap(old, centre.days))) &&
    sameMoved(compare(mover, centre))
  );
}

const isLater = (a: Report | undefined, b: Report | undefined): boolean =>
  a !== undefined && (b === undefined || compareCanonical(b, a) < 0);

function datedEvents(dated: readonly Report[], roots: ReadonlyMap<string, string>): Map<string, Dated> {
  const byId = new Map(dated.map((report) => [report.id, report]));
  const events = new Map<string, Dated>();
  for (const [id, members] of groupBy(dated, (report) => roots.get(report.id)!)) {
    const centre = byId.get(id)!;
    const exact = members
      .filter(
        ({ days, exactness }) =>
          exactness === centre.exactness && days.from === centre.days.from && days.to === centre.days.to,
      )
      .sort(compareCanonical);
    events.set(id, {
      centre,
      first: exact[0]!,
      mover: exact.filter(isMover).at(-1),
      over: exact.some(({ status }) => status === 'happened' || status === 'ongoing'),
    });
  }
  return events;
}
