import type { EventStatus } from '../../schemas/extraction.ts';
import { readData } from '../data.ts';
import type { LinearModel } from '../learn/linear.ts';
import type { SentenceView } from './features.ts';
import { classAt, type Governor, governorsOf } from './governors.ts';
import type { Trigger } from './types.ts';
import type { VerbGroup } from './verb-groups.ts';
import { settled, veridicality } from './veridicality.ts';
import { groupOf, nounClasses, verbClasses } from './words.ts';

export interface StatusDecision {
  readonly status: EventStatus;
  /** Probability the model gave it, 0 to 1. */
  readonly confidence: number;
  readonly explanation: string;
}

/** Where the date of an event lies, seen from the publication: what the caller knows from the times. */
export type DateRelation = 'before' | 'same' | 'after';

const cues: ReadonlyMap<string, string> = new Map(
  Object.entries(readData<Readonly<Record<string, string>>>('en/events/statuscues.json'))
    .filter(([name]) => name !== 'subordinate')
    .flatMap(([name, words]) => words.split(' ').map((word) => [word, name] as const)),
);

/** Tense, aspect, voice, negation and modal of a group, in a few letters. */
function shape(group: VerbGroup | undefined): string {
  if (group === undefined) return '-';
  const { form, tense, perfect, progressive, negated, modal } = group;
  const time = form === 'finite' ? tense : form;
  return `${time}${perfect ? '+perf' : ''}${progressive ? '+prog' : ''}${negated ? '+not' : ''}${modal ? `+${modal}` : ''}`;
}

/** The shape in one letter or two: what tells real from unreal, planned from past. */
function coarse(group: VerbGroup | undefined): string {
  if (group === undefined) return '-';
  const { form, tense, perfect, progressive, negated, modal } = group;
  const not = negated ? '!' : '';
  if (form !== 'finite') return `${form.slice(0, 1)}${not}`;
  if (tense === 'future') return `F${not}`;
  if (modal !== undefined) return `M${not}`;
  if (tense === 'past' || perfect) return `P${not}`;
  return `${progressive ? 'G' : 'N'}${not}`;
}

/** How far about a trigger single words count. */
const NEAR = 4;

/** Features of trigger `i` (counted from the start of its sentence) for its status. */
export function statusFeatures(view: SentenceView, i: number, support = -1): string[] {
  const { tokens, groupAt } = view;
  const { lemma, pos, lower } = tokens[i]!;
  const kind = groupAt[i] !== undefined ? 'verb' : pos === 'NOUN' || pos === 'PROPN' ? 'noun' : 'other';
  const features = [`l=${lemma}`, `w=${lower}`, `kind=${kind}`];
  const own = groupAt[i] ?? (support >= 0 ? groupAt[support] : undefined);
  const form = coarse(own);
  features.push(`0s=${shape(own)}`, `0f=${kind}/${form}`, `0v=${form}/${own?.voice}`, `0l=${form}/${lemma}`);
  if (own?.modal) features.push(`modal=${own.modal}`);
  const path = governorsOf(view, support >= 0 ? support : i);
  let trail = form;
  path.forEach(({ at, relation }, level) => {
    const { lemma: word } = tokens[at]!;
    const kindOf = classAt(view, at);
    const above = coarse(groupAt[at]);
    const link = `${relation}/${kindOf}`;
    features.push(
      `${level}rc=${link}`,
      `${level}l=${word}`,
      `${level}rl=${relation}/${word}`,
      `${level}a=${relation}/${shape(groupAt[at])}`,
    );
    features.push(
      `${level}c=${kindOf}/${above}/${form}`,
      `${level}rca=${link}/${above}`,
      `${level}ra=${relation}/${above}/${form}`,
    );
    trail += `<${kindOf}/${above}`;
    features.push(`trail=${trail}`);
    if (groupAt[at]?.modal) features.push(`modalabove=${groupAt[at]?.modal}`);
  });
  addFirst(features, view, path, form);
  const no = negations(view, i, own);
  features.push(...no);
  const grammar = veridicality(view, own, path, no.includes('no')).status;
  features.push(`g=${grammar}`, `g=${grammar}/${kind}`, `g=${grammar}/${form}`, `g=${grammar}/${path[0]?.relation}`);
  const word = kind === 'verb' ? verbClasses.get(lemma) : nounClasses.get(lemma);
  features.push(`depth=${path.length}`, `n=${kind}/${word}`, `nf=${form}/${word}`, `kg=${groupOf(lower)}`);
  addWords(features, view, i, kind);
  return features;
}

/** "no casualties", "no one claimed", "gave no reason": negation that stands in a noun phrase. */
function negations(view: SentenceView, i: number, own: VerbGroup | undefined): string[] {
  const features: string[] = [];
  const { tokens, sentence } = view;
  const none = (j: number): boolean => tokens[j] !== undefined && cues.get(tokens[j]!.lower) === 'none';
  if (own?.negated) features.push('not');
  if (own === undefined || own.head - sentence.firstToken !== i) {
    for (let j = i - 1; j >= 0 && j >= i - 3; j--) {
      if (none(j)) features.push('no');
      if (tokens[j]!.lower === 'any') features.push('any');
      if (tokens[j]!.pos === 'VERB' || tokens[j]!.pos === 'ADP' || tokens[j]!.pos === 'PUNCT') break;
    }
    return features;
  }
  for (let j = own.first - sentence.firstToken - 1, n = 0; j >= 0 && n < 10; j--, n++) {
    if (none(j)) features.push('nosubject', 'no');
    if (tokens[j]!.pos === 'VERB' || tokens[j]!.pos === 'PUNCT' || tokens[j]!.lower === 'that') break;
  }
  if (none(i + 1)) features.push('noobject', 'no');
  return features;
}

/** Words that pass the status of what is above them through: "says", "helps", "reports of". */
const TRANSPARENT = new Set(['-', 'say', 'confirm', 'cause', 'begin', 'justify']);

/** The nearest word above that changes the status, and whether all the verbs on the way are real. */
function addFirst(features: string[], view: SentenceView, path: readonly Governor[], own: string): void {
  const { tokens, groupAt } = view;
  let doubt = '';
  for (const { at, relation } of path) {
    const group = groupAt[at];
    const kind = classAt(view, at);
    doubt += coarse(group).replace(/^[PNGgp-]/, '');
    if (relation === 'if' || relation === 'unless' || relation === 'whether') doubt += 'if ';
    if (TRANSPARENT.has(kind)) continue;
    const tense = group?.tense ?? 'noun';
    features.push(
      `first=${kind}`,
      `first=${kind}/${tense}`,
      `first=${kind}/${own}`,
      `firstl=${tokens[at]!.lemma}`,
      `firstd=${doubt}${kind}`,
    );
    return;
  }
  features.push(`first=-/${doubt}`, `first=-/${doubt}/${own}`);
}

function addWords(features: string[], view: SentenceView, i: number, kind: string): void {
  const { tokens } = view;
  for (let j = Math.max(0, i - NEAR); j <= Math.min(tokens.length - 1, i + NEAR); j++) {
    if (j === i) continue;
    const { lemma, lower } = tokens[j]!;
    const side = j < i ? 'a' : 'b';
    const cue = cues.get(lower);
    if (cue !== undefined) features.push(`cue=${cue}`, `${side}cue=${cue}`, `${kind}${side}cue=${cue}`);
    if (Math.abs(j - i) <= 2) features.push(`${j - i}=${view.names[j] ?? lemma}`, `${j - i}p=${tokens[j]!.pos}`);
  }
  const wide = new Set<string>();
  for (let j = Math.max(0, i - 12); j <= Math.min(tokens.length - 1, i + 12); j++) {
    const { lower } = tokens[j]!;
    const cue = cues.get(lower);
    if (cue !== undefined) wide.add(`wide=${cue}`);
    if (lower === 'if' || lower === 'unless' || lower === 'whether' || lower === 'would') wide.add(`wide=${lower}`);
  }
  features.push(...wide);
  if (view.sentence.headline) features.push(`headline/${shape(view.groupAt[i])}`);
  if (view.inQuotes[i]) features.push('quoted');
  if (view.timed) features.push(`timed/${shape(view.groupAt[i])}`);
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
  const certain = settled(view, own, path);
  const off = label === 'denied' && path[0] !== undefined && classAt(view, path[0].at) === 'cancel';
  const status = certain ?? (off ? 'cancelled' : (label as EventStatus));
  const confidence = certain === undefined || certain === label ? probability : 1 - probability;
  if (relation === 'after' && (status === 'happened' || status === 'ongoing' || status === 'unknown'))
    return { status: 'planned', confidence, explanation: 'planned: its date lies after the publication' };
  return { status, confidence, explanation: `${status}: ${reasons(view, own, path)} (${confidence.toFixed(2)})` };
}

function reasons(view: SentenceView, own: VerbGroup | undefined, path: readonly Governor[]): string {
  const above = path.map(({ at, relation }) => `${relation} of "${view.tokens[at]!.text}"`);
  return [own === undefined ? 'no verb of its own' : shape(own), ...above].join(', ');
}
