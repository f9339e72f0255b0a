import Type, { type Static } from 'typebox';
import { EntityRecord, EventMention, Mention, oneOf, TimeExpression } from './extraction.ts';
import { pageFields } from './page.ts';

export const contentTypes = ['text/plain', 'text/html'] as const;
export type ContentType = (typeof contentTypes)[number];

/** What the caller may say about a text; the same fields are query parameters when the body is the text itself. */
const about = {
  publishedAt: Type.Optional(
    Type.String({
      format: 'date-or-date-time',
      description:
        'When it was published: a date or an RFC 3339 date-time. The reference of "Tuesday" and "last week"; without it nothing is guessed.',
      examples: ['2017-05-04'],
    }),
  ),
  timezone: Type.Optional(
    Type.String({
      format: 'iana-time-zone',
      description: 'IANA zone of the publication date and of clock times in the text; UTC without one',
      examples: ['Europe/Moscow'],
    }),
  ),
  title: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 1000,
      description: 'Headline, when it is not part of the text',
      examples: ['Putin and Trump speak by phone'],
    }),
  ),
};
const provenance = {
  url: Type.Optional(
    Type.String({
      format: 'uri',
      maxLength: 2000,
      description: 'Where it was published',
      examples: ['https://news.example/putin-trump-call'],
    }),
  ),
  publisher: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'Who published it', examples: ['Example News'] }),
  ),
};
const text = Type.String({ minLength: 1, format: 'storable-text', description: 'The text to read' });
const contentType = Type.Optional(oneOf(contentTypes, 'What `text` is: text/plain (default) or text/html'));

/** What `extract` reads: one line of `dateline extract --ndjson`, or the body of POST /v1/extract. */
export const ExtractRequest = Type.Object(
  {
    id: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Comes back in the answer' })),
    text,
    contentType,
    ...about,
  },
  { $id: 'ExtractRequest', description: 'A text to read', additionalProperties: false },
);
export type ExtractRequest = Static<typeof ExtractRequest>;

export const NewDocument = Type.Object(
  { text, contentType, ...about, ...provenance },
  { $id: 'NewDocument', description: 'A text to read and keep', additionalProperties: false },
);
export type NewDocument = Static<typeof NewDocument>;

/** The query parameters that describe a text/plain or text/html body. */
export const TextOptions = Type.Object(about, { additionalProperties: false });
export const DocumentOptions = Type.Object({ ...about, ...provenance }, { additionalProperties: false });
export type DocumentOptions = Static<typeof DocumentOptions>;

export const DocumentId = Type.String({ pattern: '^doc_[A-Za-z0-9]+$', description: 'Id of a document' });

/** A stored document without its text. */
export const StoredDocument = Type.Object(
  {
    id: DocumentId,
    publishedAt: Type.Optional(Type.String()),
    timezone: Type.String(),
    title: Type.Optional(Type.String()),
    url: Type.Optional(Type.String()),
    publisher: Type.Optional(Type.String()),
    contentType: oneOf(contentTypes),
    length: Type.Integer({ minimum: 0, description: 'Length of the text in UTF-16 code units' }),
    addedAt: Type.String({ format: 'date-time' }),
    counts: Type.Object({
      times: Type.Integer(),
      mentions: Type.Integer(),
      entities: Type.Integer(),
      events: Type.Integer(),
    }),
    warnings: Type.Array(Type.String()),
  },
  { $id: 'Document', description: 'A document that is kept, without its text' },
);
export type StoredDocument = Static<typeof StoredDocument>;

export const DocumentPage = Type.Object(pageFields(StoredDocument), {
  $id: 'DocumentPage',
  description: 'Documents, the latest added first',
});

/**
 * Everything that was read in a stored document, with offsets into GET /v1/documents/{id}/text. The shape of an
 * extraction; `entities` and `events` also carry the id under which the store knows them.
 */
export const Annotations = Type.Object(
  {
    id: DocumentId,
    publishedAt: Type.Optional(Type.String()),
    times: Type.Array(TimeExpression),
    mentions: Type.Array(Mention),
    entities: Type.Array(EntityRecord),
    events: Type.Array(EventMention),
    warnings: Type.Array(Type.String()),
    links: Type.Object(
      {
        entities: Type.Record(Type.String(), Type.String(), { description: 'From `e1` to `ent_…`' }),
        events: Type.Record(Type.String(), Type.String(), { description: 'From `v1` to `evt_…`' }),
      },
      { description: 'Where the store keeps what this document mentions' },
    ),
  },
  { $id: 'Annotations', description: 'What was read in the document' },
);
export type Annotations = Static<typeof Annotations>;
