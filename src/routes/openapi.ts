import { stringify } from 'yaml';
import type { App, Deps } from '../app.ts';
import { type Document, examplesFrom, withExamples } from './openapi-examples.ts';

/** The OpenAPI document; where a path or an edit asks for ids, its example has some of the store's. */
export function openapiRoutes(app: App, { store }: Deps): void {
  const hidden = { schema: { hide: true } };
  const document = async () => withExamples(app.swagger() as Document, await examplesFrom(store));
  app.get('/openapi.json', hidden, document);
  app.get('/openapi.yaml', hidden, async (_, reply) =>
    reply.type('application/yaml').send(stringify(await document())),
  );
}
