import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { EntityParams, EntityTimelineQuery, type TimelineFormat, TimelineQuery } from '../../schemas/query.ts';
import { Timeline } from '../../schemas/timeline.ts';
import type { App, Deps } from '../app.ts';
import { renderers, renderTimeline, timelineTypes } from '../render/timeline.ts';
import { eventFilter, pageOf } from './filters.ts';
import { linkNext } from './paging.ts';

const answer = {
  200: {
    description: 'Events in the order asked for',
    content: {
      'application/json': { schema: Timeline },
      'text/csv': { schema: Type.String({ description: 'One row an event, with a header' }) },
      'application/x-ndjson': { schema: Type.String({ description: 'One event a line' }) },
    },
  },
};

/** The answer that everything else is for: what happened, in order. */
export function timelineRoutes(app: App, { store }: Deps): void {
  const send = async (request: FastifyRequest, query: TimelineQuery, reply: FastifyReply) => {
    const timeline = await store.timeline(await eventFilter(store, query), pageOf(query), query.bucket, query.facets);
    linkNext(request, reply, timeline.next);
    const { contentType, body } = renderTimeline(timeline, query.format ?? acceptedFormat(request));
    return reply.type(contentType).send(body);
  };

  app.get(
    '/v1/timeline',
    {
      config: { produces: timelineTypes },
      schema: {
        operationId: 'getTimeline',
        tags: ['events'],
        summary: 'Events in order, as JSON, CSV or NDJSON, with counts by day to decade',
        querystring: TimelineQuery,
        response: answer,
      },
    },
    async (request, reply) => send(request, request.query, reply),
  );

  app.get(
    '/v1/entities/:id/timeline',
    {
      config: { produces: timelineTypes },
      schema: {
        operationId: 'getEntityTimeline',
        tags: ['entities'],
        summary: 'The events that an entity takes part in, in order',
        params: EntityParams,
        querystring: EntityTimelineQuery,
        response: answer,
      },
    },
    async (request, reply) => send(request, { ...request.query, entity: [request.params.id] }, reply),
  );
}

function acceptedFormat(request: FastifyRequest): TimelineFormat {
  const type = request.accepts().type([...timelineTypes]);
  const formats = Object.keys(renderers) as TimelineFormat[];
  return formats.find((format) => renderers[format].contentType === type) ?? 'json';
}
