import type { EventMention, Extraction } from '../../schemas/extraction.ts';
import { extract } from '../../src/pipeline.ts';

/** Reads a text as published on a day. */
export const readText = (text: string, publishedAt = '2023-05-10'): Extraction =>
  extract({ id: 'd', text, timezone: 'UTC', publishedAt });

/** The event whose trigger is this word. */
export function eventAt(text: string, trigger: string, publishedAt?: string): EventMention {
  const found = readText(text, publishedAt).events.find((event) => event.trigger.text === trigger);
  if (!found) throw new Error(`no event at "${trigger}" in: ${text}`);
  return found;
}
