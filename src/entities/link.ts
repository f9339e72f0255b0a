import type { Gazetteer } from './gazetteer.ts';
import { fullName, type Group, type Scored } from './groups.ts';
import { covers, type Known, type Term } from './known.ts';
import { normalise } from './normalise.ts';
import { readPersonName } from './people.ts';
import { ambiguous, commonSurnames, reviewed, sovereigns } from './words.ts';

/** What the rest of the document says about where it plays, and when it was published. */
export interface Setting {
  /** ISO codes of the countries it names → how often. */
  readonly countries: ReadonlyMap<string, number>;
  /** The country it names most. */
  readonly main: string | undefined;
  /** Publication day as YYYY-MM-DD. */
  readonly day: string | undefined;
}

/** Above it a candidate is taken for the entity itself. */
const BELIEVED = 0.6;
/** What speaks for and against an office holder; set by hand, checked on `eval/linking.ts`. */
const FULL_NAME = 0.8;
const SURNAME = 0.3;
const HOLDS = 0.4;
const HELD = 0.1;
const OF_ANOTHER_COUNTRY = 0.5;
const COUNTRY_NAMED = 0.2;
const IN_OFFICE = 0.3;
const RECENTLY = 0.15;
/** Belief in an organisation that only its common name speaks for. */
const UNSURE = 0.4;
const LONG_AGO = 0.2;
const COMMON = 0.3;
const SOLE = 0.15;
const UNTITLED = 0.4;
/** Fewer years out of office, and the news still speaks of somebody by the surname alone. */
const REMEMBERED_YEARS = 10;

/** Links a person by full name, or by a surname alone where office, time or country speak for somebody. */
export function linkPerson(group: Group, gazetteer: Gazetteer, setting: Setting): void {
  const name = fullName(group);
  const { short, surname } = readPersonName(name);
  const exact = gazetteer.named(name, 'person');
  const candidates = exact.length > 0 || !short ? exact : gazetteer.surnamed(surname);
  const isSole = candidates.filter(({ terms }) => terms.length > 0).length === 1;
  const scored = candidates.map((known) => ({
    known,
    score: Math.min(
      1,
      Math.max(
        0,
        (exact.length > 0 ? FULL_NAME : SURNAME) +
          ofFacts(known, group, setting) +
          (exact.length > 0 ? 0 : ofSurname(known, group, setting, surname, isSole)),
      ),
    ),
  }));
  choose(group, scored);
}

/** What the offices that the document gives somebody say for or against an office holder. */
function ofFacts(known: Known, group: Group, { day }: Setting): number {
  let sum = 0;
  const ofs = new Set(known.terms.map(({ of }) => of));
  for (const { office, of, past } of new Map(group.facts.map((fact) => [`${fact.office} ${fact.of}`, fact])).values()) {
    const held = known.terms.filter((term) => term.office === office && (of === undefined || term.of === of));
    const isNow = day === undefined || past || held.some((term) => covers(term, day));
    if (held.length > 0) sum += isNow ? HOLDS : HELD;
    else if (of !== undefined && ofs.size > 0 && of.length === 2 && !ofs.has(of)) sum -= OF_ANOTHER_COUNTRY;
  }
  return sum;
}

/** What speaks for an office holder where the document has the surname alone. */
function ofSurname(
  known: Known,
  { facts }: Group,
  { countries, day }: Setting,
  surname: string,
  isSole: boolean,
): number {
  let sum = commonSurnames.has(surname) ? -COMMON : 0;
  if (known.terms.some(({ of }) => countries.has(of))) sum += COUNTRY_NAMED;
  if (day === undefined) sum += isSole ? SOLE : 0;
  else if (known.terms.some((term) => covers(term, day))) sum += IN_OFFICE;
  else if (known.terms.some((term) => isRemembered(term, day))) sum += RECENTLY;
  else sum -= LONG_AGO;
  // Kings and popes go by their first names, which many bear; only the title tells.
  const crown = known.terms.find(({ office }) => sovereigns.has(office));
  if (crown !== undefined && !facts.some(({ office }) => office === crown.office)) sum -= UNTITLED;
  return sum;
}

const isRemembered = ({ to, from }: Term, day: string): boolean => {
  const years = Number(day.slice(0, 4)) - Number((to || reviewed).slice(0, 4));
  return from <= day && years >= 0 && years <= REMEMBERED_YEARS;
};

/** Weights of what speaks for a place, in natural logarithms of odds; set by hand, checked on `eval/linking.ts`. */
const REGION = 8;
const STATE = 5;
const CAPITAL = 2;
const NAMED_COUNTRY = 3;
const BESIDE = 12;
/** That the place is in no table. */
const UNKNOWN = 4.5;

/** Links a place by its size and by the countries named in the document, most of all right behind it. */
export function linkPlace(
  group: Group,
  gazetteer: Gazetteer,
  { countries }: Setting,
  beside: ReadonlySet<string>,
): void {
  const candidates = gazetteer.named(fullName(group), 'place');
  if (candidates.length === 0) return;
  const weights = candidates.map(({ population, country, actsFor, state }) => {
    const size = population === undefined ? (state === undefined ? REGION : STATE) : 2 * Math.log10(population + 1);
    let weight = size;
    if (actsFor !== undefined) weight += CAPITAL;
    if (country !== undefined && countries.has(country)) weight += NAMED_COUNTRY;
    if (beside.has(country ?? '') || beside.has(state ?? '')) weight += BESIDE;
    return Math.exp(weight);
  });
  const total = weights.reduce((sum, weight) => sum + weight, Math.exp(UNKNOWN));
  choose(
    group,
    candidates.map((known, i) => ({ known, score: weights[i]! / total })),
  );
}

/** Takes back the link of an organisation by a name that many bear, unless its country is the one the document is about. */
export function checkOrganisation(group: Group, { countries, main }: Setting): void {
  const { known, texts } = group;
  if (known === undefined || ![...texts].every((text) => ambiguous.has(normalise(text)))) return;
  const fits = known.country === undefined ? countries.size > 1 : main === known.country;
  if (fits) return;
  delete group.known;
  group.candidates = [{ known, score: UNSURE }];
}

/** Takes the best candidate when it is believed and clear; keeps the others where there is a doubt to show. */
function choose(group: Group, scored: readonly Scored[]): void {
  const ranked = [...scored].sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined) return;
  const isClear = second === undefined || best.score - second.score > 0.1;
  if (best.score >= BELIEVED && isClear) group.known = best.known;
  const doubtful = ranked.filter(({ score }) => score >= 0.05).slice(0, 5);
  if (group.known === undefined || doubtful.length > 1) group.candidates = doubtful;
}
