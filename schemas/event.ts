import Type, { type Static } from 'typebox';
import { Edited } from './edit.ts';
import {
  attributionKinds,
  EntityType,
  EventStatus,
  EventTime,
  EventType,
  eventModes,
  eventTimeBases,
  nullable,
  oneOf,
  participantRoles,
  QuotedSpan,
} from './extraction.ts';
import { pageFields } from './page.ts';

export const EventId = Type.String({ pattern: '^evt_[A-Za-z0-9]+$', description: 'Id of an event' });

/** An event's date: what the text says as EDTF, and the days it may mean. */
export const EventDate = Type.Object(
  {
    ...Type.Omit(EventTime, ['mention', 'basis']).properties,
    basis: oneOf([...eventTimeBases, 'curator'] as const, 'The rule that dated it, or that an editor did'),
  },
  { $id: 'EventDate' },
);
export type EventDate = Static<typeof EventDate>;

export const EventParticipant = Type.Object(
  {
    entity: Type.Optional(Type.String({ description: 'Absent for "five insurgents"' })),
    name: Type.String(),
    type: Type.Optional(EntityType),
    wikidata: Type.Optional(Type.String()),
    role: oneOf(participantRoles),
  },
  { $id: 'EventParticipant' },
);
export type EventParticipant = Static<typeof EventParticipant>;

export const EventPlace = Type.Object(
  {
    entity: Type.Optional(Type.String()),
    name: Type.String(),
    country: Type.Optional(Type.String({ description: 'ISO 3166-1 alpha-2' })),
  },
  { $id: 'EventPlace' },
);
export type EventPlace = Static<typeof EventPlace>;

/** What one document says about an event, with the words it says it in. Offsets are into that document's text. */
export const Claim = Type.Object(
  {
    id: Type.String(),
    document: Type.String(),
    publishedAt: Type.Optional(Type.String()),
    publisher: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    sentence: QuotedSpan,
    trigger: QuotedSpan,
    type: EventType,
    title: Type.String(),
    time: nullable(EventDate, 'null without both an expression and a publication date'),
    status: EventStatus,
    attribution: Type.Optional(
      Type.Object({
        entity: Type.Optional(Type.String()),
        text: Type.String(),
        cue: Type.String(),
        kind: oneOf(attributionKinds),
      }),
    ),
    explanations: Type.Optional(Type.Array(Type.String())),
  },
  { $id: 'Claim' },
);
export type Claim = Static<typeof Claim>;

export const Conflict = Type.Object(
  {
    field: oneOf(['time', 'status', 'type', 'place', 'participants'] as const),
    value: Type.String({ description: 'The value that lost the vote' }),
    claims: Type.Array(Type.String(), { description: 'Ids of the claims that hold it' }),
  },
  { $id: 'Conflict' },
);

const shared = {
  id: EventId,
  title: Type.String(),
  type: EventType,
  mode: Type.Optional(oneOf(eventModes)),
  time: nullable(EventDate, 'null: nobody says when'),
  status: EventStatus,
  participants: Type.Array(EventParticipant),
  place: Type.Optional(EventPlace),
  topics: Type.Array(Type.String(), { description: 'Ids of entities it is about' }),
  corroboration: Type.Object({
    documents: Type.Integer({ minimum: 0, description: 'Different texts: syndicated copies count once' }),
    copies: Type.Integer({ minimum: 0, description: 'Documents beyond those, whose text is a copy of one of them' }),
    publishers: Type.Integer({ minimum: 0, description: 'Publishers of the different texts' }),
    sources: Type.Integer({ minimum: 0, description: 'Who is quoted for it, each once' }),
    conflicts: Type.Array(Conflict),
  }),
  salience: Type.Number({ minimum: 0, maximum: 1 }),
  edited: Type.Optional(
    Type.Array(Edited, { description: 'Which of these values an editor set, and what was read in their place' }),
  ),
  hidden: Type.Optional(Type.Boolean({ description: 'An editor has taken it off the lists' })),
};

/** An event as lists and timelines show it: with the one sentence that carries it best. */
export const EventSummary = Type.Object(
  {
    ...shared,
    evidence: Type.Object({
      claim: Type.String(),
      document: Type.String(),
      publishedAt: Type.Optional(Type.String()),
      publisher: Type.Optional(Type.String()),
      url: Type.Optional(Type.String()),
      start: Type.Integer({ minimum: 0 }),
      end: Type.Integer({ minimum: 0 }),
      text: Type.String({ description: 'The sentence' }),
    }),
  },
  { $id: 'EventSummary', description: 'An event with the sentence that carries it best' },
);
export type EventSummary = Static<typeof EventSummary>;

const Named = Type.Object({ id: EventId, title: Type.String() });

/** An event with everything that is claimed about it. */
export const Event = Type.Object(
  {
    ...shared,
    partOf: Type.Optional(Named),
    parts: Type.Optional(
      Type.Array(Named, { description: 'Events that the texts say are part of it: "on the sidelines of the summit"' }),
    ),
    statusHistory: Type.Array(
      Type.Object({ asOf: nullable(Type.String(), 'Publication day'), status: EventStatus, claim: Type.String() }),
      { description: 'What was reported when, by publication date' },
    ),
    claims: Type.Array(Claim),
  },
  { $id: 'Event', description: 'An event with everything that is claimed about it' },
);
export type Event = Static<typeof Event>;

export const EventPage = Type.Object(pageFields(EventSummary), {
  $id: 'EventPage',
  description: 'Events in the order asked for',
});

/** An event that shares participants with another. */
export const RelatedEvent = Type.Object(
  {
    event: EventSummary,
    shared: Type.Integer({ minimum: 1, description: 'How many of those who take part they share' }),
  },
  { $id: 'RelatedEvent' },
);
export type RelatedEvent = Static<typeof RelatedEvent>;
export const RelatedEvents = Type.Object(
  { items: Type.Array(RelatedEvent) },
  { $id: 'RelatedEvents', description: 'What else those who take part did, what shares most of them first' },
);
