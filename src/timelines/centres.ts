import { overlap } from './days.ts';
import { keysOf, placeInTime } from './keys.ts';
import type { Days, Report } from './types.ts';

/** The centres of events, found by what they share with a report. */
export class Centres {
  readonly #index = new Map<string, Report[]>();

  add(centre: Report): void {
    for (const key of keysOf(centre)) {
      const centres = this.#index.get(key);
      if (centres) centres.push(centre);
      else this.#index.set(key, [centre]);
    }
  }

  /** Centres that share a key with the report and whose days overlap the window. */
  near(report: Report, window: Days): Report[] {
    const found = new Set<Report>();
    for (const key of keysOf(report)) {
      for (const centre of this.#index.get(key) ?? []) if (overlap(placeInTime(centre), window)) found.add(centre);
    }
    return [...found];
  }
}
