import { containing, lastDay } from '../calendar.ts';
import type { Fields, Period } from '../types.ts';
import { fiscalBounds, quarterTo } from './fiscal.ts';
import type { Bounds } from './notation.ts';

/** What makes a quarter other than that of the calendar: the day it ended, or that it is of a fiscal year. */
interface Own {
  readonly end?: number | undefined;
  readonly fiscal?: Fields['fiscal'];
}

const HALF_A_QUARTER = 45;

/** The quarter that a report is about, which "the quarter", "the latest period" and "a year earlier" are counted from. */
export class ReportedQuarter {
  readonly #publication: number | undefined;
  #period: Period | undefined;
  #own: Own = {};
  /** The report has gone on to its nine months: "a year earlier" is a year again. */
  yearly = false;

  constructor(publication: number | undefined) {
    this.#publication = publication;
  }

  /** The latest that is over, or that says when it ended: one to come, or one compared with it, does not take its place. */
  remember(period: Period, own: Own, story: boolean): void {
    const stays =
      !story &&
      own.end === undefined &&
      this.#period !== undefined &&
      this.#isOver(this.#period) &&
      (!this.#isOver(period) || period.n < this.#period.n);
    if (stays) return;
    this.#period = period;
    this.#own = own;
    this.yearly = false;
  }

  #isOver = (quarter: Period): boolean => this.#publication === undefined || lastDay(quarter) < this.#publication;

  /** "the quarter ended Sept. 29": the fiscal one that is reported on, else that of the calendar which is nearest. */
  endedOn(day: number): Period {
    const fiscal = this.#own.fiscal !== undefined && this.#own.end === undefined ? this.#period : undefined;
    return fiscal ?? containing('quarter', day - HALF_A_QUARTER);
  }

  /** So many quarters from the one reported on, else from the latest that is over on a day; or that of another year. */
  at(count: number, year: number | undefined, day: number): Period {
    const base = this.#period?.n ?? containing('quarter', day).n - 1;
    return { unit: 'quarter', n: year === undefined ? base + count : year * 4 + (((base % 4) + 4) % 4) };
  }

  /** The same quarter so many years on, where "a year earlier" means a quarter. */
  yearsOn(count: number): Period | undefined {
    if (this.#period === undefined || this.yearly || Math.abs(count) !== 1) return undefined;
    return { unit: 'quarter', n: this.#period.n + 4 * count };
  }

  /** The days of a quarter counted from one that is not of the calendar: a year before the quarter ended on 26 August. */
  bounds(quarter: Period): Bounds | undefined {
    if (quarter.unit !== 'quarter' || this.#period === undefined) return undefined;
    if (this.#own.end !== undefined) return quarterTo(this.#own.end, quarter.n - this.#period.n);
    return this.#own.fiscal === undefined ? undefined : fiscalBounds(quarter, this.#own.fiscal);
  }
}
