import type { NameMention } from '../analysis.ts';
import type { TextLayer } from '../text/types.ts';
import type { Gazetteer } from './gazetteer.ts';
import { fullName, type Group, newGroup } from './groups.ts';
import { covers, type Known } from './known.ts';
import type { Setting } from './link.ts';
import type { Fact } from './offices.ts';
import type { Title } from './titles.ts';
import { impliedCountries, standFor, unowned, withItsArticle } from './words.ts';

/** ISO code or name of what a mention makes a title belong to: "Russian" → RU, "NATO" → NATO. */
export function belongsTo(group: Group | undefined): string | undefined {
  if (group === undefined) return undefined;
  const { known } = group;
  if (known === undefined) return group.type === 'organisation' ? fullName(group) : undefined;
  if (known.type === 'organisation') return known.actsFor ?? known.name;
  return known.iso ?? known.country ?? known.name;
}

/** Notes each title's office with the person who bears it, and the words as a reference to that person. */
export function noteFacts(
  titles: readonly Title[],
  names: readonly NameMention[],
  groups: readonly Group[],
  text: TextLayer,
  source: string,
): void {
  for (const title of titles) {
    if (title.holder === undefined) continue;
    const group = groups[title.holder]!;
    group.facts.push(factOf(title, groups));
    const name = names[title.holder]!;
    const isBefore = name.firstToken >= title.end;
    const opening = title.bracketed ? title.start - 1 : title.start;
    const start = text.tokens[opening]!.start;
    const end = isBefore && text.tokens[title.end]!.text !== ',' ? name.end : text.tokens[title.end - 1]!.end;
    group.references.push({ start, end, text: source.slice(start, end) });
  }
}

function factOf(title: Title, groups: readonly Group[]): Fact {
  const { office, of } = placeOf(title, groups);
  const implied = of ?? impliedCountries[office];
  return { office, past: title.past, ...(implied !== undefined && { of: implied }) };
}

/** An office with whose it is: "Chinese Foreign Ministry spokesman" is a "Foreign Ministry spokesman" of China. */
function placeOf({ office, of }: Title, groups: readonly Group[]): { office: string; of: string | undefined } {
  const group = of === undefined ? undefined : groups[of]!;
  if (group?.owner === undefined || group.known !== undefined) return { office, of: belongsTo(group) };
  return { office: `${fullName(group)} ${office}`, of: group.owner };
}

/**
 * Finds whom "the Russian FM" or "the secretary of state" means: the one person of the document whom it fits; else
 * whoever alone held that office on the day of publication.
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
  const byOffice = new Map<string, { group: Group; fact: Fact }[]>();
  const described = new Map<Known, Group>();
  for (const group of new Set(groups)) if (group.type === 'person') note(group);
  for (const title of titles) {
    if (title.holder !== undefined || !title.definite) continue;
    const { office, of } = placeOf(title, groups);
    if (title.of !== undefined && of === undefined) continue;
    const group = inDocument(title, office, of) ?? inTables(title, of ?? impliedIn(setting, office));
    if (group === undefined) continue;
    const start = text.tokens[title.start]!.start;
    const end = text.tokens[title.end - 1]!.end;
    group.references.push({ start, end, text: source.slice(start, end) });
  }
  return [...described.values()];

  function note(group: Group): void {
    for (const fact of factsOf(group, day)) {
      const list = byOffice.get(fact.office);
      if (list === undefined) byOffice.set(fact.office, [{ group, fact }]);
      else list.push({ group, fact });
    }
  }

  function inDocument(title: Title, named: string, own: string | undefined): Group | undefined {
    const fitting = new Set<Group>();
    for (const office of [named, ...(standFor[named] ?? [])]) {
      for (const { group, fact } of byOffice.get(office) ?? []) {
        if ((own === undefined || fact.of === own) && (!title.past || fact.past)) fitting.add(group);
      }
    }
    return fitting.size === 1 ? [...fitting][0] : undefined;
  }

  function inTables(title: Title, of: string | undefined): Group | undefined {
    if (day === undefined || of === undefined || title.past || speaksOfAnotherYear(title, text, day)) return undefined;
    const holders = gazetteer
      .holders(title.office, of)
      .filter(({ terms }) => terms.some((term) => term.office === title.office && term.of === of && covers(term, day)));
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

/** "The secretary of state" is that of the United States where the document is about them. */
function impliedIn({ countries }: Setting, office: string): string | undefined {
  const country = impliedCountries[office];
  return country !== undefined && (countries.has(country) || unowned.has(office)) ? country : undefined;
}

/** "In 1998 the president of France …" does not mean the one of today. */
function speaksOfAnotherYear({ start }: Title, { tokens, sentences }: TextLayer, day: string): boolean {
  const { firstToken, lastToken } = sentences[tokens[start]!.sentence]!;
  for (let i = firstToken; i < lastToken; i++) {
    const { text } = tokens[i]!;
    if (/^(?:1[5-9]|20)\d\d$/.test(text) && text !== day.slice(0, 4)) return true;
  }
  return false;
}

/** What the document says, and what the tables say of the day of publication. */
function factsOf({ facts, known }: Group, day: string | undefined): Fact[] {
  const current = day === undefined ? [] : (known?.terms ?? []).filter((term) => covers(term, day));
  return [...facts, ...current.map(({ office, of }) => ({ office, of, past: false }))];
}

/** "foreign minister of Russia": what the document says, completed by the tables. */
export function roleOf(group: Group, gazetteer: Gazetteer, day: string | undefined): string | undefined {
  const { facts, known } = group;
  const current = day === undefined ? [] : (known?.terms ?? []).filter((term) => covers(term, day));
  const said = facts.find(({ of, past }) => of !== undefined && !past) ?? facts.find(({ past }) => !past) ?? facts[0];
  const same = said && known?.terms.find(({ office }) => office === said.office);
  const chosen = said ?? current[0];
  if (chosen === undefined) return undefined;
  const of = chosen.of ?? same?.of;
  const office = 'past' in chosen && chosen.past ? `former ${chosen.office}` : chosen.office;
  return of === undefined || unowned.has(office)
    ? office
    : `${office} of ${withItsArticle(gazetteer.country(of)?.name ?? of)}`;
}

/** The country that somebody's offices belong to. */
export function countryOf({ facts, known }: Group, gazetteer: Gazetteer): string | undefined {
  const ofs = [...facts.map(({ of }) => of), ...(known?.terms ?? []).map(({ of }) => of)];
  return ofs.find((of) => of !== undefined && gazetteer.country(of) !== undefined);
}
