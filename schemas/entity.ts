import Type, { type Static } from 'typebox';
import { Edited } from './edit.ts';
import { Candidate, EntityType } from './extraction.ts';
import { pageFields } from './page.ts';

export const EntityId = Type.String({ pattern: '^ent_[A-Za-z0-9]+$', description: 'Id of an entity' });
const country = (description: string) => Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', description }));

/** Somebody or something that documents name, across all documents. */
export const Entity = Type.Object(
  {
    id: EntityId,
    name: Type.String(),
    type: EntityType,
    aliases: Type.Array(Type.String()),
    wikidata: Type.Optional(Type.String({ pattern: '^Q\\d+$' })),
    iso: country('ISO 3166-1 alpha-2 of a country'),
    geonames: Type.Optional(Type.Integer()),
    role: Type.Optional(Type.String({ description: 'For example "president of Russia"' })),
    country: country('The country it belongs to'),
    actsFor: country('The country it speaks for'),
    candidates: Type.Optional(Type.Array(Candidate)),
    documents: Type.Integer({ minimum: 0, description: 'In how many documents it is mentioned' }),
    mentions: Type.Integer({ minimum: 0, description: 'How often it is mentioned' }),
    events: Type.Integer({ minimum: 0, description: 'In how many events it takes part' }),
    edited: Type.Optional(Type.Array(Edited, { description: 'Which of these values an editor set' })),
    hidden: Type.Optional(Type.Boolean({ description: 'An editor has taken it off the lists' })),
  },
  { $id: 'Entity', description: 'Somebody or something that documents name' },
);
export type Entity = Static<typeof Entity>;

export const EntityPage = Type.Object(pageFields(Entity), {
  $id: 'EntityPage',
  description: 'Entities, the most mentioned first; with `q`, the best match first',
});

/** One place where a document names the entity. */
export const EntityMention = Type.Object(
  {
    document: Type.String(),
    publishedAt: Type.Optional(Type.String()),
    start: Type.Integer({ minimum: 0 }),
    end: Type.Integer({ minimum: 0 }),
    text: Type.String(),
    sentence: Type.Optional(Type.String({ description: 'The sentence around it' })),
  },
  { $id: 'EntityMention' },
);
export type EntityMention = Static<typeof EntityMention>;
export const EntityMentionPage = Type.Object(pageFields(EntityMention), {
  $id: 'EntityMentionPage',
  description: 'Where it is mentioned',
});

/** An entity that shares events with another. */
export const RelatedEntity = Type.Object(
  {
    entity: Entity,
    events: Type.Integer({ minimum: 1, description: 'How many events they share' }),
  },
  { $id: 'RelatedEntity' },
);
export type RelatedEntity = Static<typeof RelatedEntity>;
export const RelatedEntities = Type.Object(
  { items: Type.Array(RelatedEntity) },
  { $id: 'RelatedEntities', description: 'Who shares events with it, most first' },
);
