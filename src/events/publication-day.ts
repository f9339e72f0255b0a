import { DateTime } from 'luxon';
import type { SourceDocument } from '../analysis.ts';

/** The day of publication in the document's zone, YYYY-MM-DD; undefined without one. */
export function publicationDay({ publishedAt, timezone }: SourceDocument): string | undefined {
  if (publishedAt === undefined) return undefined;
  if (/^\d{4}-\d{2}-\d{2}$/.test(publishedAt)) return publishedAt;
  return DateTime.fromISO(publishedAt, { zone: timezone }).toISODate() ?? undefined;
}
