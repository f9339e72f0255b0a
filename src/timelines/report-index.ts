import { overlap } from './days.ts';
import { entryOf, type IndexEntry, placeInTime } from './keys.ts';
import type { Report } from './types.ts';

/** Reports in memory, found as a store finds them. */
export class ReportIndex {
  readonly #byId: ReadonlyMap<string, Report>;
  readonly #byKey = new Map<string, Report[]>();

  constructor(reports: readonly Report[]) {
    this.#byId = new Map(reports.map((report) => [report.id, report]));
    for (const report of this.#byId.values()) {
      for (const key of entryOf(report).keys) this.#byKey.set(key, [...(this.#byKey.get(key) ?? []), report]);
    }
  }

  get(id: string): Report | undefined {
    return this.#byId.get(id);
  }

  find(lookups: readonly IndexEntry[]): Report[] {
    return lookups.flatMap(({ keys, ...days }) =>
      keys.flatMap((key) => (this.#byKey.get(key) ?? []).filter((report) => overlap(placeInTime(report), days))),
    );
  }
}
