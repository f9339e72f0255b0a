import type { EventStatus } from '../../schemas/extraction.ts';
import type { LinearModel } from '../learn/linear.ts';
import type { SentenceView } from './features.ts';
import { classAt, type Governor, governorsOf } from './governors.ts';
import { statusFeatures } from './status-features.ts';
import type { Trigger } from './types.ts';
import type { VerbGroup } from './verb-groups.ts';
import { settled } from './veridicality.ts';

export interface StatusDecision {
  readonly status: EventStatus;
  /** Probability the model gave it, 0 to 1. */
  readonly confidence: number;
  readonly explanation: string;
}

/** Where the date of an event lies, seen from the publication: what the caller knows from the times. */
export type DateRelation = 'before' | 'same' | 'after';

/** Tense, aspect, negation and modal of a group, in words. */
function shape(group: VerbGroup | undefined): string {
  if (group === undefined) return '-';
  const { form, tense, perfect, progressive, negated, modal } = group;
  const time = form === 'finite' ? tense : form;
  return `${time}${perfect ? '+perf' : ''}${progressive ? '+prog' : ''}${negated ? '+not' : ''}${modal ? `+${modal}` : ''}`;
}

/**
 * Whether an event happened, is going on, is planned, was called off, is denied or only imagined: by a linear model
 * over tense, modality, negation and what the event depends on (`governorsOf`), and the words about it.
 *
 * `relation`: where the date of the event lies, if it has one; what lies after the publication cannot have happened.
 */
export function decideStatus(
  model: LinearModel,
  trigger: Trigger,
  view: SentenceView,
  relation?: DateRelation,
): StatusDecision {
  const offset = view.sentence.firstToken;
  const i = trigger.token - offset;
  const support = trigger.support === undefined ? -1 : trigger.support - offset;
  const path = governorsOf(view, support >= 0 ? support : i);
  const { label, probability } = model.best(statusFeatures(view, i, support));
  const own = view.groupAt[i] ?? view.groupAt[support];
  const certain = settled(view, i, own, path);
  const above = path[0] && view.groupAt[path[0].at];
  const off = label === 'denied' && path[0] && classAt(view, path[0].at) === 'cancel' && !above?.negated;
  const status = certain ?? (off ? 'cancelled' : (label as EventStatus));
  const confidence = certain === undefined || certain === label ? probability : 1 - probability;
  // A past verb beside a later date speaks of that date: its own is not known.
  const past = own?.form === 'finite' && own.modal === undefined && (own.tense === 'past' || own.perfect);
  if (relation === 'after' && !past && (status === 'happened' || status === 'ongoing' || status === 'unknown'))
    return { status: 'planned', confidence, explanation: 'planned: its date lies after the publication' };
  return {
    status,
    confidence,
    // Worked out only where somebody asks.
    get explanation() {
      return `${status}: ${reasons(view, own, path)} (${confidence.toFixed(2)})`;
    },
  };
}

function reasons(view: SentenceView, own: VerbGroup | undefined, path: readonly Governor[]): string {
  const above = path.map(({ at, relation }) => `${relation} of "${view.tokens[at]!.text}"`);
  return [own === undefined ? 'no verb of its own' : shape(own), ...above].join(', ');
}
