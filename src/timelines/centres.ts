import { overlap } from './days.ts';
import { entryOf } from './keys.ts';
import type { Report } from './types.ts';

interface Window {
  readonly from: number;
  readonly to: number;
}

/** The centres of events, found by what they share with a report. */
export class Centres {
  readonly #index = new Map<string, Report[]>();

  add(centre: Report): void {
    for (const key of entryOf(centre).keys) {
      const centres = this.#index.get(key);
      if (centres) centres.push(centre);
      else this.#index.set(key, [centre]);
    }
  }

  /** Centres that share a key with the report and whose days overlap the window. */
  near(report: Report, window: Window): Report[] {
    const found = new Set<Report>();
    for (const key of entryOf(report).keys) {
      for (const centre of this.#index.get(key) ?? []) if (overlap(entryOf(centre), window)) found.add(centre);
    }
    return [...found];
  }
}
