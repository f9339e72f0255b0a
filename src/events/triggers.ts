import type { EventMode, EventType } from '../../schemas/extraction.ts';
import type { LinearModel } from '../learn/linear.ts';
import { decideAttribution, type FoundAttribution } from './attribution.ts';
import { findSupport, isCandidate, lemmaOf, type Reading, type SentenceView, viewSentences } from './features.ts';
import { lookUp } from './lexicon.ts';
import { type EventModels, readModels } from './models.ts';
import type { SpeechAct } from './speech.ts';
import { type DateRelation, decideStatus, type StatusDecision } from './status.ts';
import { screenFeatures, triggerFeatures } from './trigger-features.ts';
import { modeFeatures, nearMode, prominenceFeatures, typeFeatures } from './type-features.ts';
import type { Classification, Prominence, Trigger } from './types.ts';

/** Which words are events, of which type and mode, and which a timeline should show. */
export interface EventReader {
  /** `views`: those of `reading`, where the caller has them already. */
  findTriggers(reading: Reading, views?: readonly SentenceView[]): Trigger[];
  classify(trigger: Trigger, view: SentenceView): Classification;
  /** `view` is the sentence of the trigger, from `viewSentences`. */
  prominence(event: { trigger: Trigger } & Pick<Classification, 'type' | 'mode'>, view: SentenceView): Prominence;
  /** `relation`: where the date of the event lies, seen from the publication; absent for an event without a date. */
  status(trigger: Trigger, view: SentenceView, relation?: DateRelation): StatusDecision;
  /**
   * Who tells the event, undefined where the document itself does; `acts`: those of the trigger's sentence, from
   * `readSpeech`. The source is a span of the text, perhaps of an earlier sentence; its entity is the caller's to find.
   */
  attribution(trigger: Trigger, view: SentenceView, acts: readonly SpeechAct[]): FoundAttribution | undefined;
}

/** A reader that decides by `models`. */
export function eventReader(models: EventModels): EventReader {
  const yes = (labels: readonly string[]) => labels.indexOf('yes');
  const screenYes = yes(models.screen.labels);
  const triggerYes = yes(models.trigger.labels);
  const prominentYes = yes(models.prominence.labels);
  const modeOf = (view: SentenceView, i: number): string =>
    lookUp(view, i)?.mode ?? nearMode(view, i) ?? models.mode.best(modeFeatures(view, i)).label;
  return {
    findTriggers: (reading, views = viewSentences(reading)) =>
      views.flatMap((view) => {
        const found: Trigger[] = [];
        for (let i = 0; i < view.tokens.length; i++) {
          if (!isCandidate(view, i)) continue;
          if (
            view.lemmas[i]!.curated === 0 &&
            models.screen.probabilities(screenFeatures(view, i))[screenYes]! < models.screenThreshold
          )
            continue;
          const score = models.trigger.probabilities(triggerFeatures(view, i))[triggerYes]!;
          if (score >= models.triggerThreshold || isLikely(view, i, score)) found.push(toTrigger(view, i, score));
        }
        return withoutSupports(found);
      }),
    classify(trigger, view) {
      const i = trigger.token - view.sentence.firstToken;
      const { label, probability } = bestType(models.type, view, i);
      const mode = label === 'CONSULT' ? modeOf(view, i) : 'none';
      return {
        type: label as EventType,
        ...(mode !== 'none' && { mode: mode as EventMode }),
        // Explanations are worked out only where somebody asks.
        get explanations() {
          return [`type ${label} from "${trigger.lemma}" and the words about it (${probability.toFixed(2)})`];
        },
      };
    },
    prominence({ trigger, type, mode }, view) {
      const features = prominenceFeatures(view, trigger.token - view.sentence.firstToken, type, mode);
      const score = models.prominence.probabilities(features)[prominentYes]!;
      const prominent = score >= models.prominenceThreshold;
      return {
        prominent,
        score,
        get why() {
          return `${prominent ? 'prominent' : 'background'} (${score.toFixed(2)})`;
        },
      };
    },
    status: (trigger, view, relation) => decideStatus(models.status, trigger, view, relation),
    attribution: (trigger, view, acts) =>
      decideAttribution(
        models.attribution,
        models.attributionThreshold,
        view,
        trigger.token - view.sentence.firstToken,
        acts,
      ),
  };
}

/**
 * A verb of the curated lexicon hardly ever is no event, still less with the object that an entry names; a light verb is
 * one only with it. Chosen out of fold.
 */
const SURE = 0.1;
const SURE_WITH_OBJECT = 0.01;
function isLikely(view: SentenceView, i: number, score: number): boolean {
  if (view.tokens[i]!.pos !== 'VERB') return false;
  const { curated, light } = view.lemmas[i]!;
  if (score >= SURE && curated !== 0 && !light) return true;
  return score >= SURE_WITH_OBJECT && lookUp(view, i)?.entry.includes(' ') === true;
}

/** "Held" in "held talks" says nothing that the talks do not. */
function withoutSupports(triggers: readonly Trigger[]): Trigger[] {
  const supports = new Set(triggers.map(({ support }) => support));
  return triggers.filter(({ token }) => !supports.has(token));
}

/** How much more likely a type is where the curated lexicon names it; chosen out of fold. */
const LEXICON_ODDS = 3;

function bestType(model: LinearModel, view: SentenceView, i: number): { label: string; probability: number } {
  const scores = model.probabilities(typeFeatures(view, i).all);
  const curated = lookUp(view, i)?.type;
  const { labels } = model;
  let sum = 0;
  let at = 0;
  for (let k = 0; k < labels.length; k++) {
    if (labels[k] === curated) scores[k]! *= LEXICON_ODDS;
    sum += scores[k]!;
    if (scores[k]! > scores[at]!) at = k;
  }
  return { label: model.labels[at]!, probability: scores[at]! / sum };
}

function toTrigger(view: SentenceView, i: number, score: number): Trigger {
  const { index, pos } = view.tokens[i]!;
  const lemma = lemmaOf(view.tokens[i]!);
  const kind = pos === 'NOUN' || pos === 'PROPN' ? 'noun' : pos === 'ADJ' ? 'adjective' : 'verb';
  const support = kind === 'noun' ? findSupport(view, i) : -1;
  return { token: index, lemma, kind, score, ...(support >= 0 && { support: view.tokens[support]!.index }) };
}

let shipped: EventReader | undefined;
/** The reader with the models that ship, read once. */
export function defaultReader(): EventReader {
  shipped ??= eventReader(readModels());
  return shipped;
}
