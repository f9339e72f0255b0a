import Type, { type Static } from 'typebox';
import { EventId } from './event.ts';
import { oneOf } from './extraction.ts';

export const changeKinds = ['added', 'changed', 'merged', 'withdrawn'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const Change = Type.Object(
  {
    kind: oneOf(changeKinds, 'merged: its id leads to another event now; withdrawn: no document reports it any more'),
    event: EventId,
    into: Type.Optional(Type.String({ description: 'For merged: the event that it is part of' })),
    at: Type.String({ format: 'date-time' }),
  },
  { $id: 'Change' },
);
export type Change = Static<typeof Change>;

export const Changes = Type.Object(
  {
    items: Type.Array(Change),
    next: Type.String({ description: 'What to ask for next, now or later: the changes after the last one here' }),
    more: Type.Boolean({ description: 'Whether there are more already' }),
  },
  { $id: 'Changes', description: 'What became of events, in the order in which it did' },
);
export type Changes = Static<typeof Changes>;
