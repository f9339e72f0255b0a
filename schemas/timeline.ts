import Type, { type Static } from 'typebox';
import { EventSummary } from './event.ts';
import { oneOf } from './extraction.ts';
import { pageFields } from './page.ts';

export const bucketUnits = ['auto', 'day', 'week', 'month', 'quarter', 'year', 'decade'] as const;
export type BucketUnit = (typeof bucketUnits)[number];

export const Bucket = Type.Object(
  {
    start: Type.String({ description: 'First day' }),
    end: Type.String({ description: 'Last day' }),
    count: Type.Integer({ minimum: 0, description: 'Events that start in it' }),
  },
  { $id: 'Bucket' },
);

export const facetFields = ['type', 'status', 'country', 'entity', 'publisher'] as const;
const counts = Type.Array(
  Type.Object({
    value: Type.String(),
    name: Type.Optional(Type.String({ description: 'Of an entity, what it is called' })),
    count: Type.Integer({ minimum: 1 }),
  }),
);
export const Facets = Type.Object(
  { type: counts, status: counts, country: counts, entity: counts, publisher: counts },
  { $id: 'Facets', description: 'How many of the events have which value, up to twenty each, the most frequent first' },
);
export type Facets = Static<typeof Facets>;

/** Events in order, the counts of a histogram when asked for, and how many events have no date. */
export const Timeline = Type.Object(
  {
    ...pageFields(EventSummary),
    buckets: Type.Optional(
      Type.Object({ unit: oneOf(bucketUnits), items: Type.Array(Bucket) }, { description: 'With `bucket`' }),
    ),
    facets: Type.Optional(Facets),
    undated: Type.Integer({
      minimum: 0,
      description: 'Matching events without a date of their own; list them with `undated=include` or `undated=only`',
    }),
  },
  { $id: 'Timeline', description: 'Events in the order asked for' },
);
export type Timeline = Static<typeof Timeline>;
