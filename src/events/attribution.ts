import type { Attribution } from '../../schemas/extraction.ts';
import type { LinearModel } from '../learn/linear.ts';
import type { Span } from '../text/types.ts';
import { attributionFeatures } from './attribution-features.ts';
import type { SentenceView } from './features.ts';
import { classAt, type Governor, governorsOf } from './governors.ts';
import type { SpeechAct } from './speech.ts';

export type FoundAttribution = Omit<Attribution, 'entity'> & {
  readonly confidence: number;
  /** The name a pronoun stands for, as a span of the text. */
  readonly antecedent?: Span & { readonly text: string };
};

/** How many acts are weighed for an event. */
const NEAREST = 5;

/** The acts that may tell event `i`, nearest first, of acts in the order of their cues. An event never tells itself. */
export function candidatesFor(acts: readonly SpeechAct[], i: number): SpeechAct[] {
  let low = 0;
  let high = acts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (acts[middle]!.cue < i) low = middle + 1;
    else high = middle;
  }
  const near = acts.slice(Math.max(0, low - NEAREST), low + NEAREST + 1);
  const nearest = near
    .filter(({ cue }) => cue !== i)
    .sort((a, b) => Math.abs(a.cue - i) - Math.abs(b.cue - i))
    .slice(0, NEAREST);
  // A quotation that goes on counts from every distance.
  return acts[0]?.form === 'carried' && !nearest.includes(acts[0]) ? [acts[0], ...nearest] : nearest;
}

/**
 * Who reports event `i` of a sentence, or undefined where the document does: the likeliest of the speech acts near it
 * (candidates and features after O'Keefe et al. 2012, a decision for each pair instead of a sequence).
 */
export function decideAttribution(
  model: LinearModel,
  threshold: number,
  view: SentenceView,
  i: number,
  acts: readonly SpeechAct[],
): FoundAttribution | undefined {
  const candidates = candidatesFor(acts, i);
  if (candidates.length === 0) return undefined;
  const path = governorsOf(view, i);
  const yes = model.labels.indexOf('yes');
  let best: { act: SpeechAct; confidence: number } | undefined;
  candidates.forEach((act, rank) => {
    if (best?.confidence === 1) return;
    if (tells(view, i, act) || denies(view, path, act)) {
      best = { act, confidence: 1 };
      return;
    }
    const confidence = model.probabilities(attributionFeatures(view, i, path, act, rank))[yes]!;
    if (confidence >= (best?.confidence ?? threshold)) best = { act, confidence };
  });
  if (best === undefined) return undefined;
  const { act, confidence } = best;
  const { text, start, end } = act.source;
  const { antecedent, cueText: cue } = act;
  const kind = kindOf(view, i, act);
  return { text, start, end, cue, kind, confidence, ...(antecedent && { antecedent }) };
}

/** "X dismisses reports of a meeting": the denial of the meeting is X's. */
const denies = (view: SentenceView, path: readonly Governor[], { cue }: SpeechAct): boolean =>
  path.some(({ at }, level) => at === cue && level < 2 && classAt(view, at) === 'deny');

/** Where position alone settles it: a quotation, "…, X said.", and all of a sentence that is "according to X". */
function tells(view: SentenceView, i: number, { form, cue, speaker }: SpeechAct): boolean {
  if (form === 'carried') return view.inQuotes[i]!;
  if (speaker === undefined || (i >= speaker.first && i < speaker.last)) return false;
  if (form === 'headline') return true;
  let first = Math.min(cue, speaker.first);
  while (view.tokens[first - 1]?.pos === 'DET') first--;
  if (view.inQuotes[i] && !view.inQuotes[cue] && (i < first || form !== 'according')) return i > cue || i < first;
  const { tokens } = view;
  const opens =
    form === 'according'
      ? first === 0 || tokens[first - 1]!.text === ','
      : /^[,"”]$/.test(tokens[first - 1]?.text ?? '');
  if (!opens || (form !== 'according' && i > first)) return false;
  const after = tokens[Math.max(cue + 1, speaker.last)];
  return form === 'according' || after === undefined || after.pos === 'PUNCT';
}

/** mixed: the speaker's own words stand in quotation marks in a sentence that tells the rest indirectly. */
function kindOf(view: SentenceView, i: number, { form, cue, source }: SpeechAct): Attribution['kind'] {
  if (form === 'headline') return 'headline';
  const quotedAtOnce = form !== 'before' || i < cue || view.inQuotes[cue + 1] || view.inQuotes[cue + 2];
  if (view.inQuotes[i]) return quotedAtOnce ? 'direct' : 'mixed';
  if (source.document) return 'document';
  return view.quotes && form !== 'carried' ? 'mixed' : 'indirect';
}
