import type { EventMode } from '../../schemas/extraction.ts';
import type { Draft } from './drafts.ts';
import { familyOf } from './families.ts';

/** Clusters with one key that are compared before a mention opens one of its own: bounds the cost of a long document. */
const TRIED = 8;

interface Cluster {
  readonly number: number;
  readonly mentions: Draft[];
  readonly entities: Set<string>;
}

/**
 * Which mentions of a document are the same event, as one number a mention: they are of one word family, or of one kind of
 * meeting with two shared participants; they share a participant; time, status and place do not speak against it.
 */
export function clusterMentions(events: readonly Draft[]): number[] {
  const byKey = new Map<string, Cluster[]>();
  let next = 1;
  return events.map((event) => {
    const entities = entitiesOf(event);
    const keys = keysOf(event, entities);
    let home: Cluster | undefined;
    for (const key of keys) {
      const tried = (byKey.get(key) ?? []).slice(-TRIED).reverse();
      home = tried.find((cluster) => joins(event, entities, cluster));
      if (home) break;
    }
    home ??= { number: next++, mentions: [], entities: new Set() };
    home.mentions.push(event);
    for (const entity of entities) home.entities.add(entity);
    for (const key of keys) {
      const found = byKey.get(key);
      if (!found) byKey.set(key, [home]);
      else if (!found.slice(-TRIED).includes(home)) found.push(home);
    }
    return home.number;
  });
}

const entitiesOf = ({ participants }: Draft): string[] => [
  ...new Set(participants.flatMap(({ entity }) => entity ?? [])),
];

/** What an event may be found by: its word family, and for meetings the kind, each with each participant. */
function keysOf({ trigger, classification: { type, mode } }: Draft, entities: readonly string[]): string[] {
  const kinds = [`f:${familyOf(trigger.lemma)}`];
  if (type === 'CONSULT') kinds.push(`c:${mode ?? ''}`);
  return kinds.flatMap((kind) => entities.map((entity) => `${kind}/${entity}`));
}

function joins(event: Draft, entities: readonly string[], cluster: Cluster): boolean {
  const shared = entities.filter((entity) => cluster.entities.has(entity)).length;
  const family = familyOf(event.trigger.lemma);
  const related = cluster.mentions.slice(-TRIED).some(({ trigger }) => familyOf(trigger.lemma) === family);
  // Of a meeting, one shared party is not enough where both name two or more: he talks with many.
  const named = event.classification.type === 'CONSULT' && entities.length > 1 && cluster.entities.size > 1;
  if ((!related || named) && shared < 2) return false;
  if (event.classification.type === 'STATEMENT' && (!related || shared < 2)) return false;
  return cluster.mentions.slice(-TRIED).every((other) => compatible(event, other));
}

const compatible = (a: Draft, b: Draft): boolean =>
  statusesMeet(a, b) && timesMeet(a.time, b.time) && modesMeet(a.classification.mode, b.classification.mode);

/** A call is no visit; other modes say too little to tell two events apart. */
const modesMeet = (a: EventMode | undefined, b: EventMode | undefined): boolean =>
  (a === 'phone') === (b === 'phone') || a === undefined || b === undefined;

const GROUPS: Readonly<Record<string, string>> = { happened: 'real', ongoing: 'real', planned: 'ahead' };

/** What did not happen, what did and what is to come differ; a noun in what might be says none of them. */
function statusesMeet(a: Draft, b: Draft): boolean {
  const [one, other] = [a, b].map(
    ({ status }) => GROUPS[status] ?? (status === 'denied' || status === 'cancelled' ? 'not' : 'open'),
  );
  if (one === other) return true;
  const open = one === 'open' ? a : other === 'open' ? b : undefined;
  return open !== undefined && open.trigger.kind === 'noun' && one !== 'not' && other !== 'not';
}

function timesMeet(a: Draft['time'], b: Draft['time']): boolean {
  if (!a || !b || a.basis === 'publication' || b.basis === 'publication') return true;
  const before = (x: string | null, y: string | null) => x !== null && y !== null && x < y;
  return !before(a.latest, b.earliest) && !before(b.latest, a.earliest);
}
