import type { EntityType } from '../../schemas/extraction.ts';
import type { Token } from '../text/types.ts';
import { storyStart } from './dateline.ts';
import type { SentenceView } from './features.ts';

/** A noun phrase without what follows its head: "five suspected insurgents", "Putin", "he". Tokens count from the sentence. */
export interface Phrase {
  readonly index: number;
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  /** The token that stands for it: the last of the name or of the nouns. */
  readonly head: number;
  readonly kind: 'name' | 'noun' | 'pronoun' | 'number';
  /** Of the name that heads it, or of the first name among the words before the head. */
  readonly name: EntityType | undefined;
  /** The word that governs it ("with"), '' without. */
  readonly preposition: string;
  /** Where that word stands, or -1. */
  readonly prepositionAt: number;
  /** "Tillerson's" in "Tillerson's visit". */
  readonly possessive: boolean;
  /** A name among the words before the head of a larger phrase: "EU" in "EU sanctions"; its index is that of the larger one in `of`. */
  readonly modifies: number | undefined;
  /** The phrase it is joined to by "and", "or" or a comma of a list. */
  readonly conjunct: number | undefined;
}

export type NameSpan = { readonly first: number; readonly last: number; readonly type: EntityType };

const DETERMINERS = new Set('the a an this that these those some any all both each every no another'.split(' '));
const POSSESSIVES = new Set('his her its their our your my whose'.split(' '));
const RELATIVES = new Set('who which that whom what where'.split(' '));

/**
 * Base noun phrases of a sentence from left to right; a name inside one follows it as a phrase of its own.
 * `names` are the names of the sentence in order, `timed` tells the tokens of temporal expressions. Linear.
 */
export function findPhrases(view: SentenceView, names: readonly NameSpan[], timed: readonly boolean[]): Phrase[] {
  const { tokens } = view;
  const phrases: Phrase[] = [];
  let next = 0;
  for (let i = storyStart(view); i < tokens.length; ) {
    while (next < names.length && names[next]!.last <= i) next++;
    const token = tokens[i]!;
    if (token.pos === 'PRON' && !POSSESSIVES.has(token.lower) && names[next]?.first !== i) {
      if (!RELATIVES.has(token.lower) && token.lower !== 'there') addPhrase(view, phrases, i, i + 1, names, next);
      i++;
      continue;
    }
    let end = i;
    while (end < tokens.length && continues(view, i, end, timed)) end++;
    if (end > i) addPhrase(view, phrases, i, end, names, next);
    i = Math.max(end, i + 1);
  }
  return phrases;
}

function continues(view: SentenceView, first: number, i: number, timed: readonly boolean[]): boolean {
  const { tokens, names } = view;
  if (timed[i]) return false;
  if (names[i] !== undefined) return true;
  const { pos, lower, text } = tokens[i]!;
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'SYM') return true;
  if (pos === 'NUM') return /\d|[a-z]/.test(lower);
  if (pos === 'DET' || (pos === 'PRON' && POSSESSIVES.has(lower))) return i === first || tokens[i - 1]!.pos === 'DET';
  if (pos === 'ADJ' && i > first && tokens[i - 1]!.pos === 'NOUN' && !isNominal(tokens[i + 1])) return false;
  if (pos === 'ADJ') return true;
  if (text === '-' || text === '–') return i > first && touches(tokens, i);
  // A participle before a noun ("suspected insurgents") belongs to it, unless it has the noun as its object.
  if (pos === 'VERB')
    return (
      i > first &&
      /(?:ed|ing|en)$/.test(lower) &&
      !isNoun(tokens[i - 1]) &&
      isNoun(tokens[i + 1]) &&
      view.names[i - 1] === undefined
    );
  return false;
}

const isNoun = (token: Token | undefined): boolean => token?.pos === 'NOUN' || token?.pos === 'PROPN';
const isNominal = (token: Token | undefined): boolean => isNoun(token) || token?.pos === 'ADJ';
const touches = (tokens: readonly Token[], i: number): boolean =>
  tokens[i - 1]?.end === tokens[i]!.start && tokens[i + 1]?.start === tokens[i]!.end;

function addPhrase(
  view: SentenceView,
  phrases: Phrase[],
  from: number,
  end: number,
  names: readonly NameSpan[],
  next: number,
): void {
  const { tokens } = view;
  let first = from;
  let last = end;
  while (first < last - 1 && (DETERMINERS.has(tokens[first]!.lower) || POSSESSIVES.has(tokens[first]!.lower))) first++;
  while (last > first + 1 && !isHead(view, last - 1)) last--;
  if (last <= first || !isHead(view, last - 1)) return;
  let inside = 0;
  let initial: NameSpan | undefined;
  let final: NameSpan | undefined;
  for (let n = next; n < names.length && names[n]!.first < last; n++) {
    if (names[n]!.last <= first) continue;
    if (inside++ === 0) initial = names[n]!;
    final = names[n]!;
  }
  const headed = final !== undefined && final.last >= last;
  const prepositionAt = governing(tokens, from);
  const preposition = prepositionAt < 0 ? '' : tokens[prepositionAt]!.lower;
  const { pos } = tokens[last - 1]!;
  const index = phrases.length;
  // Every phrase has the same fields in the same order: objects of one shape are quick to make and to read.
  phrases.push({
    index,
    first: headed && final!.type !== 'people' ? Math.max(first, final!.first) : first,
    last,
    head: last - 1,
    kind: headed ? 'name' : pos === 'PRON' ? 'pronoun' : pos === 'NUM' ? 'number' : 'noun',
    name: headed ? final!.type : initial?.type,
    preposition,
    prepositionAt,
    possessive: isPossessive(tokens[last]),
    modifies: undefined,
    conjunct: joined(view, phrases, from),
  });
  const addInner = (first: number, last: number, kind: Phrase['kind'], name?: EntityType): void => {
    phrases.push({
      index: phrases.length,
      first,
      last,
      head: last - 1,
      kind,
      name,
      preposition,
      prepositionAt,
      possessive: kind === 'pronoun',
      modifies: index,
      conjunct: undefined,
    });
  };
  const owner = tokens[from]!;
  if (owner.pos === 'PRON' && POSSESSIVES.has(owner.lower) && from < first) addInner(from, from + 1, 'pronoun');
  for (let i = first; !headed && i < last - 1; i++)
    if (tokens[i]!.pos === 'NOUN' && view.names[i] === undefined) addInner(i, i + 1, 'noun');
  // "Russian Foreign Minister Sergey Lavrov": what stands before a person's name describes him.
  if (inside === 0 || (headed && final!.type === 'person')) return;
  for (let n = next; n < names.length && names[n]!.first < last; n++) {
    const name = names[n]!;
    if (name.last > first && !(name === final && headed)) addInner(name.first, name.last, 'name', name.type);
  }
}

const isPossessive = (token: Token | undefined): boolean => {
  if (token?.pos !== 'PART') return false;
  const { text } = token;
  return text === "'s" || text === '’s' || text === "'" || text === '’';
};

const isHead = (view: SentenceView, i: number): boolean => {
  const { pos, lower } = view.tokens[i]!;
  return (
    view.names[i] !== undefined ||
    pos === 'NOUN' ||
    pos === 'PROPN' ||
    pos === 'PRON' ||
    (pos === 'NUM' && /[a-z\d]/.test(lower)) ||
    pos === 'ADJ'
  );
};

/** The preposition before a phrase, over adverbs and quotation marks: "at least 12 people" has none. */
function governing(tokens: readonly Token[], from: number): number {
  let i = from - 1;
  for (let n = 0; n < 2 && i >= 0 && (tokens[i]!.pos === 'ADV' || /^["“”'‘]$/.test(tokens[i]!.text)); n++) i--;
  const before = tokens[i];
  if (before === undefined || (before.pos !== 'ADP' && before.lower !== 'to' && before.lower !== 'than')) return -1;
  return i;
}

/** The phrase that ends where a conjunction or a comma before `from` begins. */
function joined(view: SentenceView, phrases: readonly Phrase[], from: number): number | undefined {
  let at = from - 1;
  const { tokens } = view;
  if (tokens[at]?.lower === 'both') at--;
  const cc = tokens[at]?.pos === 'CCONJ' || tokens[at]?.text === '&';
  if (!cc && tokens[at]?.text !== ',') return undefined;
  if (cc && tokens[at - 1]?.text === ',') at--;
  let p = phrases.length - 1;
  while (p > 0 && phrases[p]!.modifies !== undefined) p--;
  return phrases[p]?.last === at ? p : undefined;
}
