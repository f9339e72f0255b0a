import { createHash } from 'node:crypto';
import type { EntityRecord } from '../../schemas/extraction.ts';

/**
 * Who an entity is across documents: by Wikidata, else as a country by ISO 3166, else by GeoNames, else by its type,
 * name and country.
 */
export function identityOf({ wikidata, iso, geonames, type, name, country }: EntityRecord): string {
  if (wikidata !== undefined) return `wikidata:${wikidata}`;
  if (iso !== undefined) return `iso:${iso}`;
  if (geonames !== undefined) return `geonames:${geonames}`;
  return `${type}:${normalName(name)}${country === undefined ? '' : `:${country}`}`;
}

/** A name without case, accents and punctuation: "Nicolás Maduro" and "nicolas maduro" are one. */
export const normalName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `prefix` and 25 characters of a hash: the same for the same parts, wherever and whenever. */
export function hashId(prefix: string, ...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  return `${prefix}_${BigInt(`0x${digest}`).toString(36).padStart(25, '0')}`;
}

export const entityIdOf = (identity: string): string => hashId('ent', identity);
