import type { Token } from '../text/types.ts';
import { chainFrom, GAP, isNominal, isNot, isTo, isVerb, lemmaOf, linkTo, skippable } from './verb-chains.ts';
import { controls, days, formOf, future, infinitiveNouns, modals, unchanging } from './verb-forms.ts';

/** A verb with its auxiliaries: "has not been invited", "to withdraw", "killing". */
export interface VerbGroup {
  /** Index into the text layer's tokens: the verb that carries the meaning, or the copula where there is no other. */
  readonly head: number;
  /** Index of its first word: the first auxiliary, the "to" of an infinitive, or the head itself. */
  readonly first: number;
  /** finite: has a tense of its own; participle: "a bomb planted by rebels", "killed in 1999, he …". */
  readonly form: 'finite' | 'infinitive' | 'gerund' | 'participle';
  /** future: will, shall, "is going to", "is to". none: a form that takes its time from another verb. */
  readonly tense: 'past' | 'present' | 'future' | 'none';
  readonly perfect: boolean;
  readonly progressive: boolean;
  readonly voice: 'active' | 'passive';
  readonly negated: boolean;
  /** Lemma of the modal, or "be to", "have to", "have yet to", "be going to", "used to". */
  readonly modal?: string;
  /** Token that governs a form without tense: "threatened" and "plan" in "threatened to leave", "plan to leave". */
  readonly governor?: number;
  /** The preposition between governor and gerund: "of" in "accused of killing". */
  readonly preposition?: string;
  /** Head of the group whose auxiliaries it shares: "killed" in "were killed and wounded". */
  readonly sharesWith?: number;
}

type Draft = { -readonly [K in keyof VerbGroup]: VerbGroup[K] };

/** The verb groups of one sentence, in order; `tokens` are the tokens of that sentence. Linear in their number. */
export function verbGroups(tokens: readonly Token[]): VerbGroup[] {
  const groups: Draft[] = [];
  let done = -1;
  for (let i = 0; i < tokens.length; i++) {
    if (i <= done || !isVerb(tokens[i])) continue;
    const chain = chainFrom(tokens, i);
    done = chain.at(-1)!;
    groups.push(describe(tokens, chain, groups.at(-1)));
  }
  return groups;
}

function describe(tokens: readonly Token[], chain: readonly number[], before: Draft | undefined): Draft {
  const [start, head] = [chain[0]!, chain.at(-1)!];
  const infinitive = isTo(tokens[start - 1]) || (isNotWord(tokens[start - 1]) && isTo(tokens[start - 2]));
  const first = infinitive ? (isTo(tokens[start - 1]) ? start - 1 : start - 2) : start;
  const group: Draft = {
    head: tokens[head]!.index,
    first: tokens[first]!.index,
    ...shape(tokens, chain, infinitive),
    negated: negates(tokens, first, head),
  };
  const modal = modalOf(tokens, chain);
  if (modal !== undefined) group.modal = modal;
  if (chain.length === 1 && before !== undefined && !infinitive) share(tokens, head, group, before);
  if (group.form !== 'finite' && group.governor === undefined) govern(tokens, first, group);
  // The future of headlines: "Premier to visit Ankara".
  const subject = tokens[first - 1];
  const heads = infinitive && before === undefined && group.governor === undefined && tokens.at(-1)!.text !== '.';
  if (heads && subject !== undefined && isNominal(subject))
    Object.assign(group, { form: 'finite', tense: 'future', modal: 'be to' });
  return group;
}

const isNotWord = (token: Token | undefined): boolean => token !== undefined && skippable(token);

/** "no longer", "neither … nor" and "not" before the head, from one word before the group on. */
function negates(tokens: readonly Token[], first: number, head: number): boolean {
  for (let j = Math.max(0, first - 1); j < head; j++) {
    const token = tokens[j]!;
    if (isNot(token) || token.lower === 'nor' || (token.lower === 'longer' && tokens[j - 1]?.lower === 'no'))
      return token.lower !== 'not' || tokens[j + 1]?.lower !== 'only';
  }
  const subject = tokens[first - 1];
  return subject?.lower === 'nobody' || subject?.lower === 'none' || subject?.lower === 'nothing';
}

function shape(
  tokens: readonly Token[],
  chain: readonly number[],
  infinitive: boolean,
): Pick<Draft, 'form' | 'tense' | 'perfect' | 'progressive' | 'voice'> {
  const lemmas = chain.map((i) => lemmaOf(tokens[i]!));
  const opening = tokens[chain[0]!]!;
  const head = tokens[chain.at(-1)!]!;
  const headForm = formOf(head);
  const after = lemmas.at(-2);
  const perfect = lemmas.slice(0, -1).some((lemma, k) => lemma === 'have' && !isTo(tokens[chain[k + 1]! - 1]));
  const progressive = chain.slice(1).some((i) => tokens[i]!.lower !== 'going' && formOf(tokens[i]!) === 'ing');
  const passiveForm = headForm === 'either' || headForm === 'participle' || unchanging.has(head.lower);
  const passive = after === 'be' && passiveForm && !isTo(tokens[chain.at(-1)! - 1]);
  const rest = { perfect, progressive, voice: passive ? ('passive' as const) : ('active' as const) };
  if (infinitive) return { form: 'infinitive', tense: 'none', ...rest };
  if (modals.has(opening.lemma))
    return { form: 'finite', tense: future.has(opening.lemma) ? 'future' : 'present', ...rest };
  const toVerb = linkTo(tokens, chain) > 0;
  if (toVerb && (lemmas[0] === 'be' || lemmas[0] === 'have') && lemmas[0] !== head.lemma) {
    const past = formOf(opening) === 'past' || opening.lower === 'had';
    return { form: 'finite', tense: past ? 'past' : lemmas[0] === 'be' ? 'future' : 'present', ...rest };
  }
  const form = formOf(opening);
  if (form === 'ing') return { form: 'gerund', tense: 'none', ...rest };
  if (chain.length === 1 && (form === 'participle' || (form === 'either' && isReduced(tokens, chain[0]!))))
    return { form: 'participle', tense: 'none', ...rest, voice: 'passive' };
  if (form === 'base') return { form: 'finite', tense: barePast(tokens, chain[0]!) ? 'past' : 'present', ...rest };
  return { form: 'finite', tense: form === 'third' ? 'present' : 'past', ...rest };
}

/** "hit", "put" after a singular subject: no third person -s, so the past. */
function barePast(tokens: readonly Token[], at: number): boolean {
  if (!unchanging.has(tokens[at]!.lower)) return false;
  const subject = tokens[at - 1];
  if (subject === undefined) return false;
  return (
    /^(?:he|she|it|which|who|that)$/.test(subject.lower) ||
    ((subject.pos === 'NOUN' || subject.pos === 'PROPN') && subject.lower === subject.lemma)
  );
}

const CLAUSE_BREAK =
  /^(?:that|who|which|whom|whose|where|when|while|as|because|after|before|if|and|but|or|[,;:"“”()–—-])$/;

/**
 * A participle that describes the noun before it: "a bomb planted in the market exploded". Before a by-phrase, or
 * where prepositional phrases alone stand between it and a finite verb. "suspected militants" describes the noun after it.
 */
function isReduced(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (next === undefined) return false;
  if (before === undefined || before.pos === 'PUNCT') return next.pos === 'ADP' && before === undefined;
  const described = next.pos === 'NOUN' || next.pos === 'PROPN' || next.pos === 'ADJ';
  if (before.pos === 'DET' || before.pos === 'ADJ' || /^(?:his|her|its|their)$/.test(before.lower)) return described;
  if (before.pos === 'NUM' && described) return true;
  if (before.pos !== 'NOUN' && before.pos !== 'PROPN' && before.pos !== 'NUM') return false;
  if (next.lower === 'by' || tokens[at + 2]?.lower === 'by') return true;
  if (next.pos !== 'ADP' && next.pos !== 'ADV' && !days.has(next.lower)) return false;
  for (let j = at + 1; j < tokens.length && j <= at + 2 * GAP; j++) {
    const token = tokens[j]!;
    if (isVerb(token)) return formOf(token) !== 'ing' && !isTo(tokens[j - 1]);
    if (token.pos === 'PRON' || CLAUSE_BREAK.test(token.lower)) return false;
  }
  return false;
}

/** A bare verb after "and" takes the auxiliaries of the verb before it, where its form allows. */
function share(tokens: readonly Token[], head: number, group: Draft, before: Draft): void {
  const offset = tokens[0]!.index;
  let j = head - 1;
  while (j > 0 && (skippable(tokens[j]!) || tokens[j]!.lower === 'then')) j--;
  const link = tokens[j];
  if (link === undefined || (link.pos !== 'CCONJ' && link.lower !== ',')) return;
  if (link.pos === 'CCONJ' && tokens[j - 1]?.lower === ',' && before.sharesWith === undefined) return;
  const other = tokens[before.head - offset]!;
  const form = formOf(tokens[head]!);
  const auxiliary = before.first !== before.head;
  const plain = link.lower !== 'but';
  const sameForm =
    formOf(other) === form ||
    (form === 'either' && formOf(other) === 'participle') ||
    (form === 'participle' && formOf(other) === 'either');
  if (!sameForm || (!auxiliary && before.form === 'finite') || (link.lower === ',' && !listed(tokens, head))) return;
  const { tense, perfect, progressive, voice, modal, governor, preposition } = before;
  Object.assign(group, { form: before.form, tense, perfect, progressive, voice, sharesWith: before.head });
  if (plain && before.negated) group.negated = true;
  if (modal !== undefined) group.modal = modal;
  if (governor !== undefined) group.governor = governor;
  if (preposition !== undefined) group.preposition = preposition;
}

/** A comma joins verbs only in a list that an "and" or "or" closes. */
function listed(tokens: readonly Token[], at: number): boolean {
  for (let j = at + 1; j < tokens.length && j <= at + 2 * GAP; j++) if (tokens[j]!.pos === 'CCONJ') return true;
  return false;
}

/** Finds what governs an infinitive or a gerund: the word before it, or the verb of an object that acts. */
function govern(tokens: readonly Token[], first: number, group: Draft): void {
  let j = first - 1;
  while (j >= 0 && skippable(tokens[j]!) && tokens[j]!.lower !== 'so') j--;
  const near = tokens[j];
  if (near === undefined) return;
  if (group.form === 'infinitive') {
    const at = infinitiveGovernor(tokens, j);
    if (at >= 0) group.governor = tokens[at]!.index;
    return;
  }
  if (group.form !== 'gerund') return;
  if (near.pos === 'VERB') group.governor = near.index;
  if (near.pos !== 'ADP' && near.pos !== 'SCONJ') return;
  group.preposition = near.lower;
  for (let k = j - 1; k >= 0 && k >= j - GAP; k--) {
    const token = tokens[k]!;
    if (token.pos === 'PUNCT') return;
    if (token.pos !== 'VERB' && (token.pos !== 'NOUN' || k !== j - 1) && token.pos !== 'ADJ') continue;
    group.governor = token.index;
    return;
  }
}

/** What an infinitive after `at` depends on: "failed to", "a plan to", "urged Iran to", "agreed on Friday to". */
function infinitiveGovernor(tokens: readonly Token[], at: number): number {
  const near = tokens[at]!;
  if (near.pos === 'VERB' || near.pos === 'AUX') return at;
  const verb = verbBefore(tokens, at);
  if (verb >= 0 && controls.has(tokens[verb]!.lemma)) return verb;
  if (near.pos === 'ADJ' || infinitiveNouns.has(near.lemma)) return at;
  return verb;
}

/** The nearest verb before `at` in its clause, -1 without one. */
function verbBefore(tokens: readonly Token[], at: number): number {
  for (let k = at; k >= 0 && k >= at - 2 * GAP; k--) {
    const { pos } = tokens[k]!;
    if (pos === 'VERB') return k;
    if (pos === 'PUNCT' || pos === 'SCONJ') return -1;
  }
  return -1;
}

/** The modal of a group, or the periphrasis that stands for one. */
function modalOf(tokens: readonly Token[], chain: readonly number[]): string | undefined {
  const opening = tokens[chain[0]!]!;
  if (modals.has(opening.lemma)) return opening.lemma;
  const link = linkTo(tokens, chain);
  if (link < 1) return undefined;
  const [before, head] = [chain[link - 1]!, chain[link]!];
  const { lower, lemma } = tokens[before]!;
  if (lower === 'going' || lower === 'used') return lower === 'used' ? 'used to' : 'be going to';
  const yet = tokens.slice(before, head).some((token) => token.lower === 'yet');
  return yet ? `${lemma} yet to` : `${lemma} to`;
}
