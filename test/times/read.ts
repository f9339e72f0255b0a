import type { TimeExpression } from '../../schemas/extraction.ts';
import type { Analysis } from '../../src/analysis.ts';
import { textStage } from '../../src/text/stage.ts';
import { timesStage } from '../../src/times/stage.ts';

/** The Wednesday on which the examples of the rules are read. */
export const PUBLISHED = '2019-06-12';

export function analyse(text: string, publishedAt: string | undefined, timezone = 'UTC'): Analysis {
  const document = { id: 'd', text, timezone, explain: true, ...(publishedAt !== undefined && { publishedAt }) };
  return textStage.apply({ document, warnings: [] as readonly string[] } as Analysis);
}

/** The times of a text; without a second argument, of an undated one. */
export const timesOf = (text: string, publishedAt?: string, timezone?: string): readonly TimeExpression[] =>
  timesStage.apply(analyse(text, publishedAt, timezone)).times;

/** `expression → value` for a table of expectations. */
export const valuesOf = (text: string, publishedAt?: string): string[] =>
  timesOf(text, publishedAt).map((time) => `${time.text} → ${time.value}`);
