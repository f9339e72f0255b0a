import type { EventStatus, EventTime, TimeExpression } from '../../schemas/extraction.ts';
import type { Span } from '../text/types.ts';
import type { When } from './when.ts';

/** Measured precision of each way to date an event; `steps` by the likelihood the model gave the expression. */
export interface DateConfidence {
  /** For expressions of the clause and of the sentence: precision at likelihood below .5, .6, … .9 and above. */
  readonly clause: readonly number[];
  readonly sentence: readonly number[];
  /** For the day of another event that the text goes on about, and for the days from it to publication. */
  readonly thread: number;
  readonly since: number;
  /** For another mention of the event or what it is placed around. */
  readonly discourse: number;
  readonly publication: number;
}

export const STEPS = [0.6, 0.75, 0.9, 1.01];
export const stepOf = (probability: number): number => STEPS.findIndex((limit) => probability < limit);

/** The time an expression of the event's own sentence gives it. Vague references and durations have no days. */
export function timeFrom(when: When, confidence: DateConfidence, approximate = false): EventTime {
  const { time } = when;
  const basis = when.sameClause ? 'clause' : 'sentence';
  const dated = isDated(time);
  return {
    edtf: time.edtf,
    earliest: dated ? time.earliest : null,
    latest: dated ? time.latest : null,
    precision: time.precision,
    approximate: approximate || time.approximate,
    basis,
    confidence: confidence[basis][stepOf(when.probability)]!,
    mention: { start: time.start, end: time.end },
  };
}

/** Whether an expression says a day, month, … rather than how long or how often. */
const isDated = ({ type, value }: TimeExpression): boolean =>
  type !== 'DURATION' && type !== 'SET' && !value.endsWith('_REF');

/**
 * The time of an event without an expression: past ones on or before the day of publication, planned ones on or after it,
 * others at no known time. Null without a day of publication.
 */
export function timeOfPublication(
  status: EventStatus,
  published: string | undefined,
  confidence: DateConfidence,
): EventTime | null {
  if (published === undefined) return null;
  const shared = { approximate: false, basis: 'publication' as const, confidence: confidence.publication };
  if (status === 'planned' || status === 'cancelled')
    return { edtf: `${published}/..`, earliest: published, latest: null, precision: 'day', ...shared };
  if (status === 'hypothetical' || status === 'unknown')
    return { edtf: null, earliest: null, latest: null, precision: 'none', ...shared };
  return { edtf: `../${published}`, earliest: null, latest: published, precision: 'day', ...shared };
}

/**
 * The time another event of the document gives this one: its own other mention, or "around the summit". `sentence`: that
 * of this event; an expression elsewhere does not count as its own.
 */
export const timeOfOther = (time: EventTime, sentence: Span, confidence: number, approximate: boolean): EventTime => ({
  edtf: time.edtf,
  earliest: time.earliest,
  latest: time.latest,
  precision: time.precision,
  approximate: time.approximate || approximate,
  basis: 'discourse',
  confidence: Math.min(time.confidence, confidence),
  ...(time.mention &&
    time.mention.start >= sentence.start &&
    time.mention.end <= sentence.end && { mention: time.mention }),
});

/** The time of an event that happened on the day the text has come to, or on one of the days since. */
export const timeBetween = (earliest: string, latest: string, confidence: number): EventTime => ({
  edtf: earliest === latest ? earliest : `${earliest}/${latest}`,
  earliest,
  latest,
  precision: 'day',
  approximate: false,
  basis: 'discourse',
  confidence,
});

/** Words of an expression that lies ahead, whenever the text was published. */
const AHEAD = /\b(?:next|coming|tomorrow|later this)\b/i;

/** Where a time lies, seen from the day of publication; `words`: its expression. Undefined where it may be either. */
export function relationTo(
  published: string | undefined,
  time: Pick<EventTime, 'earliest' | 'latest'> | undefined,
  words = '',
) {
  if (time === undefined) return undefined;
  if (time.earliest === null && time.latest === null) return AHEAD.test(words) ? ('after' as const) : undefined;
  if (published === undefined) return undefined;
  if (time.earliest !== null && time.earliest > published) return 'after' as const;
  if (time.latest !== null && time.latest < published) return 'before' as const;
  return time.earliest === published && time.latest === published ? ('same' as const) : undefined;
}

export const DAY = 86_400_000;
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
