import type { Phrase } from '../noun-phrases.ts';
import { baseOf, gerund, participle, third } from './english.ts';
import { factsOf } from './facts.ts';
import type { TitleMaking } from './naming.ts';
import { touching } from './naming.ts';
import { completed, telling } from './words.ts';

export type Form = 'present' | 'infinitive' | 'gerund';

/** "defended and backed the monarch": verbs joined share what follows the last. */
export function afterVerbs({ structure: { view } }: TitleMaking, verb: number): number {
  const [and, next] = [view.tokens[verb + 1], view.tokens[verb + 2]];
  return and?.pos === 'CCONJ' && next?.pos === 'VERB' && view.groupAt[verb + 2]?.form === view.groupAt[verb]?.form
    ? verb + 3
    : verb + 1;
}

/** Whether a verb says what is done to its subject. */
export function isPassive({ structure }: TitleMaking, verb: number): boolean {
  const { view, clauses, phrases } = structure;
  const { tokens } = view;
  const voice = clauses.voice[verb];
  const group = view.groupAt[verb];
  const helped = tokens.slice(clauses.group[verb], verb).some(({ pos }) => pos === 'AUX');
  let next = verb + 1;
  while (next < verb + 5 && (tokens[next]?.pos === 'ADV' || tokens[next]?.pos === 'DET')) next++;
  const by = tokens[next]?.lower === 'by' || (tokens[next]?.pos === 'ADP' && tokens[next + 1]?.lower === 'by');
  const { lower } = tokens[verb]!;
  if (!helped && by && (voice !== 'active' || participle(lower) === lower)) return true;
  const p = clauses.phraseAt[next];
  const object = p !== undefined && p >= 0 && phrases[p]!.preposition === '';
  if (group === undefined) return voice === 'passive' || (tokens[verb - 1]?.pos === 'AUX' && /(?:ed|en)$/.test(lower));
  if (helped) return group.voice === 'passive';
  const beside = adjacent(structure, verb);
  const subject = beside >= 0 ? beside : clauses.subject[verb]!;
  if (object || subject < 0) return false;
  const close = beside >= 0 && (tokens[next]?.pos === 'ADP' || timed(structure, next)) && /(?:ed|n)$/.test(lower);
  if (voice !== 'reduced' && !close) return false;
  // "the list released on Friday is long": the subject has a verb of its own.
  const main = factsOf(structure).verbOf.get(subject) ?? -1;
  const joins = main > verb && !tokens.slice(verb, main).some(({ text }) => text === ',');
  return joins || objectLike(structure, phrases[subject]!);
}

/** The phrase that ends right before a verb, adverbs apart; -1 without one. */
export function adjacent({ clauses, view }: TitleMaking['structure'], before: number): number {
  let last = before;
  while (last > before - 4 && view.tokens[last - 1]?.pos === 'ADV') last--;
  return last > 0 ? clauses.phraseAt[last - 1]! : -1;
}

const timed = (structure: TitleMaking['structure'], i: number): boolean => factsOf(structure).timeEnd[i]! > i;

/** Whether a verb stands before a phrase in its own clause. */
export const objectLike = ({ clauses, view }: TitleMaking['structure'], phrase: Phrase): boolean => {
  const { verbs, clause } = clauses;
  for (let i = phrase.first - 1; i >= 0 && i > phrase.first - 12; i--) {
    if (clause[i + 1] !== clause[i]) return false;
    // "an estimated 8,000"
    if (verbs[i + 1] !== verbs[i] && view.tokens[i - 1]?.pos !== 'DET' && !touching(view, i))
      return !telling.has(baseOf(view.tokens[i]!));
  }
  return false;
};

/** Facts stand in the present, plans in the infinitive, what is not said to be a fact in the gerund. */
export function formOf({ structure: { view }, status }: TitleMaking, verb: number): Form {
  const group = view.groupAt[verb];
  // What is told in the past has been done, whatever it was for: "they agreed to meet".
  const past = group?.form === 'finite' && group.tense === 'past' && group.modal === undefined;
  if (status === 'planned') return past ? 'present' : 'infinitive';
  if (group?.negated && status === 'denied') return 'present';
  if (status === 'hypothetical' || status === 'cancelled' || status === 'denied') return 'gerund';
  return group?.form === 'gerund' && completed.has(group.preposition ?? '') ? 'gerund' : 'present';
}

export const negated = ({ structure: { view }, status }: TitleMaking, verb: number): boolean =>
  view.groupAt[verb]?.negated === true && status === 'denied';

/** The verb of a title: "visits", "to visit", "visiting", "does not visit", "elected". */
export function inflect(
  base: string,
  own: string,
  form: Form,
  passive: boolean,
  plural: boolean,
  not: boolean,
): string {
  if (passive) {
    const done = own.endsWith('ing') ? participle(base) : own;
    return form === 'infinitive' ? `to be ${done}` : not ? `not ${done}` : done;
  }
  if (form === 'infinitive') return `to ${base}`;
  if (form === 'gerund') return gerund(base);
  if (not) return `${plural ? 'do' : 'does'} not ${base}`;
  return plural ? base : third(base);
}

/** The number of the subject where the form of the verb shows it. */
export function numberOf(
  { structure: { view, clauses } }: TitleMaking,
  verb: number,
): 'singular' | 'plural' | undefined {
  const first = view.tokens[clauses.group[verb]!]!;
  if (first.pos === 'AUX' && /^(?:is|was|has|does)$/.test(first.lower)) return 'singular';
  if (first.pos === 'AUX' && /^(?:are|were|have|do)$/.test(first.lower)) return 'plural';
  const group = view.groupAt[verb];
  if (group?.form !== 'finite' || group.tense !== 'present' || clauses.group[verb] !== verb) return undefined;
  const base = baseOf(first);
  if (participle(base) === base) return undefined;
  return first.lower === base ? 'plural' : first.lower.endsWith('s') ? 'singular' : undefined;
}
