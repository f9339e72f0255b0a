import { stringify } from 'yaml';
import type { App, Deps } from '../app.ts';
import type { Records } from '../records.ts';

type Parameter = { in: string; name: string; example?: unknown };
type Document = { paths?: Record<string, Record<string, { parameters?: Parameter[] }>> };

/** The OpenAPI document; where a path asks for an id, its example is one that the store has. */
export function openapiRoutes(app: App, { store }: Deps): void {
  const hidden = { schema: { hide: true } };
  const document = async () => withExamples(app.swagger() as Document, await exampleIds(store));
  app.get('/openapi.json', hidden, document);
  app.get('/openapi.yaml', hidden, async (_, reply) =>
    reply.type('application/yaml').send(stringify(await document())),
  );
}

async function exampleIds(store: Records): Promise<ReadonlyMap<string, string>> {
  const [documents, events] = await Promise.all([
    store.documents({}, { limit: 1 }),
    store.events({ sort: 'salience' }, { limit: 1 }),
  ]);
  const ids = { '/v1/documents/': documents.items[0]?.id, '/v1/events/': events.items[0]?.id };
  return new Map(Object.entries(ids).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function withExamples(document: Document, ids: ReadonlyMap<string, string>): Document {
  const copy = structuredClone(document);
  for (const [path, operations] of Object.entries(copy.paths ?? {})) {
    const id = [...ids].find(([prefix]) => path.startsWith(`${prefix}{id}`))?.[1];
    if (id === undefined) continue;
    for (const { parameters = [] } of Object.values(operations)) {
      for (const parameter of parameters)
        if (parameter.in === 'path' && parameter.name === 'id') parameter.example = id;
    }
  }
  return copy;
}
