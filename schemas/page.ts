import Type, { type TSchema } from 'typebox';

export const Total = Type.Object(
  {
    value: Type.Integer({ minimum: 0, description: 'How many there are, or at least how many were counted' }),
    relation: Type.Unsafe<'eq' | 'gte'>({
      type: 'string',
      enum: ['eq', 'gte'],
      description: 'eq: the value is exact; gte: there are at least as many',
    }),
  },
  { $id: 'Total' },
);

/** The frame of every list: a page of items, where the next page starts, and how many there are. */
export const pageFields = <T extends TSchema>(item: T) => ({
  items: Type.Array(item),
  next: Type.Union([Type.String(), Type.Null()], {
    description: 'The cursor of the next page, also in the Link header; null on the last page',
  }),
  total: Total,
});

export interface Page<T> {
  items: T[];
  next: string | null;
  total: { value: number; relation: 'eq' | 'gte' };
}
