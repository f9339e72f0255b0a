import type { Clauses } from './clauses.ts';
import type { SentenceView } from './features.ts';
import type { Phrase } from './noun-phrases.ts';
import type { PhraseKeys } from './phrase-keys.ts';

/** A sentence with its noun phrases and clauses. */
export interface Structure {
  readonly view: SentenceView;
  readonly phrases: readonly Phrase[];
  readonly clauses: Clauses;
  /** The first phrase of the coordination each phrase belongs to. */
  readonly roots: readonly number[];
  /** Triggers before each token. */
  readonly triggers: Int32Array;
  /** What the models ask of each phrase, kept once found. */
  readonly phraseKeys: (PhraseKeys | undefined)[];
}

/** A trigger within its sentence. */
export interface Anchor {
  readonly token: number;
  readonly verbal: boolean;
  /** The phrase the trigger stands in, or -1. */
  readonly phrase: number;
  /** The light verb, or -1. */
  readonly support: number;
  /** The phrase that is the object of the trigger, or of its light verb; -1 without. */
  readonly object: number;
  /** For a noun: the verb whose subject its phrase is, and the verb whose object it is; -1 without. */
  readonly subjectOf: number;
  readonly objectOf: number;
}

export const rootsOf = (phrases: readonly Phrase[]): number[] => {
  const roots: number[] = [];
  for (const { index, conjunct, modifies } of phrases)
    roots.push(conjunct !== undefined ? roots[conjunct]! : modifies !== undefined ? modifies : index);
  return roots;
};

export function anchorOf(structure: Structure, token: number, verbal: boolean, support: number): Anchor {
  const { clauses, phrases, view } = structure;
  const phrase = clauses.phraseAt[token] ?? -1;
  const inside = phrase >= 0;
  let subjectOf = -1;
  let objectOf = -1;
  if (!verbal && inside) {
    const { first, last, preposition } = phrases[phrase]!;
    for (let j = last; j < Math.min(view.tokens.length, last + 15); j++)
      if (clauses.verbs[j + 1] !== clauses.verbs[j]) {
        if (structure.roots[clauses.subject[j]!] === structure.roots[phrase]) subjectOf = j;
        break;
      }
    if (preposition === '')
      for (let j = first - 1; j >= Math.max(0, first - 6); j--)
        if (clauses.verbs[j + 1] !== clauses.verbs[j]) {
          objectOf = j;
          break;
        } else if (view.tokens[j]!.pos === 'PUNCT') break;
  }
  return { token, verbal, phrase, support, object: verbal ? objectOfVerb(structure, token) : -1, subjectOf, objectOf };
}

/** The phrase right after a verb that no preposition governs. */
function objectOfVerb({ clauses, phrases, view }: Structure, verb: number): number {
  for (let j = verb + 1; j < Math.min(view.tokens.length, verb + 6); j++) {
    const p = clauses.phraseAt[j]!;
    if (p >= 0) return phrases[p]!.preposition === '' ? p : -1;
    const { pos, text } = view.tokens[j]!;
    if (pos === 'VERB' || pos === 'AUX' || pos === 'SCONJ' || text === ',') return -1;
  }
  return -1;
}

/** How a phrase hangs on its relation: alone, by coordination, as part of a larger phrase, through another subject. */
const joints = { alone: 0, coordinated: 1, inside: 2, elsewhere: 3 } as const;
/** What a phrase can be to a trigger; numbers from `subject` and `lightSubject` on tell the kind of subject and the voice. */
const relations = {
  modifier: 1,
  modifierAfter: 2,
  self: 3,
  possessor: 4,
  object: 5,
  /** The object of the verb whose subject the trigger is, and the subject of the verb whose object it is. */
  otherObject: 6,
  otherSubject: 7,
  afterVerb: 8,
  after: 10,
  before: 13,
  subject: 16,
  lightSubject: 24,
} as const;
const subjectKinds = {
  none: 0,
  direct: 1,
  relative: 2,
  coordinated: 3,
  control: 4,
  participle: 5,
  reduced: 6,
} as const;
export const voiceKeys = { none: 0, active: 1, passive: 2, reduced: 3 } as const;

/** What a phrase is to a trigger by shallow syntax, as a small number: one of `relations` and one of `joints`. */
export function relationOf(structure: Structure, anchor: Anchor, phrase: Phrase): number {
  const { clauses, phrases, roots } = structure;
  const root = roots[phrase.index]!;
  const joint =
    root === phrase.index ? joints.alone : phrase.modifies === undefined ? joints.coordinated : joints.inside;
  const { token } = anchor;
  const near = anchor.verbal ? ofVerb(structure, anchor, phrase, joint) : ofNoun(structure, anchor, phrase, joint);
  if (near !== 0) return near;
  if (phrase.first > token) {
    const { first } = phrases[root]!;
    const far = clauses.verbs[first]! - clauses.verbs[token + 1]!;
    if (far > 0) return 4 * (relations.afterVerb + (far === 1 ? 0 : 1));
    const between = clauses.phrases[first]! - clauses.phrases[token + 1]!;
    return 4 * (relations.after + Math.max(0, Math.min(2, between))) + joint;
  }
  const far = clauses.verbs[token]! - clauses.verbs[phrase.last]!;
  return 4 * (relations.before + Math.min(far, 2)) + joint;
}

/** Subject or object of a verb; 0 for a phrase that is neither. */
function ofVerb({ clauses, roots }: Structure, { token, object }: Anchor, { index }: Phrase, joint: number): number {
  const root = roots[index]!;
  const subject = clauses.subject[token]!;
  if (subject >= 0 && roots[subject] === root)
    return 4 * (relations.subject + subjectKinds[clauses.subjectKind[token]!]) + through(index === subject, joint);
  if (object >= 0 && roots[object] === root) return 4 * relations.object + (index === object ? joints.alone : joint);
  return 0;
}

/** Part of the phrase of a noun, or subject or object of the verbs about it; 0 for a phrase that is neither. */
function ofNoun(structure: Structure, anchor: Anchor, phrase: Phrase, joint: number): number {
  const { clauses, roots } = structure;
  const { token, support, subjectOf, objectOf } = anchor;
  const { index } = phrase;
  const inside = withinPhrase(structure, anchor, phrase, joint);
  if (inside !== 0) return inside;
  const root = roots[index]!;
  const subject = support >= 0 ? clauses.subject[support]! : -1;
  if (subject >= 0 && roots[subject] === root)
    return 4 * (relations.lightSubject + voiceKeys[clauses.voice[support]!]) + through(index === subject, joint);
  if (subjectOf >= 0 && phrase.first > token && objectIs(structure, subjectOf, root))
    return 4 * relations.otherObject + joint;
  const other = objectOf >= 0 && phrase.first < token ? clauses.subject[objectOf]! : -1;
  return other >= 0 && roots[other] === root ? 4 * relations.otherSubject + joint : 0;
}

function withinPhrase({ phrases }: Structure, anchor: Anchor, phrase: Phrase, joint: number): number {
  if (anchor.phrase < 0) return 0;
  const { token } = anchor;
  if (phrase.modifies === anchor.phrase)
    return 4 * (phrase.head < token ? relations.modifier : relations.modifierAfter);
  if (phrase.index === anchor.phrase) return 4 * relations.self;
  const { first } = phrases[anchor.phrase]!;
  const owns = phrase.possessive && phrase.last < token && token - phrase.last < 8 && phrase.last + 1 >= first - 2;
  return owns ? 4 * relations.possessor + joint : 0;
}

const through = (itself: boolean, joint: number): number =>
  itself ? joints.alone : joint === joints.alone ? joints.elsewhere : joint;

const objectIs = (structure: Structure, verb: number, root: number): boolean => {
  const object = objectOfVerb(structure, verb);
  return object >= 0 && structure.roots[object] === root;
};
