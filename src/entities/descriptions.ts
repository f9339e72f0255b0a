import type { TextLayer } from '../text/types.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type Group, newGroup } from './groups.ts';
import { covers, type Known } from './known.ts';
import type { Setting } from './link.ts';
import type { Fact } from './offices.ts';
import { placeOf } from './roles.ts';
import type { Title } from './titles.ts';
import { impliedCountries, standFor, unowned } from './words.ts';

/**
 * Finds whom "the Russian FM" or "the secretary of state" means: the one person of the document whom it fits; else
 * whoever alone held that office on the day of publication. Adds the words to that person's references.
 *
 * @returns people whom the document only describes
 */
export function resolveDescriptions(
  titles: readonly Title[],
  groups: readonly Group[],
  gazetteer: Gazetteer,
  text: TextLayer,
  source: string,
  setting: Setting,
): Group[] {
  const { day } = setting;
  const bearers = bearersOf(groups, day);
  const described = new Map<Known, Group>();
  const otherYears = sentencesOfOtherYears(titles, text, day);
  for (const title of titles) {
    if (title.holder !== undefined || !title.definite) continue;
    const { office, of } = placeOf(title, groups);
    if (title.of !== undefined && of === undefined) continue;
    const group = inDocument(title, office, of) ?? inTables(title, office, of ?? impliedIn(setting, office));
    if (group === undefined) continue;
    const start = text.tokens[title.start]!.start;
    const end = text.tokens[title.end - 1]!.end;
    group.references.push({ start, end, text: source.slice(start, end) });
  }
  return [...described.values()];

  function inDocument({ past }: Title, named: string, own: string | undefined): Group | undefined {
    const fitting = new Set<Group>();
    for (const office of [named, ...(standFor[named] ?? [])]) {
      for (const group of bearers.get(keyOf(office, own, past)) ?? []) fitting.add(group);
    }
    return fitting.size === 1 ? [...fitting][0] : undefined;
  }

  function inTables(title: Title, office: string, of: string | undefined): Group | undefined {
    if (day === undefined || of === undefined || title.past) return undefined;
    if (otherYears.has(text.tokens[title.start]!.sentence)) return undefined;
    const holders = gazetteer
      .holders(office, of)
      .filter(({ terms }) => terms.some((term) => term.office === office && term.of === of && covers(term, day)));
    const [known] = holders;
    if (known === undefined || holders.length > 1) return undefined;
    let group = described.get(known);
    if (group === undefined) {
      group = newGroup('person');
      group.known = known;
      described.set(known, group);
    }
    return group;
  }
}

const keyOf = (office: string, of: string | undefined, past: boolean): string => `${office}|${of ?? '*'}|${past}`;

/** People by what they are said or known to be; of those whom one description fits two at most, for then it fits none. */
function bearersOf(groups: readonly Group[], day: string | undefined): ReadonlyMap<string, Set<Group>> {
  const bearers = new Map<string, Set<Group>>();
  for (const group of new Set(groups)) {
    if (group.type !== 'person') continue;
    for (const { office, of, past } of factsOf(group, day)) {
      // "The former president" is somebody of the past; "the president" may be one that the document called former.
      for (const wanted of past ? [true, false] : [false]) {
        note(keyOf(office, of, wanted), group);
        if (of !== undefined) note(keyOf(office, undefined, wanted), group);
      }
    }
  }
  return bearers;

  function note(key: string, group: Group): void {
    const known = bearers.get(key);
    if (known === undefined) bearers.set(key, new Set([group]));
    else if (known.size < 2) known.add(group);
  }
}

/** What the document says, and what the tables say of the day of publication. */
function factsOf({ facts, known }: Group, day: string | undefined): Fact[] {
  const current = day === undefined ? [] : (known?.terms ?? []).filter((term) => covers(term, day));
  return [...facts, ...current.map(({ office, of }) => ({ office, of, past: false }))];
}

/** "The secretary of state" is that of the United States where the document is about them. */
function impliedIn({ countries }: Setting, office: string): string | undefined {
  const country = impliedCountries[office];
  return country !== undefined && (countries.has(country) || unowned.has(office)) ? country : undefined;
}

const YEAR = /^(?:1[5-9]|20)\d\d$/;

/** "In 1998 the president of France …" does not mean the one of today. */
function sentencesOfOtherYears(titles: readonly Title[], text: TextLayer, day: string | undefined): Set<number> {
  const found = new Set<number>();
  for (const index of new Set(titles.map(({ start }) => text.tokens[start]!.sentence))) {
    const { firstToken, lastToken } = text.sentences[index]!;
    for (let i = firstToken; i < lastToken; i++) {
      const word = text.tokens[i]!.text;
      if (YEAR.test(word) && word !== day?.slice(0, 4)) found.add(index);
    }
  }
  return found;
}
