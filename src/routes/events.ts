import Type from 'typebox';
import { Event, EventId, EventPage, RelatedEvents } from '../../schemas/event.ts';
import { EventQuery, RelatedEventsQuery } from '../../schemas/query.ts';
import type { App, Deps } from '../app.ts';
import { eventFilter, pageOf, windowOf } from './filters.ts';
import { found } from './found.ts';
import { linkNext } from './paging.ts';

const tags = ['events'];

/** What happened when, with who says so. */
export function eventRoutes(app: App, { store }: Deps): void {
  app.get(
    '/v1/events',
    {
      schema: {
        operationId: 'listEvents',
        tags,
        summary: 'Events by date, participants, place, type, status and words',
        querystring: EventQuery,
        response: { 200: EventPage },
      },
    },
    async (request, reply) => {
      const page = await store.events(await eventFilter(store, request.query), pageOf(request.query));
      linkNext(request, reply, page.next);
      return page;
    },
  );

  app.get(
    '/v1/events/:id',
    {
      schema: {
        operationId: 'getEvent',
        tags,
        summary: 'An event with every claim about it',
        params: Type.Object({ id: EventId }),
        response: {
          200: Event,
          308: { type: 'null', description: 'It was merged into another event; Location leads there' },
        },
      },
    },
    async ({ params: { id } }, reply) => {
      const event = found(await store.event(id), `No event has the id ${id}.`);
      return 'mergedInto' in event ? reply.redirect(`/v1/events/${event.mergedInto}`, 308) : event;
    },
  );

  app.get(
    '/v1/events/:id/related',
    {
      schema: {
        operationId: 'listRelatedEvents',
        tags,
        summary: 'What else those who take part in an event did in the window',
        params: Type.Object({ id: EventId }),
        querystring: RelatedEventsQuery,
        response: { 200: RelatedEvents },
      },
    },
    async ({ params: { id }, query }) => {
      const filter = { ...windowOf(query), limit: query.limit ?? 50 };
      return { items: found(await store.relatedEvents(id, filter), `No event has the id ${id}.`) };
    },
  );
}
