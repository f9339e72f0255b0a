import Type from 'typebox';
import {
  Edit,
  EditId,
  EditPage,
  EntityMerge,
  EntityPatch,
  EntitySplit,
  EventMerge,
  EventPatch,
  EventSplit,
  Signature,
} from '../../schemas/edit.ts';
import { EventId } from '../../schemas/event.ts';
import { EditQuery, EntityParams } from '../../schemas/query.ts';
import type { App, Deps } from '../app.ts';
import { pageOf } from './filters.ts';
import { linkNext } from './paging.ts';

const tags = ['curation'];
const response = { 200: Edit };
const now = () => new Date().toISOString();

/** What people know better than the machine: it is kept beside what was read, and every change can be taken back. */
export function curationRoutes(app: App, { store }: Deps): void {
  app.patch(
    '/v1/events/:id',
    {
      schema: {
        operationId: 'editEvent',
        tags,
        summary: 'Set the title, type, status or date of an event, or hide it',
        params: Type.Object({ id: EventId }),
        body: EventPatch,
        response,
      },
    },
    async ({ params: { id }, body }) => store.editEvent(id, body, now()),
  );

  app.post(
    '/v1/events/merge',
    { schema: { operationId: 'mergeEvents', tags, summary: 'Say that events are one', body: EventMerge, response } },
    async ({ body }) => store.mergeEvents(body, now()),
  );

  app.post(
    '/v1/events/split',
    {
      schema: {
        operationId: 'splitEvent',
        tags,
        summary: 'Say that claims of an event are about another',
        body: EventSplit,
        response,
      },
    },
    async ({ body }) => store.splitEvent(body, now()),
  );

  app.patch(
    '/v1/entities/:id',
    {
      schema: {
        operationId: 'editEntity',
        tags,
        summary: 'Set the name or type of an entity, or hide it',
        params: EntityParams,
        body: EntityPatch,
        response,
      },
    },
    async ({ params: { id }, body }) => store.editEntity(id, body, now()),
  );

  app.post(
    '/v1/entities/merge',
    {
      schema: {
        operationId: 'mergeEntities',
        tags,
        summary: 'Say that an entity is another',
        body: EntityMerge,
        response,
      },
    },
    async ({ body }) => store.mergeEntities(body, now()),
  );

  app.post(
    '/v1/entities/split',
    {
      schema: {
        operationId: 'splitEntity',
        tags,
        summary: 'Say that documents mean another entity',
        body: EntitySplit,
        response,
      },
    },
    async ({ body }) => store.splitEntity(body, now()),
  );

  app.get(
    '/v1/edits',
    {
      schema: {
        operationId: 'listEdits',
        tags,
        summary: 'The audit trail: who changed what by hand, when and why, the latest first',
        querystring: EditQuery,
        response: { 200: EditPage },
      },
    },
    async (request, reply) => {
      const { author, target } = request.query;
      const filter = { ...(author && { author }), ...(target && { target }) };
      const page = await store.edits(filter, pageOf(request.query));
      linkNext(request, reply, page.next);
      return page;
    },
  );

  app.post(
    '/v1/edits/:id/undo',
    {
      schema: {
        operationId: 'undoEdit',
        tags,
        summary: 'Take an edit back; those made after it hold on',
        params: Type.Object({ id: EditId }),
        body: Signature,
        response,
      },
    },
    async ({ params: { id }, body }) => store.undoEdit(id, body, now()),
  );
}
