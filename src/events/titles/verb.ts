import type { Phrase } from '../noun-phrases.ts';
import { baseOf, gerund, participle, third } from './english.ts';
import { factsOf } from './facts.ts';
import { touching } from './naming.ts';
import type { TitleMaking } from './parts.ts';
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
  if (!helped && tokens[next]?.lower === 'by' && voice !== 'active') return true;
  const p = clauses.phraseAt[next];
  const object = p !== undefined && p >= 0 && phrases[p]!.preposition === '';
  if (group === undefined) return voice === 'passive';
  if (helped) return group.voice === 'passive';
  const subject = clauses.subject[verb]!;
  if (object || subject < 0) return false;
  let from = verb;
  while (from > verb - 4 && tokens[from - 1]?.pos === 'ADV') from--;
  const close = phrases[subject]!.last === from && tokens[next]?.pos === 'ADP' && /(?:ed|n)$/.test(tokens[verb]!.lower);
  if (voice !== 'reduced' && !close) return false;
  // "the list released on Friday is long": the subject has a verb of its own.
  const main = factsOf(structure).verbOf.get(subject) ?? -1;
  const joins = main > verb && !tokens.slice(verb, main).some(({ text }) => text === ',');
  return joins || objectLike(structure, phrases[subject]!);
}

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
  if (status === 'planned') return 'infinitive';
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
