import type { Gazetteer } from './gazetteer.ts';
import { fullName, type Group, type Scored } from './groups.ts';
import { covers, type Known, type Term } from './known.ts';
import { readPersonName } from './people.ts';
import { commonSurnames } from './words.ts';

/** What the rest of the document says about where it plays, and when it was published. */
export interface Setting {
  /** ISO codes of the countries it names → how often. */
  readonly countries: ReadonlyMap<string, number>;
  /** Publication day as YYYY-MM-DD. */
  readonly day: string | undefined;
}

/** Above it a candidate is taken for the entity itself. */
const BELIEVED = 0.6;
/** Fewer years out of office, and the news still speaks of somebody by the surname alone. */
const REMEMBERED_YEARS = 10;

/** Links a person by full name, or by a surname alone where office, time or country speak for somebody. */
export function linkPerson(group: Group, gazetteer: Gazetteer, setting: Setting): void {
  const name = fullName(group);
  const { short, surname } = readPersonName(name);
  const exact = gazetteer.named(name, 'person');
  const candidates = exact.length > 0 || !short ? exact : gazetteer.surnamed(surname);
  const scored = candidates.map((known) => ({
    known,
    score: Math.min(
      1,
      Math.max(0, (exact.length > 0 ? 0.8 : 0.3) + evidence(known, group, setting, surname, exact.length > 0)),
    ),
  }));
  choose(group, scored);
}

function evidence(known: Known, group: Group, { countries, day }: Setting, surname: string, exact: boolean): number {
  let sum = 0;
  const ofs = new Set(known.terms.map(({ of }) => of));
  const isKnownOf = (of: string) => ofs.has(of);
  for (const { office, of } of group.facts) {
    const held = known.terms.filter((term) => term.office === office && (of === undefined || term.of === of));
    if (held.length > 0) sum += 0.4;
    else if (of !== undefined && ofs.size > 0 && of.length === 2 && !isKnownOf(of)) sum -= 0.5;
  }
  if (exact) return sum;
  if ([...ofs].some((of) => countries.has(of))) sum += 0.2;
  if (day !== undefined) {
    if (known.terms.some((term) => covers(term, day))) sum += 0.3;
    else if (known.terms.some((term) => isRemembered(term, day))) sum += 0.15;
    else sum -= 0.2;
  }
  return commonSurnames.has(surname) ? sum - 0.15 : sum;
}

const isRemembered = ({ to, from }: Term, day: string): boolean => {
  const years = Number(day.slice(0, 4)) - Number(to.slice(0, 4));
  return from <= day && years >= 0 && years <= REMEMBERED_YEARS;
};

/** Weights of what speaks for a place, in natural logarithms of odds; set by hand, checked on `eval/linking.ts`. */
const REGION = 5;
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
    let weight = population === undefined ? REGION : 2 * Math.log10(population + 1);
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
