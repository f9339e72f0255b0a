import type { EventMode, EventType } from '../../schemas/extraction.ts';

/** The one word that stands for an event: the verb, or the event noun. */
export interface Trigger {
  /** Index into the text layer's tokens. */
  readonly token: number;
  readonly lemma: string;
  readonly kind: 'verb' | 'noun' | 'adjective';
  /** Token of the light verb that carries the tense: "hold" in "hold talks". */
  readonly support?: number;
  /** Probability that it is an event, 0 to 1. */
  readonly score: number;
}

export interface Classification {
  readonly type: EventType;
  readonly mode?: EventMode;
  readonly explanations: readonly string[];
}

export interface Prominence {
  readonly prominent: boolean;
  /** Probability that a reader would want it on a timeline, 0 to 1. */
  readonly score: number;
  readonly why: string;
}
