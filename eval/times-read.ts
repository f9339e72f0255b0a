import type { TimeExpression } from '../schemas/extraction.ts';
import type { Analysis } from '../src/analysis.ts';
import { textStage } from '../src/text/stage.ts';
import { timesStage } from '../src/times/stage.ts';

/** Text and times of a document, without what comes after. */
export function readTimes(
  text: string,
  publishedAt?: string,
): Analysis & { readonly times: readonly TimeExpression[] } {
  const document = { id: 'x', text, timezone: 'UTC', ...(publishedAt !== undefined && { publishedAt }) };
  return timesStage.apply(textStage.apply({ document, warnings: [] as readonly string[] } as Analysis));
}
