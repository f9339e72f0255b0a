import Type, { type Static } from 'typebox';
import { entityTypes, eventStatuses, eventTypes, oneOf, precisions } from './extraction.ts';
import { COUNTRY_CODE, ENTITY_KEY, RECURRING_DATE } from './patterns.ts';
import { bucketUnits } from './timeline.ts';

/**
 * Query parameters, each once. A parameter with `examples` is filled in when somebody tries the route in /docs, so only
 * those have one that give an answer together; the others show theirs in the description.
 */
const repeated = <T extends string>(values: readonly T[], description: string) =>
  Type.Optional(
    Type.Array(oneOf(values), { maxItems: 32, description: `${description} Repeat it for any of several.` }),
  );

const text = (description: string, options: Type.TStringOptions = {}) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 200, description, ...options }));

const day = (description: string, example?: string) =>
  text(`${description} A day, month, year, decade (201X) or century (20XX) in EDTF.`, {
    maxLength: 64,
    format: 'edtf-date',
    ...(example && { examples: [example] }),
  });

export const paging = {
  cursor: text('Where the page starts: `next` of the page before', { maxLength: 1000 }),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 200, default: 50, description: 'How many items a page has at most' }),
  ),
};

const KEY_KINDS = 'its id (ent_…), its Wikidata id (Q7747), or the ISO 3166 code of a country (RU)';

export const EntityParams = Type.Object({
  id: Type.String({ pattern: ENTITY_KEY, description: `The entity: ${KEY_KINDS}`, examples: ['Q7747'] }),
});

/** What selects events; the same for /v1/events, /v1/timeline and the timeline of an entity. */
const eventFilters = (from?: string, to?: string) => ({
  from: day('First day of the window, inclusive.', from),
  to: day('Last day of the window, inclusive.', to),
  match: Type.Optional(
    oneOf(['overlap', 'within'] as const, 'Whether an event may reach beyond the window (overlap, the default) or not'),
  ),
  country: text('Only events in it, or with it or its people among the participants: ISO 3166 code, for example RU.', {
    pattern: COUNTRY_CODE,
  }),
  type: repeated(eventTypes, 'Only events of this type, for example CONSULT.'),
  status: repeated(eventStatuses, 'Only events with this status, for example happened.'),
  precision: repeated(precisions, 'Only events whose date is this precise, for example day.'),
  place: text('Only events at this place: its name, or a key as for `entity`, for example Hamburg.'),
  document: text('Only events that this document reports: doc_….', { pattern: '^doc_[A-Za-z0-9]+$' }),
  publisher: text('Only events that this publisher reports.'),
  q: text('Only events with these words in a title or sentence, for example sanctions.'),
  recurring: text(
    'Only events whose date the text gives without a year, on this day of the year (MM-DD) or in this month (MM), for example 07-07. They are undated: `undated` is `only` then, if not given.',
    { pattern: RECURRING_DATE },
  ),
  undated: Type.Optional(
    oneOf(
      ['exclude', 'include', 'only'] as const,
      'What to do with events that are dated by publication alone, or not at all: exclude (the default), include, only',
    ),
  ),
});

const entity = Type.Optional(
  Type.Array(Type.String({ pattern: ENTITY_KEY }), {
    maxItems: 8,
    description: `Only events it takes part in: ${KEY_KINDS}. Repeat it for events that all of them take part in.`,
  }),
);
const sort = Type.Optional(
  oneOf(['date', '-date', 'salience'] as const, 'By date (the default), latest first, or the most important first'),
);

const window = ['2017-04-01', '2017-07-31'] as const;
const closed = { additionalProperties: false };

export const EventQuery = Type.Object({ ...eventFilters(...window), entity, sort, ...paging }, closed);
export type EventQuery = Static<typeof EventQuery>;

export const timelineFormats = ['json', 'csv', 'ndjson'] as const;
export type TimelineFormat = (typeof timelineFormats)[number];

const timelineFields = {
  sort,
  bucket: Type.Optional(
    oneOf(bucketUnits, 'Also count the events of the whole window by this unit, for example month'),
  ),
  facets: Type.Optional(
    Type.Boolean({
      description: 'Also count the events of the whole window by type, status, country, entity, publisher',
    }),
  ),
  format: Type.Optional(oneOf(timelineFormats, 'The format; the Accept header says the same')),
  ...paging,
};
export const TimelineQuery = Type.Object({ ...eventFilters(...window), entity, ...timelineFields }, closed);
export type TimelineQuery = Static<typeof TimelineQuery>;
export const EntityTimelineQuery = Type.Object({ ...eventFilters(...window), ...timelineFields }, closed);

export const EntityQuery = Type.Object(
  {
    type: repeated(entityTypes, 'Only entities of this type, for example country.'),
    q: text('A name, or its beginning, or nearly: putn finds Vladimir Putin.', { examples: ['putin'] }),
    country: text('Only entities of this country: ISO 3166 code, for example RU.', { pattern: COUNTRY_CODE }),
    from: day('Only entities of documents published on this day or later.'),
    to: day('Only entities of documents published on this day or earlier.'),
    ...paging,
  },
  closed,
);
export type EntityQuery = Static<typeof EntityQuery>;

export const RelatedQuery = Type.Object(
  {
    from: day('Only events from this day on.'),
    to: day('Only events until this day.'),
    type: repeated(entityTypes, 'Only entities of this type, for example person.'),
    limit: paging.limit,
  },
  closed,
);
export type RelatedQuery = Static<typeof RelatedQuery>;

export const PageQuery = Type.Object(paging, closed);
export type PageQuery = Static<typeof PageQuery>;

export const DocumentQuery = Type.Object(
  {
    from: day('Only documents published on this day or later.'),
    to: day('Only documents published on this day or earlier.'),
    publisher: text('Only documents of this publisher.'),
    q: text('Only documents with these words in the title or text.'),
    ...paging,
  },
  closed,
);
export type DocumentQuery = Static<typeof DocumentQuery>;

export const EditQuery = Type.Object(
  {
    author: text('Only edits of this author.'),
    target: text('Only edits of this event or entity, by its id.', { pattern: '^(?:evt|ent)_[A-Za-z0-9]+$' }),
    ...paging,
  },
  closed,
);
export type EditQuery = Static<typeof EditQuery>;

export const ChangesQuery = Type.Object(
  {
    since: text('`next` of the answer before; without it, from the beginning', { maxLength: 1000 }),
    limit: paging.limit,
  },
  closed,
);

export const RelatedEventsQuery = Type.Object(
  {
    from: day('Only events from this day on; without it, from 30 days before the event.'),
    to: day('Only events until this day; without it, until 30 days after the event.'),
    limit: paging.limit,
  },
  closed,
);
