import { readData } from '../data.ts';
import type { Token } from '../text/types.ts';
import type { SentenceView } from './features.ts';

/** A stretch of a sentence's tokens, `last` exclusive, counted from its start. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

const lists = readData<Readonly<Record<string, string>>>('en/events/cues.json');
const words = (name: string): ReadonlySet<string> => new Set(lists[name]!.split(' '));
/** Verbs of saying and of urging, after which somebody answers for what follows. */
export const cueVerbs = words('verbs');
/** Nouns for what is written or published and can be the source of a report. */
export const documentNouns = words('documents');
export const personPronouns = words('persons');
export const speakerPronouns = words('pronouns');
const titles: ReadonlySet<string> = new Set(readData<readonly string[]>('en/names/titles.json'));

const PHRASE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'X', 'SYM']);
const isHead = ({ pos }: Token): boolean => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM';
/** What begins a phrase without belonging to the speaker's name. */
const OPENERS = new Set(["'s", 'what', 'which', 'who', 'such']);
/** How many words a search for a speaker may pass. */
const REACH = 40;

const inPhrase = ({ tokens, names }: SentenceView, j: number): boolean => {
  const token = tokens[j];
  if (token === undefined) return false;
  return (
    names[j] !== undefined ||
    PHRASE.has(token.pos) ||
    token.lower === "'s" ||
    token.lower === "'" ||
    (token.lower === '-' && j > 0)
  );
};

/** The noun phrase that begins at `from`, with the names in it; undefined where none does. */
export function phraseFrom(view: SentenceView, from: number): Phrase | undefined {
  let last = from;
  while (last < view.tokens.length && last - from < REACH && inPhrase(view, last)) last++;
  return core(view, from, last);
}

/**
 * The part of a noun phrase that names the speaker: a person's name where there is one ("Prime Minister Ahmed Qureia"),
 * else the phrase without its article ("Iraqi officials").
 */
function core({ tokens, names }: SentenceView, from: number, to: number): Phrase | undefined {
  let last = to;
  while (last > from && !isHead(tokens[last - 1]!) && names[last - 1] === undefined) last--;
  // "the general", "the accused": an adjective for a noun.
  if (last === from && tokens[from]?.pos === 'DET') last = to;
  while (last > from && tokens[last - 1]!.pos === 'DET') last--;
  let first = from;
  while (
    first < last &&
    (tokens[first]!.pos === 'DET' || OPENERS.has(tokens[first]!.lower)) &&
    names[first] === undefined
  )
    first++;
  if (first >= last) return undefined;
  if (names[last - 1] !== 'person') return { first, last };
  let name = last - 1;
  while (name > first && names[name - 1] === 'person') name--;
  return { first: name, last };
}

/** The subject before a verb group that begins at `verb`; over appositions, relative clauses and times. */
export function subjectBefore(view: SentenceView, verb: number): Phrase | undefined {
  const { tokens, names } = view;
  let end = verb;
  while (end > 0 && (tokens[end - 1]!.pos === 'ADV' || tokens[end - 1]!.lower === 'not')) end--;
  if (tokens[end - 1]?.pos === 'CCONJ') return undefined;
  const relative = /^(?:who|which|that)$/.test(tokens[end - 1]?.lower ?? '');
  if (relative) {
    end -= tokens[end - 2]?.text === ',' ? 2 : 1;
    return phraseBefore(view, end);
  }
  if (tokens[end - 1]?.text === ',') return beforeComma(view, end - 1);
  let first = end;
  while (first > 0 && end - first < REACH && !breaks(view, first - 1)) first--;
  return headOf(view, first, end);

  function breaks({ groupAt }: SentenceView, j: number): boolean {
    const { lower, pos } = tokens[j]!;
    if (names[j] !== undefined) return false;
    return (
      (groupAt[j] !== undefined && groupAt[j]!.form !== 'participle' && !modifies(view, j)) ||
      /^[,;:.!?"“”()–—]$/.test(lower) ||
      pos === 'SCONJ' ||
      (pos === 'CCONJ' && !inPhrase(view, j + 1)) ||
      /^(?:that|who|which|as|when|while|but|because|if|after|before)$/.test(lower)
    );
  }
}

/** "Marines fighting in the town say": a gerund that describes the noun before it. */
const modifies = ({ tokens, groupAt }: SentenceView, j: number): boolean =>
  groupAt[j]!.form === 'gerund' && j > 0 && (tokens[j - 1]!.pos === 'NOUN' || tokens[j - 1]!.pos === 'PROPN');

/** The noun phrase that ends before `to`: what a relative clause belongs to. */
export function phraseBefore(view: SentenceView, to: number): Phrase | undefined {
  let first = to;
  while (first > 0 && to - first < REACH && inPhrase(view, first - 1)) first--;
  return core(view, first, to);
}

/** "A spokesman, Colonel Jim Yonts, says"; "Mr. Bush, who is in Texas, said". */
function beforeComma(view: SentenceView, comma: number): Phrase | undefined {
  const { tokens } = view;
  let open = comma - 1;
  while (open > 0 && tokens[open]!.text !== ',' && comma - open < REACH) open--;
  const inside = phraseFrom(view, open + 1);
  // A short parenthesis that is a name or a description speaks for itself.
  if (open > 0 && inside !== undefined && inside.last === comma) {
    const name = view.names[inside.first] === 'person';
    if (name) return inside;
  }
  if (open <= 0) return headOf(view, 0, comma);
  let first = open;
  while (
    first > 0 &&
    open - first < REACH &&
    !/^[,;:"“”]$/.test(tokens[first - 1]!.text) &&
    view.groupAt[first - 1] === undefined
  )
    first--;
  return headOf(view, first, open);
}

/** "Secretary of State Maria Lopez", "envoy for Chad Ana Silva": a name right after the place or body of an office. */
function nameAfterOffice({ tokens, names }: SentenceView, from: number, to: number): Phrase | undefined {
  let first = to;
  while (first > from && names[first - 1] === 'person') first--;
  if (first === to || first - from < 3) return undefined;
  const before = tokens[first - 1]!;
  const body =
    names[first - 1] !== undefined ||
    (before.pos === 'PROPN' && !titles.has(before.lower) && tokens[first - 2]?.lower === 'of');
  return body && tokens[first - 2]?.pos !== 'DET' ? { first, last: to } : undefined;
}

/** The head of a subject that may carry prepositional phrases: "Relatives of the prisoner", "In Dublin on Monday physicians". */
function headOf(view: SentenceView, from: number, to: number): Phrase | undefined {
  const named = nameAfterOffice(view, from, to);
  if (named !== undefined) return named;
  let first = from;
  const starts = /^(?:and|but|or|also|however|meanwhile|then|so|yet)$/;
  while (first < to && (!inPhrase(view, first) || starts.test(view.tokens[first]!.lower))) {
    // "In Washington officials": the phrase after a preposition is passed over only where another follows.
    if (view.tokens[first]!.pos === 'ADP') {
      let after = first + 1;
      while (after < to && inPhrase(view, after)) after++;
      if (after >= to) return phraseFrom(view, first + 1);
      first = after;
    } else first++;
  }
  let last = first;
  while (last < to && inPhrase(view, last)) last++;
  return core(view, first, last);
}
