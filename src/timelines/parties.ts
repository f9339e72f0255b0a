import type { EntityRecord, EventMention } from '../../schemas/extraction.ts';
import { entityIdOf, identityOf, normalName } from './identity.ts';
import type { Party } from './types.ts';

/** More than anybody names; a list of a thousand participants is none. */
const MOST = 16;

/** The parties of the mentions of one event: participants, place and topics, each once, in the order of the text. */
export function partiesOf(mentions: readonly EventMention[], entities: ReadonlyMap<string, EntityRecord>): Party[] {
  const parties = new Map<string, Party>();
  const add = (text: string, role: Party['role'], id: string | undefined) => {
    const party = toParty(text, role, id === undefined ? undefined : entities.get(id));
    if (party && !parties.has(party.key) && parties.size < MOST) parties.set(party.key, party);
  };
  for (const { participants } of mentions) for (const { text, role, entity } of participants) add(text, role, entity);
  for (const { place } of mentions) if (place) add(place.text, 'place', place.entity);
  for (const { topics } of mentions) for (const topic of topics) add('', 'topic', topic);
  return [...parties.values()];
}

function toParty(text: string, role: Party['role'], entity: EntityRecord | undefined): Party | undefined {
  if (entity) return namedParty(entity, role);
  const head = normalName(text.slice(0, 200)).split(' ').at(-1);
  if (!head) return undefined;
  const key = `noun:${head.length > 3 ? head.replace(/s$/, '') : head}`;
  return { key, handles: [key], name: text, named: false, role };
}

/** An entity as a party. It may be found by its identity, by its last name, and as the country that it is or acts for. */
export function namedParty(entity: EntityRecord, role: Party['role']): Party {
  const { name, type, wikidata, iso, country = iso, actsFor = iso } = entity;
  const key = identityOf(entity);
  const last = normalName(name).split(' ').at(-1);
  const handles = [key, ...(last ? [`name:${last}`] : []), ...(actsFor ? [`for:${actsFor}`] : [])];
  return {
    key,
    handles,
    name,
    named: true,
    role,
    type,
    entity: entityIdOf(key),
    ...(wikidata !== undefined && { wikidata }),
    ...(country !== undefined && { country }),
  };
}

/**
 * Whether two parties can be the same: by identity, by a name where no identity speaks against it ("Putin" nobody could
 * link, and Vladimir Putin), or as a country and what acts for it.
 */
export function same(a: Party, b: Party): boolean {
  if (a.key === b.key) return true;
  if (!a.named || !b.named) return false;
  if (a.handles.some((handle) => handle.startsWith('for:') && b.handles.includes(handle))) return true;
  const linked = (party: Party) => party.key.startsWith('wikidata:') || party.key.startsWith('geonames:');
  if (a.type !== b.type || (linked(a) && linked(b))) return false;
  const [short, long] = [normalName(a.name).split(' '), normalName(b.name).split(' ')].sort(
    (x, y) => x.length - y.length,
  );
  return short!.at(-1) === long!.at(-1) && short!.every((word) => long!.includes(word));
}
