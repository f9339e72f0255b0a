import { Entity, EntityMentionPage, EntityPage, RelatedEntities } from '../../schemas/entity.ts';
import { EntityParams, EntityQuery, PageQuery, RelatedQuery } from '../../schemas/query.ts';
import type { App, Deps } from '../app.ts';
import { pageOf, windowOf } from './filters.ts';
import { found } from './found.ts';
import { linkNext } from './paging.ts';

const tags = ['entities'];
const params = EntityParams;

/** Who and where: people, countries, organisations, places and peoples across all documents. */
export function entityRoutes(app: App, { store }: Deps): void {
  const entity = async (key: string) =>
    found(await store.entity(key), `No document mentions an entity with the key ${key}.`);

  app.get(
    '/v1/entities',
    {
      schema: {
        operationId: 'listEntities',
        tags,
        summary: 'Entities by type, name, country and when they were in the news',
        querystring: EntityQuery,
        response: { 200: EntityPage },
      },
    },
    async (request, reply) => {
      const { type, q, country } = request.query;
      const filter = {
        ...windowOf(request.query),
        ...(type && { types: type }),
        ...(q && { q }),
        ...(country && { country: country.toUpperCase() }),
      };
      const page = await store.entities(filter, pageOf(request.query));
      linkNext(request, reply, page.next);
      return page;
    },
  );

  app.get(
    '/v1/entities/:id',
    { schema: { operationId: 'getEntity', tags, summary: 'An entity', params, response: { 200: Entity } } },
    async ({ params: { id } }) => entity(id),
  );

  app.get(
    '/v1/entities/:id/mentions',
    {
      schema: {
        operationId: 'listEntityMentions',
        tags,
        summary: 'Where documents name an entity, the latest first',
        params,
        querystring: PageQuery,
        response: { 200: EntityMentionPage },
      },
    },
    async (request, reply) => {
      const page = await store.entityMentions((await entity(request.params.id)).id, pageOf(request.query));
      linkNext(request, reply, page.next);
      return page;
    },
  );

  app.get(
    '/v1/entities/:id/related',
    {
      schema: {
        operationId: 'listRelatedEntities',
        tags,
        summary: 'Who takes part in the same events as an entity, most often first',
        params,
        querystring: RelatedQuery,
        response: { 200: RelatedEntities },
      },
    },
    async ({ params: { id }, query }) => {
      const { type, limit = 50 } = query;
      const filter = { ...windowOf(query), ...(type && { types: type }), limit };
      return { items: await store.relatedEntities((await entity(id)).id, filter) };
    },
  );
}
