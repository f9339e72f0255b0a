import type { TimeExpression } from '../../schemas/extraction.ts';
import type { Analysis, SourceDocument, Stage } from '../analysis.ts';
import { dayFirstOf } from './day-first.ts';
import { withMarks } from './marked.ts';
import { propose, withoutOverlaps } from './propose.ts';
import { dayIn } from './publication.ts';
import { refine } from './refine/index.ts';
import { Resolver } from './resolve/index.ts';
import type { Draft, Reading, Resolved } from './types.ts';
import { workingText } from './working-text.ts';

/**
 * Temporal expressions: rules propose, one policy settles overlaps, refiners join and modify, and a resolver turns each
 * into an interval against the publication date or what the text spoke of last.
 */
export const timesStage: Stage = {
  name: 'times',
  requires: ['text'],
  adds: ['times'],
  apply(analysis) {
    const times = findTimes(analysis);
    const guessed = times.some(({ basis }) => basis === 'inferred');
    const warnings = guessed ? [...analysis.warnings, DAY_OR_MONTH] : analysis.warnings;
    return { ...analysis, times, warnings };
  },
};

const DAY_OR_MONTH = 'Numeric dates that do not say whether the day or the month comes first are read month first.';

function findTimes({ document, text }: Analysis): TimeExpression[] {
  const working = workingText(document.text, text);
  const reading: Reading = {
    source: document.text,
    text: working,
    tokens: text.tokens,
    sentences: text.sentences,
    dayFirst: dayFirstOf(working),
  };
  const drafts = withMarks(refine(withoutOverlaps(propose(reading)), reading), document);
  const { publishedAt, timezone } = document;
  const publication = publishedAt === undefined ? undefined : dayIn(publishedAt, timezone);
  const resolver = new Resolver(reading, drafts, publication);
  return drafts.map((draft, i) => toExpression(document, draft, `t${i + 1}`, resolver.resolve(draft)));
}

/** Field by field, because spreading the rest of an object costs more than finding the expression. */
function toExpression({ text, explain }: SourceDocument, draft: Draft, id: string, said: Resolved): TimeExpression {
  const time: TimeExpression = {
    id,
    start: draft.start,
    end: draft.end,
    text: text.slice(draft.start, draft.end),
    type: said.type,
    value: said.value,
    edtf: said.edtf,
    earliest: said.earliest,
    latest: said.latest,
    precision: said.precision,
    approximate: said.approximate,
    basis: said.basis,
    rule: draft.rule,
  };
  if (said.mod !== undefined) time.mod = said.mod;
  if (said.parts !== undefined) time.parts = said.parts;
  if (explain) time.explanation = said.explanation();
  return time;
}
