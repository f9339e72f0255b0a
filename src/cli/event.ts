import type { Event } from '../../schemas/event.ts';
import { type ClientOptions, get, openClient } from './client.ts';
import { type OutputOptions, print } from './output.ts';
import { eventDetails } from './tables.ts';

/** `dateline event ID`: GET /v1/events/{id}. */
export async function eventCommand(id: string, options: ClientOptions & OutputOptions): Promise<void> {
  const client = await openClient(options);
  try {
    print(await get<Event>(client, `/v1/events/${encodeURIComponent(id)}`), options, eventDetails);
  } finally {
    await client.close();
  }
}
