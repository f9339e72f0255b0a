import { readData } from '../data.ts';

const words = readData<{
  past: string[];
  modifiers: string[];
  deputies: string[];
  particles: string[];
  generations: string[];
  companies: string[];
  withArticle: string[];
  articleWords: string[];
  commonSurnames: string[];
  standFor: Record<string, string[]>;
  impliedCountries: Record<string, string>;
  reviewed: string;
  sovereigns: string[];
  ambiguous: string[];
  unowned: string[];
  locative: string[];
  governmentBodies: string[];
}>('en/entities/words.json');

export const past: ReadonlySet<string> = new Set(words.past);
export const modifiers: ReadonlySet<string> = new Set(words.modifiers);
export const deputies: ReadonlySet<string> = new Set(words.deputies);
export const particles: ReadonlySet<string> = new Set(words.particles);
export const generations: ReadonlySet<string> = new Set(words.generations);
export const companies: ReadonlySet<string> = new Set(words.companies);
export const commonSurnames: ReadonlySet<string> = new Set(words.commonSurnames);
/** The last year for which the tables of office holders were looked through: an open end says nothing beyond it. */
export const reviewed: string = words.reviewed;
/** Offices whose holders go by their first names. */
export const sovereigns: ReadonlySet<string> = new Set(words.sovereigns);
/** Names of organisations that others bear too: only the country of the document tells which is meant. */
export const ambiguous: ReadonlySet<string> = new Set(words.ambiguous);
/** Offices that there is only one of in the world. */
export const unowned: ReadonlySet<string> = new Set(words.unowned);
/** Last words of the names of what belongs to a state. */
export const governmentBodies: ReadonlySet<string> = new Set(words.governmentBodies);
export const locative: ReadonlySet<string> = new Set(words.locative);
/** "the leader" may be a president; "the top diplomat" a foreign minister. */
export const standFor: Readonly<Record<string, readonly string[]>> = words.standFor;
/** Offices that, without a country beside them, are those of one country. */
export const impliedCountries: Readonly<Record<string, string>> = words.impliedCountries;

const withArticle = new Set(words.withArticle);
const articleWords = new Set(words.articleWords);
/** "the United States", "the State Department", but "Russia" and "NATO". */
export const withItsArticle = (name: string): string =>
  withArticle.has(name) ||
  (name.includes(' ') &&
    name
      .toLowerCase()
      .split(' ')
      .some((word) => articleWords.has(word)))
    ? `the ${name}`
    : name;
