import type { TimeExpression } from '../../../schemas/extraction.ts';
import type { Phrase } from '../noun-phrases.ts';
import type { ReadSentence } from '../structure.ts';
import { adverbs, backshift, links, particles } from './words.ts';

export const RELATIVE = /^(?:who|which|whom|whose|what|where|when|why|how|that)$/;

export interface Facts {
  /** Where the temporal expression that begins at a token ends; 0 without one. */
  readonly timeEnd: Int32Array;
  /** The temporal expressions by their first tokens. */
  readonly timeAt: ReadonlyMap<number, TimeExpression>;
  /** The first verb each phrase is the direct subject of. */
  readonly verbOf: ReadonlyMap<number, number>;
  /** Phrases that are subjects. */
  readonly subjects: ReadonlySet<number>;
}
const facts = new WeakMap<ReadSentence, Facts>();

/** What is worth counting once a sentence. */
export function factsOf(structure: ReadSentence): Facts {
  const known = facts.get(structure);
  if (known) return known;
  const { clauses, times: expressions, view } = structure;
  const timeEnd = new Int32Array(view.tokens.length + 1);
  for (const { first, last } of expressions) timeEnd[first] = last;
  const verbOf = new Map<number, number>();
  clauses.subject.forEach((subject, verb) => {
    const direct = clauses.subjectKind[verb] === 'direct';
    if (subject >= 0 && direct && !verbOf.has(subject)) verbOf.set(subject, verb);
  });
  const timeAt = new Map(expressions.map(({ first, time }) => [first, time]));
  const made = { timeEnd, timeAt, verbOf, subjects: new Set(clauses.subject) };
  facts.set(structure, made);
  return made;
}

/** The end of a group that begins with an auxiliary after a phrase and what belongs to it: "is not". */
export function copulaOf({ view, clauses, phrases }: ReadSentence, { last }: Phrase): number | undefined {
  for (let i = last; i < last + 12 && i < view.tokens.length; i++) {
    const p = clauses.phraseAt[i]!;
    const { pos, lower } = view.tokens[i]!;
    if (pos === 'AUX') {
      let end = i;
      for (let j = i; j < i + 5 && /^(?:AUX|VERB|PART|ADV)$/.test(view.tokens[j]?.pos ?? ''); j++)
        if (view.tokens[j]!.pos !== 'ADV' || view.tokens[j]!.lower === 'not') end = j;
      return end;
    }
    const linked = p >= 0 ? phrases[p]!.preposition !== '' : (pos === 'ADP' && links.has(lower)) || pos === 'DET';
    if (!linked) return undefined;
  }
  return undefined;
}

/** Whether nothing parts a phrase from the verb it is the subject of. */
export function adjoins(structure: ReadSentence, { last }: Phrase, verb: number): boolean {
  const { view } = structure;
  const group = groupOf(structure, verb);
  for (let i = last; i < group; i++) {
    const { pos, text, lower } = view.tokens[i]!;
    if (text === ',' || pos === 'SCONJ' || RELATIVE.test(lower)) return false;
  }
  return true;
}

/** The first token of the group that ends in a verb, or in an auxiliary alone. */
export function groupOf({ view, clauses }: ReadSentence, verb: number): number {
  if (clauses.verbs[verb + 1] !== clauses.verbs[verb]) return clauses.group[verb]!;
  let first = verb;
  while (first > verb - 8 && first > 0 && /^(?:AUX|VERB|PART|ADV)$/.test(view.tokens[first - 1]!.pos)) first--;
  return first;
}

/**
 * The words of a verb group without adverbs; `past`: reported in the past, so its tense goes back to that of its own time.
 * `plural` is the number of its subject, which "had" does not show.
 */
export function verbWords(
  { view }: ReadSentence,
  group: number,
  verb: number,
  past: boolean,
  plural: boolean,
): string | undefined {
  if (verb - group > 6) return undefined;
  let text = '';
  for (let i = group; i <= verb; i++) {
    const { pos, lower, start } = view.tokens[i]!;
    if (pos === 'ADV' && i < verb && lower !== 'not') continue;
    if (past && i === group && group < verb && /^(?:was|were)$/.test(lower) && view.groupAt[verb]?.voice === 'passive')
      continue;
    const shifted = past && i === group ? (backshift.get(lower) ?? lower) : lower;
    const spaced = text !== '' && view.tokens[i - 1]!.end < start;
    text += (spaced || (text !== '' && pos !== 'PART') ? ' ' : '') + (shifted === 'has' && plural ? 'have' : shifted);
  }
  return text;
}

/** "NATO forces" of "Afghan and NATO forces have": the phrase that the verb of a list stands next to. */
export function lastJoined(structure: ReadSentence, phrase: Phrase): Phrase {
  const { phrases, view } = structure;
  let before = phrase;
  let last = phrase;
  for (let p = phrase.index + 1; p < phrases.length && p < phrase.index + 12; p++) {
    const next = phrases[p]!;
    if (next.modifies !== undefined) continue;
    if (next.conjunct !== before.index) break;
    if (view.tokens.slice(before.last, next.first).some(({ pos }) => pos === 'CCONJ')) last = next;
    before = next;
  }
  return factsOf(structure).verbOf.has(last.index) ? last : phrase;
}

/** Whether nothing or only a time follows. */
export function endsAt(structure: ReadSentence, i: number): boolean {
  const { tokens } = structure.view;
  const { timeEnd } = factsOf(structure);
  const timed = (at: number): boolean => timeEnd[at]! > at;
  return (
    tokens[i] === undefined || tokens[i]!.pos === 'PUNCT' || timed(i) || (tokens[i]!.pos === 'ADP' && timed(i + 1))
  );
}

/** "as" before a phrase that does nothing: "elected as president". */
export function leads(structure: ReadSentence, i: number): boolean {
  const { clauses, phrases, view } = structure;
  const { timeEnd, verbOf } = factsOf(structure);
  for (let j = i + 1; j < i + 3 && j < view.tokens.length; j++) {
    const p = clauses.phraseAt[j]!;
    if (view.tokens[j]!.pos === 'VERB' && p < 0) return false;
    if (p < 0) continue;
    const after = view.tokens[phrases[p]!.last]?.pos;
    return !verbOf.has(p) && timeEnd[j] === 0 && after !== 'VERB' && after !== 'AUX';
  }
  return false;
}

/** The token after quotation marks or an aside in brackets; -1 at any other mark. */
export function afterMark({ view }: ReadSentence, i: number): number {
  const { tokens } = view;
  const { text } = tokens[i]!;
  if (/^["“”'‘’]$/.test(text)) return i + 1;
  if (text !== '(' && text !== '[') return -1;
  for (let j = i + 1; j < i + 8 && j < tokens.length; j++) if (/^[)\]]$/.test(tokens[j]!.text)) return j + 1;
  return -1;
}

/** Adverbs that matter anywhere, and particles right after their verb. */
export function keeps({ view }: ReadSentence, i: number): boolean {
  const { tokens } = view;
  const { lower } = tokens[i]!;
  return adverbs.has(lower) || (particles.has(lower) && tokens[i - 1]?.pos === 'VERB');
}
