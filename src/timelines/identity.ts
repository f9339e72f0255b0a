import { createHash } from 'node:crypto';
import type { EntityRecord } from '../../schemas/extraction.ts';
import { identityKey } from '../entities/identity.ts';

/** An entity of a document that an editor said is another. */
export type Identified = EntityRecord & { readonly identity?: string };

/** Who an entity is across documents: what an editor said, else its strongest identifier. */
export const identityOf = (entity: Identified): string => entity.identity ?? identityKey(entity);

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
