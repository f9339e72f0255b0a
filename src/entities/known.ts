import type { EntityType } from '../../schemas/extraction.ts';
import { reviewed } from './words.ts';

/** A time in an office; days as YYYY-MM-DD or years as YYYY, an open end empty. */
export interface Term {
  readonly office: string;
  /** ISO 3166-1 alpha-2 of the country, or the name of the organisation or state. */
  readonly of: string;
  readonly from: string;
  readonly to: string;
}

/** An entity of the real world that the gazetteers know. */
export interface Known {
  readonly name: string;
  readonly type: EntityType;
  readonly wikidata?: string;
  /** ISO 3166-1 alpha-2 of a country. */
  readonly iso?: string;
  readonly geonames?: number;
  /** ISO 3166-1 alpha-2 of the country it belongs to. */
  readonly country?: string;
  /** Whom a seat of government speaks for. */
  readonly actsFor?: string;
  /** The state of a federal country that a city lies in; that of a people, where it has no ISO code ("Scottish"). */
  readonly state?: string;
  /** Inhabitants in thousands. */
  readonly population?: number;
  readonly terms: readonly Term[];
}

/** Whether somebody is in office on a day (YYYY-MM-DD). */
export const covers = ({ from, to }: Term, day: string): boolean =>
  day.slice(0, from.length) >= from && (to === '' ? day.slice(0, 4) <= reviewed : day.slice(0, to.length) <= to);
