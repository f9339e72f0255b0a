import Type, { type Static } from 'typebox';
import { EntityType, EventStatus, EventType, nullable, oneOf } from './extraction.ts';
import { pageFields } from './page.ts';

export const EditId = Type.String({ pattern: '^edt_[A-Za-z0-9]+$', description: 'Id of an edit' });
const EventKey = Type.String({ pattern: '^evt_[A-Za-z0-9]+$' });
const EntityKey = Type.String({ pattern: '^ent_[A-Za-z0-9]+$' });
const closed = { additionalProperties: false };

/** Who edits and why: every edit says so, and an edit that does not is refused. */
const signature = {
  author: Type.String({ minLength: 1, maxLength: 200, description: 'Who edits', examples: ['A. Editor'] }),
  reason: Type.String({
    minLength: 1,
    maxLength: 2000,
    description: 'Why, for whoever reads the trail',
    examples: ['The communiqué gives the date'],
  }),
};
export const Signature = Type.Object(signature, { $id: 'Signature', description: 'Who edits and why', ...closed });
export type Signature = Static<typeof Signature>;

export const eventFields = ['title', 'type', 'status', 'time', 'hidden'] as const;
export type EventField = (typeof eventFields)[number];
export const entityFields = ['name', 'type', 'hidden'] as const;
export type EntityField = (typeof entityFields)[number];

export const EventPatch = Type.Object(
  {
    title: Type.Optional(Type.String({ minLength: 1, maxLength: 300, description: 'A better title' })),
    type: Type.Optional(EventType),
    status: Type.Optional(EventStatus),
    date: Type.Optional(
      nullable(
        Type.String({ format: 'edtf-interval', maxLength: 64 }),
        'EDTF: a day, month, year, decade or century, or two of them with a slash; null: nobody knows when',
      ),
    ),
    hidden: Type.Optional(Type.Boolean({ description: 'Whether lists and timelines leave it out' })),
    ...signature,
  },
  { $id: 'EventPatch', description: 'Values that an editor puts in the place of those that were read', ...closed },
);
export type EventPatch = Static<typeof EventPatch>;

export const EventMerge = Type.Object(
  {
    events: Type.Array(EventKey, { minItems: 2, maxItems: 50, description: 'Events that are one' }),
    ...signature,
  },
  { $id: 'EventMerge', description: 'Says that events are one', ...closed },
);
export type EventMerge = Static<typeof EventMerge>;

export const EventSplit = Type.Object(
  {
    event: EventKey,
    claims: Type.Array(Type.String({ pattern: '^clm_[A-Za-z0-9]+$' }), {
      minItems: 1,
      maxItems: 1000,
      description: 'Claims of the event that are about another one, with the other claims of the same report',
    }),
    ...signature,
  },
  { $id: 'EventSplit', description: 'Says that claims of an event are about another', ...closed },
);
export type EventSplit = Static<typeof EventSplit>;

export const EntityPatch = Type.Object(
  {
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 300 })),
    type: Type.Optional(EntityType),
    hidden: Type.Optional(Type.Boolean({ description: 'Whether lists leave it out' })),
    ...signature,
  },
  { $id: 'EntityPatch', description: 'Values that an editor puts in the place of those that were read', ...closed },
);
export type EntityPatch = Static<typeof EntityPatch>;

export const EntityMerge = Type.Object(
  {
    entity: EntityKey,
    into: EntityKey,
    ...signature,
  },
  { $id: 'EntityMerge', description: 'Says that an entity is another', ...closed },
);
export type EntityMerge = Static<typeof EntityMerge>;

export const EntitySplit = Type.Object(
  {
    entity: EntityKey,
    documents: Type.Array(Type.String({ pattern: '^doc_[A-Za-z0-9]+$' }), {
      minItems: 1,
      maxItems: 1000,
      description: 'Documents that mean somebody else of the name',
    }),
    ...signature,
  },
  { $id: 'EntitySplit', description: 'Says that documents mean another entity', ...closed },
);
export type EntitySplit = Static<typeof EntitySplit>;

export const editActions = [
  'event.set',
  'event.merge',
  'event.split',
  'entity.set',
  'entity.merge',
  'entity.split',
] as const;
export type EditAction = (typeof editActions)[number];

/** One thing that somebody changed by hand. */
export const Edit = Type.Object(
  {
    id: EditId,
    at: Type.String({ format: 'date-time' }),
    author: Type.String(),
    reason: Type.String(),
    action: oneOf(editActions),
    targets: Type.Array(Type.String(), { description: 'Events or entities as they were named in the request' }),
    values: Type.Record(Type.String(), Type.Unknown(), { description: 'The values that were set' }),
    undone: Type.Optional(
      Type.Object({ at: Type.String({ format: 'date-time' }), author: Type.String(), reason: Type.String() }),
    ),
  },
  { $id: 'Edit', description: 'Something that somebody changed by hand' },
);
export type Edit = Static<typeof Edit>;
export const EditPage = Type.Object(pageFields(Edit), { $id: 'EditPage', description: 'Edits, the latest first' });

/** A value that an editor put in the place of the one that was read. */
export const Edited = Type.Object(
  {
    field: Type.String(),
    machine: Type.Unknown({ description: 'What was read' }),
    edit: EditId,
    author: Type.String(),
    reason: Type.String(),
    at: Type.String({ format: 'date-time' }),
  },
  { $id: 'Edited' },
);
export type Edited = Static<typeof Edited>;
