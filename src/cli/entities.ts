import type { Entity } from '../../schemas/entity.ts';
import type { Page } from '../../schemas/page.ts';
import { type CommandOptions, get, openClient, type Query } from './client.ts';
import { print } from './output.ts';
import { entityTable } from './tables.ts';

/** `dateline entities`: GET /v1/entities, whose parameters are the options. */
export async function entitiesCommand({ server, json, ...query }: CommandOptions): Promise<void> {
  const client = await openClient({ server });
  try {
    const page = await get<Page<Entity>>(client, '/v1/entities', query as Query);
    print(page, { json }, ({ items }, columns) => entityTable(items, columns));
  } finally {
    await client.close();
  }
}
