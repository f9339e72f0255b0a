import { createHash } from 'node:crypto';
import { DatelineError } from '../errors.ts';

type Key = readonly (string | number)[];

/**
 * Cursors hold the sort key of the last item of a page, so that what is added or deleted meanwhile neither repeats nor
 * skips others. They belong to one list with its filters: the first part is a hash of both.
 */
export interface Cursors {
  write(key: Key): string;
  /** The key in a cursor that this list issued; undefined without a cursor. */
  read(cursor: string | undefined): Key | undefined;
}

/** The cursors of one list. `shape` names the type of each part of the key: s for text, n for a number. */
export function cursorsOf(list: string, filter: object, shape: string): Cursors {
  const tag = createHash('sha256')
    .update(JSON.stringify([list, Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1))]))
    .digest('base64url')
    .slice(0, 8);
  return {
    write: (key) => Buffer.from(JSON.stringify([tag, ...key])).toString('base64url'),
    read(cursor) {
      if (cursor === undefined) return undefined;
      const [found, ...key] = parse(cursor);
      const fits = key.length === shape.length && key.every((part, i) => (typeof part)[0] === shape[i]);
      if (found !== tag || !fits) throw new DatelineError('invalid-cursor', 'The cursor does not belong to this list.');
      return key as (string | number)[];
    },
  };
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/**
 * A page out of up to `limit + 1` rows, without counting what lies beyond: the total is exact when the last page is
 * reached, and a lower bound before. The number of items before this page is the last part of the key.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  { limit, seen, keyOf, toItem }: { limit: number; seen: number; keyOf(row: Row): Key; toItem(row: Row): Item },
  cursors: Cursors,
): { items: Item[]; next: string | null; total: { value: number; relation: 'eq' | 'gte' } } {
  const shown = rows.slice(0, limit);
  const more = rows.length > limit;
  const known = seen + shown.length;
  return {
    items: shown.map(toItem),
    next: more ? cursors.write([...keyOf(shown.at(-1)!), known]) : null,
    total: more ? { value: known + 1, relation: 'gte' } : { value: known, relation: 'eq' },
  };
}
