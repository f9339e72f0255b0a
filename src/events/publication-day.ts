import type { SourceDocument } from '../analysis.ts';
import { dayIn } from '../times/publication.ts';
import { dayText } from '../times/resolve/notation.ts';

/** The day of publication in the document's zone, YYYY-MM-DD; undefined without one. */
export function publicationDay({ publishedAt, timezone }: SourceDocument): string | undefined {
  const day = publishedAt === undefined ? undefined : dayIn(publishedAt, timezone);
  return day === undefined ? undefined : dayText(day);
}
