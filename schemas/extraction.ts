import Type, { type Static } from 'typebox';

/**
 * What one document yields: the lines of `dateline extract --ndjson` and the answer of POST /v1/extract.
 * Offsets are UTF-16 code units into the text, end exclusive. Days are YYYY-MM-DD, proleptic Gregorian.
 * A field that has nothing to say is absent; `null` stands only where the schema says so.
 */

const offset = (description: string) => Type.Integer({ minimum: 0, description });
const span = {
  start: offset('First UTF-16 code unit'),
  end: offset('UTF-16 code unit after the last'),
};
export const nullable = <T extends Type.TSchema>(schema: T, description: string) =>
  Type.Union([schema, Type.Null()], { description });
const Day = Type.String({ pattern: '^-?\\d{4,}-\\d{2}-\\d{2}$' });
export const oneOf = <T extends string>(values: readonly T[], description?: string) =>
  Type.Unsafe<T>({ type: 'string', enum: [...values], ...(description && { description }) });

export const Span = Type.Object(span, { $id: 'Span' });
export const QuotedSpan = Type.Object({ ...span, text: Type.String() }, { $id: 'QuotedSpan' });
export type QuotedSpan = Static<typeof QuotedSpan>;

export const precisions = [
  'second',
  'minute',
  'hour',
  'dayPart',
  'day',
  'week',
  'month',
  'season',
  'quarter',
  'half',
  'year',
  'decade',
  'century',
  'millennium',
  'none',
] as const;
export type Precision = (typeof precisions)[number];
export const Precision = oneOf(precisions, 'The unit the text names, from second to millennium');

export const timeTypes = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
export const timeBases = ['explicit', 'publication', 'anaphoric', 'inferred'] as const;

export const TimePart = Type.Object({ ...span, value: Type.String() });
export type TimePart = Static<typeof TimePart>;

export const TimeExpression = Type.Object(
  {
    id: Type.String(),
    ...span,
    text: Type.String(),
    type: oneOf(timeTypes, 'TIMEX3 type'),
    value: Type.String({ description: 'TIMEX3 value' }),
    mod: Type.Optional(Type.String({ description: 'TIMEX3 modifier, for example START, MID, END, APPROX' })),
    edtf: nullable(Type.String(), 'EDTF; null for durations, sets, vague references and what EDTF cannot say'),
    earliest: nullable(Day, 'First day it may mean; null: unknown or open'),
    latest: nullable(Day, 'Last day it may mean; null: unknown or open'),
    precision: Precision,
    approximate: Type.Boolean(),
    basis: oneOf(timeBases, 'Whether the text says it outright or what it was resolved against'),
    parts: Type.Optional(Type.Array(TimePart, { description: 'The single dates of a range or coordination' })),
    rule: Type.String({ description: 'The rule that found it' }),
    explanation: Type.Optional(Type.String({ description: 'How the value was derived' })),
  },
  { $id: 'TimeExpression' },
);
export type TimeExpression = Static<typeof TimeExpression>;

export const entityTypes = ['person', 'country', 'organisation', 'place', 'people'] as const;
export type EntityType = (typeof entityTypes)[number];
export const EntityType = oneOf(entityTypes, 'people: nationality, ethnic and religious words');

export const Mention = Type.Object(
  { id: Type.String(), ...span, text: Type.String(), type: EntityType, entity: Type.String() },
  { $id: 'Mention' },
);
export type Mention = Static<typeof Mention>;

export const Candidate = Type.Object({
  wikidata: Type.Optional(Type.String()),
  geonames: Type.Optional(Type.Integer()),
  name: Type.String(),
  score: Type.Number({ minimum: 0, maximum: 1 }),
});

export const EntityRecord = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    type: EntityType,
    aliases: Type.Array(Type.String()),
    wikidata: Type.Optional(Type.String({ pattern: '^Q\\d+$' })),
    iso: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2 of a country' })),
    geonames: Type.Optional(Type.Integer()),
    role: Type.Optional(Type.String({ description: 'For example "president of Russia"' })),
    country: Type.Optional(Type.String({ description: 'ISO 3166-1 alpha-2 of the country it belongs to' })),
    actsFor: Type.Optional(Type.String({ description: 'ISO 3166-1 alpha-2 of the country it speaks for' })),
    references: Type.Optional(Type.Array(QuotedSpan, { description: 'Descriptions and titles that mean it' })),
    candidates: Type.Optional(Type.Array(Candidate, { description: 'Whom else it may be' })),
  },
  { $id: 'EntityRecord' },
);
export type EntityRecord = Static<typeof EntityRecord>;

export const eventTypes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'STATEMENT',
  'ELECT',
  'DISASTER',
  'DEATH',
  'ECONOMY',
  'JUSTICE',
  'OTHER',
] as const;
export type EventType = (typeof eventTypes)[number];
export const EventType = oneOf(eventTypes, 'PLOVER category, or what stands beside them');
export const eventModes = ['visit', 'phone', 'multilateral', 'third-party'] as const;
export type EventMode = (typeof eventModes)[number];
export const eventStatuses = [
  'happened',
  'ongoing',
  'planned',
  'cancelled',
  'denied',
  'hypothetical',
  'unknown',
] as const;
export type EventStatus = (typeof eventStatuses)[number];
export const EventStatus = oneOf(eventStatuses);
export const participantRoles = ['actor', 'recipient', 'reciprocal', 'host', 'subject'] as const;
export type ParticipantRole = (typeof participantRoles)[number];
export const eventTimeBases = ['clause', 'sentence', 'discourse', 'publication'] as const;
export type EventTimeBasis = (typeof eventTimeBases)[number];
export const attributionKinds = ['direct', 'indirect', 'mixed', 'headline', 'document'] as const;

export const Participant = Type.Object({
  role: oneOf(participantRoles),
  ...span,
  text: Type.String(),
  entity: Type.Optional(Type.String()),
});
export type Participant = Static<typeof Participant>;

export const EventTime = Type.Object(
  {
    edtf: nullable(Type.String(), 'EDTF; null when there is no date to say'),
    earliest: nullable(Day, 'null: unknown or open'),
    latest: nullable(Day, 'null: unknown or open'),
    precision: Precision,
    approximate: Type.Boolean(),
    basis: oneOf(eventTimeBases, 'The rule that dated it'),
    confidence: Type.Number({ minimum: 0, maximum: 1, description: 'Measured precision of that rule' }),
    mention: Type.Optional(Span),
  },
  { $id: 'EventTime' },
);
export type EventTime = Static<typeof EventTime>;

export const Attribution = Type.Object(
  {
    text: Type.String(),
    ...span,
    cue: Type.String(),
    kind: oneOf(attributionKinds),
    entity: Type.Optional(Type.String()),
  },
  { $id: 'Attribution' },
);
export type Attribution = Static<typeof Attribution>;

export const EventMention = Type.Object(
  {
    id: Type.String(),
    trigger: Type.Object({ ...span, text: Type.String(), lemma: Type.String() }),
    sentence: Span,
    type: EventType,
    mode: Type.Optional(oneOf(eventModes)),
    title: Type.String(),
    time: nullable(EventTime, 'null only without both an expression and a publication date'),
    status: EventStatus,
    participants: Type.Array(Participant),
    place: Type.Optional(Type.Object({ ...span, text: Type.String(), entity: Type.Optional(Type.String()) })),
    topics: Type.Array(Type.String()),
    attribution: Type.Optional(Attribution),
    prominent: Type.Boolean({ description: 'Belongs on a timeline' }),
    cluster: Type.String({ description: 'Mentions of one event in this document share it' }),
    explanations: Type.Optional(Type.Array(Type.String())),
  },
  { $id: 'EventMention' },
);
export type EventMention = Static<typeof EventMention>;

export const Extraction = Type.Object(
  {
    id: Type.String(),
    publishedAt: Type.Optional(Type.String()),
    text: Type.Optional(Type.String({ description: 'The text the offsets refer to; only for HTML' })),
    times: Type.Array(TimeExpression),
    mentions: Type.Array(Mention),
    entities: Type.Array(EntityRecord),
    events: Type.Array(EventMention),
    warnings: Type.Array(Type.String()),
  },
  { $id: 'Extraction', description: 'What is in the text' },
);
export type Extraction = Static<typeof Extraction>;
