import { type RawBuilder, sql } from 'kysely';
import type { EventFilter } from '../records.ts';
import { normalName } from '../timelines/identity.ts';
import { sqlDay } from './days.ts';
import type { Database } from './engine.ts';
import { entityId } from './entities.ts';
import { SHORT } from './events.ts';
import { recursOn } from './recurring.ts';

type Condition = RawBuilder<unknown>;

/** Events of one reach, which one index holds in order. Those of a higher tail come after all of a lower one. */
export interface Branch {
  readonly tail: 0 | 1;
  readonly conditions: readonly Condition[];
}

interface Branches {
  readonly short: Branch;
  readonly long: Branch;
  /** Without a beginning. */
  readonly open: Branch;
  /** Dated by publication alone. */
  readonly published: Branch;
  /** Not dated at all. */
  readonly unknown: Branch;
  readonly shown: 'exclude' | 'include' | 'only';
}

/** Which events a filter means. */
export interface Selection {
  /** `from … where …`, to which conditions are added; the event's index entry is `k`. */
  readonly source: Condition;
  readonly branches: Branches;
  readonly filter: EventFilter;
}

export const datedOf = ({ short, long, open }: Pick<Branches, 'short' | 'long' | 'open'>): Branch[] => [
  short,
  long,
  open,
];

export function branchesOf({ published, unknown, shown, ...branches }: Branches): Branch[] {
  const dated = shown === 'only' ? [] : datedOf(branches);
  return shown === 'exclude' ? dated : [...dated, published, unknown];
}

/** Works out which index to read, and what else must hold. */
export async function select(db: Database, filter: EventFilter): Promise<Selection> {
  const keys = await keysOf(db, filter);
  const [first, ...others] = keys.keys;
  const conditions = [...others.map(shares), ...conditionsOf(filter, keys.place)];
  const event = conditions.length > others.length;
  const source =
    first === undefined
      ? sql`from (select id, reach, day, first_day, last_day, salience, type, status, precision, place_id, place_name, words, summary
          from events where listed) k where true`
      : sql`from (select key, event_id as id, reach, day, first_day, last_day, salience from event_keys) k
          ${event ? sql`join events e on e.id = k.id` : sql``} where k.key = ${first}`;
  const target = first === undefined ? sql`k` : sql`e`;
  const rest = conditions.map((condition) => sql` and ${condition(target)}`);
  return {
    source: sql`${source}${rest.length > 0 ? sql.join(rest, sql``) : sql``}`,
    branches: windowsOf(filter),
    filter,
  };
}

interface Keys {
  readonly keys: readonly string[];
  /** The id of the entity that `place` names by a key. */
  readonly place: string | undefined;
}

/** What the event must be indexed under, what fewest events are under first. */
async function keysOf(db: Database, { entities = [], country, place }: EventFilter): Promise<Keys> {
  const placeId =
    place !== undefined && /^(?:ent_\w+|Q\d+|[A-Za-z]{2})$/.test(place) ? await entityId(db, place) : undefined;
  const ids = [...new Set([...entities, ...(placeId === undefined ? [] : [placeId])])];
  const rarest =
    ids.length < 2
      ? ids
      : (await db.selectFrom('entities').select('id').where('id', 'in', ids).orderBy('events').execute()).map(
          ({ id }) => id,
        );
  return {
    keys: [
      ...rarest,
      ...ids.filter((id) => !rarest.includes(id)),
      ...(country === undefined ? [] : [`country:${country}`]),
    ],
    place: placeId,
  };
}

type OnTarget = (target: Condition) => Condition;

/** Indexed under another key too; with the whole primary key, so that it is one step down the index. */
const shares =
  (key: string): OnTarget =>
  () =>
    sql`exists (select from event_keys o where o.key = ${key}
  and o.reach = k.reach and o.day = k.day and o.last_day = k.last_day and o.event_id = k.id)`;

function conditionsOf(filter: EventFilter, placeId: string | undefined): OnTarget[] {
  const { types, statuses, precisions, recurring, place, document, publisher, q } = filter;
  const conditions: (OnTarget | undefined)[] = [
    types && ((e) => sql`${e}.type = any(${[...types]})`),
    statuses && ((e) => sql`${e}.status = any(${[...statuses]})`),
    precisions && ((e) => sql`${e}.precision = any(${[...precisions]})`),
    recurring === undefined ? undefined : (e) => recursOn(e, recurring),
    place === undefined
      ? undefined
      : placeId === undefined
        ? (e) => sql`${e}.place_name = ${normalName(place)}`
        : (e) => sql`${e}.place_id = ${placeId}`,
    document === undefined
      ? undefined
      : () => sql`k.id in (select event_id from reports where document_id = ${document})`,
    publisher === undefined
      ? undefined
      : () => sql`exists (select from reports r where r.publisher = ${publisher} and r.event_id = k.id)`,
    q === undefined ? undefined : (e) => sql`${e}.words @@ websearch_to_tsquery('english', ${q})`,
  ];
  return conditions.filter((condition) => condition !== undefined);
}

/**
 * The window on each branch. A short date can start at most so many days before the window; that is what keeps the part
 * of the index that is read as small as the window.
 */
function windowsOf({ from, to, match = 'overlap', recurring, undated }: EventFilter): Branches {
  const first = from === undefined ? undefined : sql`${sqlDay(from)}::date`;
  const last = to === undefined ? undefined : sql`${sqlDay(to)}::date`;
  const when = (...conditions: (Condition | undefined)[]) => conditions.filter((condition) => condition !== undefined);
  const within = match === 'within';
  return {
    // A date that recurs is no date of its own.
    shown: undated ?? (recurring === undefined ? 'exclude' : 'only'),
    short: {
      tail: 0,
      conditions: when(
        sql`k.reach = 0`,
        first && (within ? sql`k.day >= ${first}` : sql`k.day >= ${first} - ${sql.lit(SHORT)}`),
        first && sql`k.last_day >= ${first}`,
        last && (within ? sql`k.last_day <= ${last}` : undefined),
        last && sql`k.day <= ${last}`,
      ),
    },
    long: {
      tail: 0,
      conditions: when(
        sql`k.reach = 1`,
        first && (within ? sql`k.day >= ${first}` : sql`k.last_day >= ${first}`),
        last && (within ? sql`k.last_day <= ${last}` : undefined),
        last && sql`k.day <= ${last}`,
      ),
    },
    open: {
      tail: 0,
      conditions: when(
        sql`k.reach = 3`,
        first && (within ? sql`false` : sql`k.day >= ${first}`),
        last && (within ? sql`k.day <= ${last}` : undefined),
      ),
    },
    published: {
      tail: 0,
      conditions: when(
        sql`k.reach = 2`,
        sql`k.day < 'infinity'`,
        first && sql`k.day >= ${first}`,
        last && sql`k.day <= ${last}`,
      ),
    },
    unknown: { tail: 1, conditions: [sql`k.reach = 2`, sql`k.day = 'infinity'`] },
  };
}
