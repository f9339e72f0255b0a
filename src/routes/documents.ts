import Type from 'typebox';
import {
  Annotations,
  DocumentId,
  DocumentOptions,
  DocumentPage,
  NewDocument,
  StoredDocument,
} from '../../schemas/document.ts';
import { DocumentQuery } from '../../schemas/query.ts';
import type { App, Deps } from '../app.ts';
import { ingest } from '../ingest.ts';
import { callerGone } from './caller-gone.ts';
import { pageOf, windowOf } from './filters.ts';
import { found } from './found.ts';
import { linkNext } from './paging.ts';
import { textBody, textOf } from './text-body.ts';

const tags = ['documents'];
const params = Type.Object({ id: DocumentId });
const missing = (id: string) => `No document has the id ${id}.`;
const location = { location: { type: 'string', description: 'Path of the document' } };

/** Texts come in, are read and kept, and what was read in them can be had. */
export function documentRoutes(app: App, deps: Deps): void {
  const { store } = deps;

  app.post(
    '/v1/documents',
    {
      schema: {
        operationId: 'addDocument',
        tags,
        summary: 'Read a text and keep it with everything found in it',
        description:
          'The same text with the same particulars has the same id: sent again it is answered with 200 and changes nothing. ' +
          'What was answered with 201 is stored.',
        querystring: DocumentOptions,
        body: textBody(NewDocument),
        response: {
          201: {
            description: 'Read and stored',
            headers: location,
            content: { 'application/json': { schema: StoredDocument } },
          },
          200: {
            description: 'It was there already',
            headers: location,
            content: { 'application/json': { schema: StoredDocument } },
          },
        },
      },
    },
    async (request, reply) => {
      const now = new Date().toISOString();
      const { document, created } = await ingest(deps, textOf<NewDocument>(request), now, callerGone(reply));
      return reply
        .code(created ? 201 : 200)
        .header('location', `/v1/documents/${document.id}`)
        .send(document);
    },
  );

  app.get(
    '/v1/documents',
    {
      schema: {
        operationId: 'listDocuments',
        tags,
        summary: 'The documents that are kept, the latest published first',
        querystring: DocumentQuery,
        response: { 200: DocumentPage },
      },
    },
    async (request, reply) => {
      const { publisher, q } = request.query;
      const filter = { ...windowOf(request.query), ...(publisher && { publisher }), ...(q && { q }) };
      const page = await store.documents(filter, pageOf(request.query));
      linkNext(request, reply, page.next);
      return page;
    },
  );

  app.get(
    '/v1/documents/:id',
    {
      schema: {
        operationId: 'getDocument',
        tags,
        summary: 'A document without its text',
        params,
        response: { 200: StoredDocument },
      },
    },
    async ({ params: { id } }) => found(await store.document(id), missing(id)),
  );

  app.delete(
    '/v1/documents/:id',
    {
      schema: {
        operationId: 'deleteDocument',
        tags,
        summary: 'Delete a document and every claim it made',
        description: 'Events that other documents report too stay, without what this one said about them.',
        params,
        response: { 204: { type: 'null', description: 'It is gone' } },
      },
    },
    async ({ params: { id } }, reply) => {
      found((await store.deleteDocument(id)) || undefined, missing(id));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/v1/documents/:id/text',
    {
      config: { produces: ['text/plain'] },
      schema: {
        operationId: 'getDocumentText',
        tags,
        summary: 'The text that all offsets refer to',
        params,
        response: { 200: { description: 'The text', content: { 'text/plain': { schema: Type.String() } } } },
      },
    },
    async ({ params: { id } }, reply) =>
      reply.type('text/plain; charset=utf-8').send(found(await store.documentText(id), missing(id))),
  );

  app.get(
    '/v1/documents/:id/annotations',
    {
      schema: {
        operationId: 'getDocumentAnnotations',
        tags,
        summary: 'Everything that was read in a document: times, mentions, entities, events',
        params,
        response: { 200: Annotations },
      },
    },
    async ({ params: { id } }) => found(await store.annotations(id), missing(id)),
  );
}
