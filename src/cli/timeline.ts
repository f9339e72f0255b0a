import type { Timeline } from '../../schemas/timeline.ts';
import { type CommandOptions, getText, openClient, type Query } from './client.ts';
import { entityKeys } from './entity-keys.ts';
import { print } from './output.ts';
import { eventTable } from './tables.ts';

type TimelineOptions = CommandOptions & { readonly entity?: readonly string[] };

/** `dateline timeline`: GET /v1/timeline, whose parameters are the options; an entity may be given by its name. */
export async function timelineCommand({ server, json, entity, ...query }: TimelineOptions): Promise<void> {
  const client = await openClient({ server });
  try {
    const keys = entity && (await entityKeys(client, entity));
    const { contentType, body } = await getText(client, '/v1/timeline', { ...(query as Query), entity: keys });
    if (contentType.startsWith('application/json')) print(JSON.parse(body) as Timeline, { json }, table);
    else process.stdout.write(body);
  } finally {
    await client.close();
  }
}

export function table({ items, next, undated, total }: Timeline, columns: number): string {
  const count = `${total.relation === 'gte' ? 'at least ' : ''}${total.value}`;
  const notes = [
    next !== null && `${items.length} of ${count} events; narrow the window or raise --limit to see the rest.`,
    undated > 0 && `${undated} more without a date of their own; --undated include lists them.`,
  ];
  return (
    eventTable(items, columns) +
    notes
      .filter((note) => note !== false)
      .map((note) => `${note}\n`)
      .join('')
  );
}
