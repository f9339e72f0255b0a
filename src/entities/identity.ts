import type { EntityRecord } from '../../schemas/extraction.ts';
import { normalise } from './normalise.ts';

/**
 * What identifies an entity beyond its document: the same key in two documents means the same entity. The strongest
 * identifier that it has, in this order: Wikidata, ISO 3166-1, GeoNames; else its type, name and country.
 *
 * @returns for example `wikidata:Q7747`, `iso:RU`, `geonames:524901` or `person:sergei ivanov:RU`
 */
export function identityKey({ wikidata, iso, geonames, type, name, country }: EntityRecord): string {
  if (wikidata !== undefined) return `wikidata:${wikidata}`;
  if (iso !== undefined) return `iso:${iso}`;
  if (geonames !== undefined) return `geonames:${geonames}`;
  return [type, normalise(name), ...(country === undefined ? [] : [country])].join(':');
}
