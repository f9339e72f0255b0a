import type { Entity } from '../../schemas/entity.ts';
import type { Page } from '../../schemas/page.ts';
import { ENTITY_KEY } from '../../schemas/patterns.ts';
import { type Client, get } from './client.ts';
import { Failure } from './failure.ts';

/** How many others are named where a name does not say who is meant. */
const NAMED = 5;

/** The key of each entity that is named by a key or by a name; a name must mean one entity. */
export function entityKeys(client: Client, named: readonly string[]): Promise<string[]> {
  return Promise.all(named.map(async (each) => ((await isKey(client, each)) ? each : keyOf(client, each))));
}

/** Two letters may be a country or, as "EU", a name. */
async function isKey(client: Client, text: string): Promise<boolean> {
  return new RegExp(ENTITY_KEY).test(text) && (await client.send('GET', `/v1/entities/${text}`)).status === 200;
}

async function keyOf(client: Client, name: string): Promise<string> {
  const { items } = await get<Page<Entity>>(client, '/v1/entities', { q: name, limit: 50 });
  const meant = named(items, name);
  if (meant.length === 1) return meant[0]!.id;
  if (meant.length > 1) throw new Failure(`"${name}" may be ${listed(meant)}.`, 'Name it by its id.');
  if (items.length > 0) throw new Failure(`Nobody is called "${name}".`, `Near it: ${listed(items)}.`);
  throw new Failure(`Nobody is called "${name}".`, 'See "dateline entities" for whom the documents name.');
}

/** Whose name it is; if nobody's, those who are also called so. */
function named(items: readonly Entity[], name: string): Entity[] {
  const same = (other: string) => other.localeCompare(name, 'en', { sensitivity: 'base' }) === 0;
  const byName = items.filter((entity) => same(entity.name));
  return byName.length > 0 ? byName : items.filter(({ aliases }) => aliases.some(same));
}

const listed = (entities: readonly Entity[]): string =>
  entities
    .slice(0, NAMED)
    .map(({ id, name, role, wikidata }) => `${name} (${[role, wikidata ?? id].filter(Boolean).join(', ')})`)
    .join('; ');
