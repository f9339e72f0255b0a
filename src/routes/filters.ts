import type { EventQuery, TimelineQuery } from '../../schemas/query.ts';
import { dayRange } from '../day-range.ts';
import { DatelineError } from '../errors.ts';
import type { EventFilter, PageRequest, Records, Window } from '../records.ts';

/** The days that a `from` and a `to` in EDTF stand for: the first of one to the last of the other. */
export function windowOf({ from, to }: { from?: string; to?: string }): Window {
  const first = from && dayRange(from)?.earliest;
  const last = to && dayRange(to)?.latest;
  if (first && last && isAfter(first, last)) {
    throw new DatelineError('invalid-parameter', `The window ends on ${last}, before it starts on ${first}.`, {
      errors: [{ pointer: '/query/to', detail: `is before "from" (${from})` }],
    });
  }
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

/** Whether a day comes after another; years before 0000 are written with a minus sign. */
function isAfter(a: string, b: string): boolean {
  const [yearA, yearB] = [Number.parseInt(a, 10), Number.parseInt(b, 10)];
  return yearA === yearB ? a.slice(-5) > b.slice(-5) : yearA > yearB;
}

export const pageOf = ({ cursor, limit = 50 }: { cursor?: string; limit?: number }): PageRequest => ({
  limit,
  ...(cursor !== undefined && { cursor }),
});

/** The filter that the query parameters of events and timelines stand for. */
export async function eventFilter(store: Records, query: EventQuery | TimelineQuery): Promise<EventFilter> {
  const { type, status, precision, entity = [], country } = query;
  return {
    ...windowOf(query),
    ...pick(query, ['match', 'place', 'document', 'publisher', 'q', 'recurring', 'undated', 'sort']),
    ...(country && { country: country.toUpperCase() }),
    ...(type && { types: type }),
    ...(status && { statuses: status }),
    ...(precision && { precisions: precision }),
    ...(entity.length > 0 && { entities: await Promise.all(entity.map((key) => entityId(store, key))) }),
  };
}

/** An entity that nobody mentions is more likely a mistake than a question: it is refused, not answered with nothing. */
async function entityId(store: Records, key: string): Promise<string> {
  const entity = await store.entity(key);
  if (entity) return entity.id;
  throw new DatelineError('not-found', `No document mentions an entity with the key ${key}.`, {
    errors: [{ pointer: '/query/entity', detail: `${key} is not known` }],
  });
}

function pick<T extends object, K extends keyof T>(object: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(
    keys.filter((key) => object[key] !== undefined).map((key) => [key, object[key]]),
  ) as Partial<Pick<T, K>>;
}
