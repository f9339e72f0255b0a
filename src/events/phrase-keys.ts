import { hash } from '../learn/linear.ts';
import type { Phrase } from './noun-phrases.ts';
import type { Structure } from './relations.ts';
import { wordsOf } from './structure-words.ts';
import { infoOf, tagKey } from './word-info.ts';

/** Keys of a phrase that are the same for every trigger. */
export interface PhraseKeys {
  /** What it means: the type of the name, the kind of noun, the pronoun itself. */
  readonly kind: number;
  readonly form: number;
  /** The preposition of the coordination it belongs to, and its own. */
  readonly preposition: number;
  readonly own: number;
  readonly head: number;
  /** The group of words used like its head. */
  readonly group: number;
  readonly tagAfter: number;
  readonly wordAfter: number;
  readonly wordBefore: number;
  /** The word its preposition follows, "officials" in "officials in Iraq", -1 without; its tag, and what it means as a noun. */
  readonly host: number;
  readonly hung: number;
  /** 1 where "and" or "or" joins it to another phrase. */
  readonly joint: number;
  /** Whether it is the subject of a verb of its own after it: 0 of none, 1 of one that reports, 2 of another. */
  readonly deed: number;
  /** Whether something can happen there. */
  readonly place: boolean;
}

const EDGE = 1;
const EMPTY = hash('');
const forms = { name: 1, noun: 2, pronoun: 3, number: 4 } as const;

/** Keys of a phrase, worked out once a sentence. */
export function keysOfPhrase(structure: Structure, phrase: Phrase): PhraseKeys {
  const known = structure.phraseKeys[phrase.index];
  if (known !== undefined) return known;
  const keys = describe(structure, phrase);
  structure.phraseKeys[phrase.index] = keys;
  return keys;
}

function describe(structure: Structure, phrase: Phrase): PhraseKeys {
  const { view, phrases, roots } = structure;
  const { tokens, lowers } = view;
  const root = phrases[roots[phrase.index]!]!;
  const next = tokens[phrase.last];
  const lemma = infoOf(tokens[phrase.head]!.lemma);
  const host = Math.max(-1, root.prepositionAt - 1);
  return {
    kind:
      phrase.name && phrase.kind === 'name'
        ? hash(phrase.name)
        : phrase.kind === 'pronoun'
          ? lowers[phrase.head]!.key
          : lemma.meaning,
    form: forms[phrase.kind],
    preposition: root.preposition === '' ? EMPTY : hash(root.preposition),
    own: phrase.preposition === '' ? EMPTY : hash(phrase.preposition),
    head: lemma.key,
    group: lowers[phrase.head]!.group,
    tagAfter: next === undefined ? 0 : tagKey[next.pos],
    wordAfter: lowers[phrase.last]?.key ?? EDGE,
    wordBefore: lowers[phrase.first - 1]?.key ?? EDGE,
    host,
    hung: host < 0 ? 0 : tokens[host]!.pos === 'NOUN' ? view.lemmas[host]!.meaning : tagKey[tokens[host]!.pos],
    joint: root.index !== phrase.index || hasConjunct(phrases, phrase) ? 1 : 0,
    deed: deedOf(structure, root),
    place: isPlace(view.tokens[phrase.head]!.pos === 'ADJ', tokens[phrase.head]!.lemma, lemma.meaning, phrase),
  };
}

const hasConjunct = (phrases: readonly Phrase[], { index }: Phrase): boolean =>
  phrases[index + 1]?.conjunct === index || phrases[index + 2]?.conjunct === index;

/** How far after a subject its verb may stand. */
const REACH = 6;

function deedOf({ clauses, view }: Structure, { index, last }: Phrase): number {
  for (let j = last; j < view.tokens.length && j < last + REACH; j++)
    if (clauses.subject[j] === index && clauses.subjectKind[j] === 'direct') return view.lemmas[j]!.reporting ? 1 : 2;
  return 0;
}

const NOWHERE = wordsOf('nowhere');
const LOCATION = hash('location');
const GOVERNED = new Set(['artifact', 'group', 'object'].map(hash));

/** Whether a phrase can be where something happens. */
function isPlace(adjective: boolean, lemma: string, meaning: number, phrase: Phrase): boolean {
  const { kind, name, preposition, possessive } = phrase;
  if (kind === 'name')
    return name === 'place' || name === 'country' || (name === 'organisation' && preposition !== '' && !possessive);
  if (kind !== 'noun' || possessive || NOWHERE.has(lemma)) return false;
  return meaning === LOCATION || (preposition !== '' && (adjective || GOVERNED.has(meaning)));
}
