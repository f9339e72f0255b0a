import { stringify } from 'yaml';
import type { App, Deps } from '../app.ts';
import { type Document, examplesFrom, withExamples } from './openapi-examples.ts';

/** The OpenAPI document, and the way to the page that shows it; where a path or an edit asks for ids, its example has some of the store's. */
export function openapiRoutes(app: App, { store }: Deps): void {
  const hidden = { schema: { hide: true } };
  const document = async () => withExamples(app.swagger() as Document, await examplesFrom(store));
  // Who opens the address in a browser wants to see what there is.
  app.get('/', hidden, async (_, reply) => reply.redirect('/docs'));
  app.get('/openapi.json', hidden, document);
  app.get('/openapi.yaml', hidden, async (_, reply) =>
    reply.type('application/yaml').send(stringify(await document())),
  );
}
