import type { EntityRecord, Mention } from '../../schemas/extraction.ts';
import type { Analysis, NameMention, SourceDocument, Stage } from '../analysis.ts';
import { findNames } from '../names/stage.ts';
import { textStage } from '../text/stage.ts';
import type { TextLayer } from '../text/types.ts';
import { organisationKey } from './acronyms.ts';
import { groupMentions } from './coreference.ts';
import { resolveDescriptions } from './descriptions.ts';
import { Gazetteer } from './gazetteer.ts';
import { fullName, type Group } from './groups.ts';
import { checkOrganisation, linkPerson, linkPlace, type Setting } from './link.ts';
import { actsAsGovernment, isOffice } from './metonymy.ts';
import { normalise } from './normalise.ts';
import { retype } from './retype.ts';
import { belongsTo, countryOf, noteFacts, roleOf } from './roles.ts';
import { findTitles } from './titles.ts';

const gazetteer = new Gazetteer();

/** Who the names mean: mentions put together, linked to ISO codes, Wikidata and GeoNames, with roles and countries. */
export const entitiesStage: Stage = {
  name: 'entities',
  requires: ['text', 'names'],
  adds: ['mentions', 'entities'],
  apply: (analysis) => ({ ...analysis, ...resolveEntities(analysis) }),
};

function resolveEntities(analysis: Analysis): { mentions: Mention[]; entities: EntityRecord[] } {
  const { document, text } = analysis;
  const day = document.publishedAt?.slice(0, 10);
  const names = retype(analysis.names, gazetteer);
  const groupOf = groupMentions(names, text.tokens, gazetteer, peopleInTitle(document));
  const groups = [...new Set(groupOf)];
  const countries = countCountries(groups);
  const setting: Setting = { countries, main: mostOf(countries), day };
  for (const group of groups) {
    if (group.type === 'organisation') checkOrganisation(group, setting);
    if (group.type === 'place') linkPlace(group, gazetteer, setting, besideOf(group, names, groupOf, text));
  }
  const titles = findTitles(text, names);
  noteFacts(titles, names, groupOf, text, document.text);
  for (const group of groups) if (group.type === 'person') linkPerson(group, gazetteer, setting);
  groups.push(...resolveDescriptions(titles, groupOf, gazetteer, text, document.text, setting));
  const ids = new Map(groups.map((group, i) => [group, `e${i + 1}`]));
  return {
    mentions: names.map(({ start, end, text: surface, type }, i) => {
      return { id: `m${i + 1}`, start, end, text: surface, type, entity: ids.get(groupOf[i]!)! };
    }),
    entities: groups.map((group) => toRecord(group, ids.get(group)!, names, text, day)),
  };
}

/** Full names of people in the title, which the text may call by their surnames alone. */
function peopleInTitle({ title, ...document }: SourceDocument): string[] {
  if (title === undefined || title === '') return [];
  const start = { document: { ...document, text: title }, warnings: [] as readonly string[] } as Analysis;
  const { text } = textStage.apply(start);
  return findNames(title, text).flatMap((name) =>
    name.type === 'person' && name.text.includes(' ') ? [name.text] : [],
  );
}

function countCountries(groups: readonly Group[]): Map<string, number> {
  const countries = new Map<string, number>();
  for (const { known, mentions } of groups) {
    const iso = known?.iso ?? known?.country;
    if (iso !== undefined) countries.set(iso, (countries.get(iso) ?? 0) + mentions.length);
  }
  return countries;
}

function mostOf(counts: ReadonlyMap<string, number>): string | undefined {
  let most: string | undefined;
  for (const [key, count] of counts) if (most === undefined || count > counts.get(most)!) most = key;
  return most;
}

/** Countries and regions named right behind a place: "Hamburg, Germany", "Paris, Texas". */
function besideOf(
  group: Group,
  names: readonly NameMention[],
  groups: readonly Group[],
  { tokens }: TextLayer,
): Set<string> {
  const beside = new Set<string>();
  for (const i of group.mentions) {
    const next = names[i + 1];
    if (next === undefined || tokens[names[i]!.lastToken]?.text !== ',') continue;
    if (next.firstToken !== names[i]!.lastToken + 1 || (next.type !== 'country' && next.type !== 'place')) continue;
    // A state behind a city is the place of that name without inhabitants of its own in the tables.
    const region = gazetteer.named(next.text, 'place').find(({ population }) => population === undefined);
    const of = next.type === 'country' ? belongsTo(groups[i + 1]) : region?.name;
    if (of !== undefined) beside.add(of);
  }
  return beside;
}

/** The country that all candidates lie in. */
function sharedCountry({ candidates = [] }: Group): string | undefined {
  const [first, ...others] = candidates.map(({ known }) => known.country);
  return others.every((country) => country === first) ? first : undefined;
}

/** Its fullest name; of an organisation the one without "TV" or "Inc." where the document also calls it so. */
function ownName(group: Group): string {
  const name = fullName(group);
  const key = organisationKey(name);
  return group.type === 'organisation' ? ([...group.texts].find((text) => normalise(text) === key) ?? name) : name;
}

function toRecord(
  group: Group,
  id: string,
  names: readonly NameMention[],
  text: TextLayer,
  day: string | undefined,
): EntityRecord {
  const { known, type, candidates, references } = group;
  const role = type === 'person' ? roleOf(group, gazetteer, day) : undefined;
  const country =
    type === 'person'
      ? countryOf(group, gazetteer)
      : (known?.iso ?? known?.country ?? group.owner ?? sharedCountry(group));
  const isSeat = type === 'organisation' || group.mentions.some((i) => actsAsGovernment(names[i]!, text.tokens));
  const actsFor = (isSeat ? known?.actsFor : undefined) ?? (isOffice(fullName(group)) ? group.owner : undefined);
  return {
    id,
    name: known?.name ?? ownName(group),
    type,
    aliases: [...group.texts],
    ...(known?.wikidata && { wikidata: known.wikidata }),
    ...(known?.iso && { iso: known.iso }),
    ...(known?.geonames && { geonames: known.geonames }),
    ...(role && { role }),
    ...(country && { country }),
    ...(actsFor && { actsFor }),
    ...(references.length > 0 && { references: [...references].sort((a, b) => a.start - b.start) }),
    ...(candidates &&
      candidates.length > 0 && {
        candidates: candidates.map(({ known: { wikidata, geonames, name }, score }) => ({
          ...(wikidata && { wikidata }),
          ...(geonames && { geonames }),
          name,
          score: Math.round(score * 100) / 100,
        })),
      }),
  };
}
