import type { EntityRecord } from '../../schemas/extraction.ts';
import { normalise } from './normalise.ts';
import { readPersonName } from './people.ts';

/**
 * What identifies an entity beyond its document: the same key in two documents means the same entity. The strongest
 * identifier that it has, in this order: Wikidata, ISO 3166-1, GeoNames; else its type, name and country. A surname
 * alone says little: the role is part of the key as well.
 *
 * @returns for example `wikidata:Q7747`, `iso:RU`, `geonames:524901` or `person:sergei ivanov:RU`
 */
export function identityKey({ wikidata, iso, geonames, type, name, country, role }: EntityRecord): string {
  if (wikidata !== undefined) return `wikidata:${wikidata}`;
  if (iso !== undefined) return `iso:${iso}`;
  if (geonames !== undefined) return `geonames:${geonames}`;
  const isShort = type === 'person' && readPersonName(name).short;
  const parts = [type, normalise(name), country, isShort ? role : undefined];
  return parts.filter((part) => part !== undefined).join(':');
}
