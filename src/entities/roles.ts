import type { NameMention } from '../analysis.ts';
import type { TextLayer } from '../text/types.ts';
import type { Gazetteer } from './gazetteer.ts';
import { fullName, type Group } from './groups.ts';
import { covers } from './known.ts';
import type { Fact } from './offices.ts';
import type { Title } from './titles.ts';
import { impliedCountries, unowned, withItsArticle } from './words.ts';

/** ISO code or name of what a mention makes a title belong to: "Russian" → RU, "NATO" → NATO, "Texas" → Texas. */
export function belongsTo(group: Group | undefined): string | undefined {
  if (group === undefined) return undefined;
  const { known, type } = group;
  if (known === undefined) return type === 'organisation' || type === 'place' ? fullName(group) : undefined;
  if (type === 'organisation') return known.name;
  if (type === 'people') return known.state ?? known.country;
  return known.iso ?? known.name;
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
  const group = title.of === undefined ? undefined : groups[title.of]!;
  const country = group?.known?.iso ?? group?.known?.country ?? group?.owner;
  return {
    office,
    past: title.past,
    ...(implied !== undefined && { of: implied }),
    ...(country !== undefined && { country }),
  };
}

/** An office with whose it is: "Chinese Foreign Ministry spokesman" is a "Foreign Ministry spokesman" of China. */
export function placeOf({ office, of }: Title, groups: readonly Group[]): { office: string; of: string | undefined } {
  const group = of === undefined ? undefined : groups[of]!;
  if (group?.owner === undefined || !group.ownerBefore || group.known !== undefined)
    return { office, of: belongsTo(group) };
  return { office: `${fullName(group)} ${office}`, of: group.owner };
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
  const said = facts.map(({ country, of }) => country ?? of);
  const ofs = [...said, ...(known?.terms ?? []).map(({ of }) => of)];
  return ofs.find((of) => of !== undefined && gazetteer.country(of) !== undefined);
}
