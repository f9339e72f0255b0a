import { createHash } from 'node:crypto';
import type { NewDocument, StoredDocument } from '../schemas/document.ts';
import type { Extractor } from './extractor.ts';
import type { Records } from './records.ts';

export interface Ingested {
  readonly document: StoredDocument;
  /** False when the same document was there already; then nothing was changed. */
  readonly created: boolean;
}

/**
 * Reads a text and keeps it. When this resolves the document is stored; `addedAt` (RFC 3339) is when that happens.
 */
export async function ingest(
  { store, extractor }: { store: Records; extractor: Extractor },
  submitted: NewDocument,
  addedAt: string,
  signal?: AbortSignal,
): Promise<Ingested> {
  // A lone surrogate has no UTF-8; made well-formed here, the text and its offsets are the same everywhere.
  const wellFormed = { ...submitted, text: submitted.text.toWellFormed() };
  const { url, publisher, contentType = 'text/plain', ...task } = wellFormed;
  const id = documentId(wellFormed);
  const known = await store.document(id);
  if (known) return { document: known, created: false };
  const { document: source, extraction } = await extractor.read({ ...task, contentType, id }, signal);
  const created = await store.addDocument({
    id,
    source,
    contentType,
    addedAt,
    extraction,
    ...(url !== undefined && { url }),
    ...(publisher !== undefined && { publisher }),
  });
  return { document: (await store.document(id))!, created };
}

/** The id of a text with all that was said about it: the same submission has the same id, wherever and whenever. */
export function documentId({ text, contentType, publishedAt, timezone, title, url, publisher }: NewDocument): string {
  const identity = [text, contentType ?? 'text/plain', publishedAt, timezone ?? 'UTC', title, url, publisher];
  const digest = createHash('sha256').update(JSON.stringify(identity.map((part) => part ?? null)));
  return `doc_${BigInt(`0x${digest.digest('hex').slice(0, 32)}`)
    .toString(36)
    .padStart(25, '0')}`;
}
