import type { EntityRecord, Mention } from '../../schemas/extraction.ts';
import type { Analysis } from '../analysis.ts';
import type { Span } from '../text/types.ts';

/** Whom spans of the text mean. */
export interface Referents {
  /** The entity of the last mention or description within a span; undefined where none lies there. */
  within(span: Span): string | undefined;
  /** Every entity mentioned in a span by name, in the order of the text. */
  named(span: Span): Mention[];
  record(entity: string): EntityRecord | undefined;
  /** The country of a people: that of "Ukrainian" is Ukraine, where the document names it. */
  countryOf(entity: string): string | undefined;
}

interface Reference extends Span {
  readonly entity: string;
}

export function referents({ mentions, entities }: Pick<Analysis, 'mentions' | 'entities'>): Referents {
  const described = entities.flatMap(({ id, references = [] }) =>
    references.map(({ start, end }) => ({ start, end, entity: id })),
  );
  const all: Reference[] = [...mentions, ...described].sort((a, b) => a.start - b.start || b.end - a.end);
  const records = new Map(entities.map((entity) => [entity.id, entity]));
  const countries = new Map(
    entities.flatMap(({ id, type, iso }) => (type === 'country' && iso ? [[iso, id] as const] : [])),
  );
  const reach = longest(all);
  return {
    within({ start, end }) {
      let found: Reference | undefined;
      for (let i = firstFrom(all, start - reach); i < all.length && all[i]!.start < end; i++) {
        const reference = all[i]!;
        // A description may be longer than the head it describes; a name must lie inside.
        if (reference.end <= start) continue;
        if (!found || reference.end > found.end || (reference.end === found.end && reference.start >= start))
          found = reference;
      }
      return found?.entity;
    },
    named({ start, end }) {
      const found: Mention[] = [];
      for (let i = firstFrom(mentions, start); i < mentions.length && mentions[i]!.end <= end; i++)
        found.push(mentions[i]!);
      return found;
    },
    record: (entity) => records.get(entity),
    countryOf(entity) {
      const record = records.get(entity);
      return record?.type === 'people' && record.country !== undefined ? countries.get(record.country) : undefined;
    },
  };
}

const longest = (spans: readonly Span[]): number =>
  Math.min(
    300,
    spans.reduce((most, { start, end }) => Math.max(most, end - start), 0),
  );

function firstFrom(spans: readonly Span[], start: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
