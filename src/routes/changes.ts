import { Changes } from '../../schemas/change.ts';
import { ChangesQuery } from '../../schemas/query.ts';
import type { App, Deps } from '../app.ts';

/** What became of events: for whoever keeps a copy of them. */
export function changesRoutes(app: App, { store }: Deps): void {
  app.get(
    '/v1/changes',
    {
      schema: {
        operationId: 'listChanges',
        tags: ['events'],
        summary: 'What events were added, changed, merged and withdrawn since a cursor, complete and in order',
        querystring: ChangesQuery,
        response: { 200: Changes },
      },
    },
    async ({ query: { since, limit = 50 } }) => store.changes(since, limit),
  );
}
