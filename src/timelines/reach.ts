import { groupBy } from './group-by.ts';
import {
  AFTER,
  BEFORE,
  type IndexEntry,
  isMover,
  lookupOf,
  movedAround,
  nowhere,
  placeInTime,
  type Sort,
  searchWindow,
} from './keys.ts';
import type { ReportSource } from './remerge.ts';
import { ReportIndex } from './report-index.ts';
import type { Report } from './types.ts';

type Lookups = (report: Report) => readonly IndexEntry[];

const undated: readonly Sort[] = ['past', 'coming', 'unreal'];
const sameDays =
  (sort: Sort): Lookups =>
  (report) => [lookupOf(report, [sort], placeInTime(report))];
const sameDay: Lookups = (report) => [lookupOf(report, undated, placeInTime(report))];
/** The undated reports that a dated one may be the event of. */
const undatedAround: Lookups = (report) => {
  const { from, to } = placeInTime(report);
  return [
    lookupOf(report, ['past'], { from, to: to + BEFORE }),
    lookupOf(report, ['coming'], { from: from - AFTER, to }),
    lookupOf(report, ['past', 'coming'], nowhere),
  ];
};
/** The dated reports that an undated one may tell of. */
const datedAround: Lookups = (report) => {
  const window = searchWindow(report);
  return window && window.from <= window.to ? [lookupOf(report, ['day', 'span'], window)] : [];
};
const moversAround: Lookups = (report) => [lookupOf(report, ['moved'], movedAround(report))];
const movedFrom: Lookups = (report) => [lookupOf(report, ['day', 'span'], movedAround(report))];
const isDay = ({ exactness }: Report): boolean => exactness === 'day';
const length = (report: Report): number => placeInTime(report).to - placeInTime(report).from;

/**
 * How far a change of reports reaches. What is dated exactly depends on the reports of its day; what is dated less exactly
 * on those and on finer spans; what is undated on all of them and on the undated of its day of publication. So the reports whose event
 * may be another (`affected`) are followed from day to span to undated, and what they are compared with (`known`) back.
 */
export class Reach {
  readonly affected = new Map<string, Report>();
  readonly known = new Map<string, Report>();
  readonly #source: ReportSource;
  readonly #removed: ReadonlyMap<string, Report>;
  readonly #added: ReportIndex;
  readonly #changed: readonly Report[];

  constructor(added: readonly Report[], removed: readonly Report[], source: ReportSource) {
    this.#source = source;
    this.#removed = new Map(removed.map((report) => [report.id, report]));
    this.#added = new ReportIndex(added);
    this.#changed = [...added, ...removed];
  }

  async explore(): Promise<void> {
    const [days, spans] = await this.#dated(this.#changed.filter(({ exactness }) => exactness !== 'open'));
    const touched = await this.#find([...days, ...spans], undatedAround);
    const open = await this.#closure(
      [...this.#changed.filter(({ exactness }) => exactness === 'open'), ...touched],
      sameDay,
    );
    this.#put([...days, ...spans, ...open], this.affected);
    this.#put([...days, ...spans, ...open], this.known);
    await this.#compareWith(await this.#find([...days, ...spans], moversAround));
    await this.#compareSpans(spans);
    await this.#compareWith(await this.#find(open, datedAround));
  }

  /** The dated reports that a change of some may concern: of their days, of spans around those, and moved from elsewhere. */
  async #dated(changed: readonly Report[]): Promise<[days: Report[], spans: Report[]]> {
    let [days, spans]: [Report[], Report[]] = [[], []];
    let fresh = changed;
    while (fresh.length > 0) {
      days = await this.#closure([...days, ...fresh.filter(isDay)], sameDays('day'));
      const reached = await this.#find(days, sameDays('span'));
      const around = [...spans, ...fresh.filter((report) => !isDay(report)), ...reached];
      spans = await this.#closure(around, sameDays('span'), (one, other) => length(other) >= length(one));
      const known = new Set([...days, ...spans]);
      const given = await this.#find([...known].filter(isMover), movedFrom);
      fresh = given.filter((report) => !known.has(report));
    }
    return [days, spans];
  }

  /** As it stands after the change: what was removed is followed, but only what stays is merged. */
  #now = (report: Report): Report | undefined =>
    this.#added.get(report.id) ?? (this.#removed.has(report.id) ? undefined : report);

  #put(reports: readonly Report[], where: Map<string, Report>): void {
    for (const report of reports) {
      const now = this.#now(report);
      if (now) where.set(now.id, now);
    }
  }

  /** What is compared with dated reports, whatever they are. */
  async #compareWith(dated: readonly Report[]): Promise<void> {
    await this.#compareDays(dated.filter(isDay));
    await this.#compareSpans(dated.filter((report) => !isDay(report)));
  }

  /** What spans are compared with: those of the same days, finer ones, and the days in them. */
  async #compareSpans(reports: readonly Report[]): Promise<void> {
    const spans = await this.#closure(reports, sameDays('span'), (one, other) => length(other) <= length(one));
    this.#put(spans, this.known);
    await this.#compareDays(await this.#find(spans, sameDays('day')));
  }

  async #compareDays(reports: readonly Report[]): Promise<void> {
    const days = await this.#closure(reports, sameDays('day'));
    this.#put(days, this.known);
  }

  /** All that is reached from reports by going from one to the next. */
  async #closure(
    reports: readonly Report[],
    lookups: Lookups,
    follows: (one: Report, other: Report) => boolean = () => true,
  ): Promise<Report[]> {
    const found = new Set(reports);
    let fresh: readonly Report[] = reports;
    while (fresh.length > 0) {
      const next = await this.#find(fresh, lookups);
      const before = fresh;
      fresh = unique(next).filter((other) => !found.has(other) && before.some((one) => follows(one, other)));
      for (const report of fresh) found.add(report);
    }
    return [...found];
  }

  readonly #seen = new Map<string, Report>();

  /** Reports as they stand after the change, and never twice as different objects. */
  async #find(reports: readonly Report[], lookups: Lookups): Promise<Report[]> {
    const asked = together(reports.flatMap((report) => lookups(report)));
    if (asked.length === 0) return [];
    const kept = (await this.#source.find(asked)).filter(({ id }) => !this.#removed.has(id) && !this.#added.get(id));
    const canonical = kept.map((report) => {
      const known = this.#seen.get(report.id);
      if (!known) this.#seen.set(report.id, report);
      return known ?? report;
    });
    return unique([...canonical, ...this.#added.find(asked)]);
  }
}

const unique = (reports: readonly Report[]): Report[] => [...new Set(reports)];

/** One lookup for each stretch of days. */
function together(lookups: readonly IndexEntry[]): IndexEntry[] {
  return [...groupBy(lookups, ({ from, to }) => `${from}/${to}`).values()].map((same) => ({
    keys: [...new Set(same.flatMap(({ keys }) => keys))],
    from: same[0]!.from,
    to: same[0]!.to,
  }));
}
