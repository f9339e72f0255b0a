import type { Clauses } from './clauses.ts';
import type { SentenceView } from './features.ts';
import type { Phrase } from './noun-phrases.ts';

/** A sentence with its noun phrases and clauses. */
export interface Structure {
  readonly view: SentenceView;
  readonly phrases: readonly Phrase[];
  readonly clauses: Clauses;
  /** The first phrase of the coordination each phrase belongs to. */
  readonly roots: readonly number[];
  /** Triggers before each token. */
  readonly triggers: Int32Array;
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

/**
 * What a phrase is to a trigger by shallow syntax: "S" its subject, "O" its object, "P" after a preposition, "POSS", "MOD";
 * a lower-case "l" before it when it is so to the light verb, "&" when by coordination.
 */
export function relationOf(structure: Structure, anchor: Anchor, phrase: Phrase): string {
  const { clauses, phrases, roots } = structure;
  const root = roots[phrase.index]!;
  const joint = root !== phrase.index ? (phrase.modifies === undefined ? '&' : '<') : '';
  const { token } = anchor;
  const head = phrases[root]!;
  if (anchor.phrase >= 0 && !anchor.verbal) {
    if (phrase.modifies === anchor.phrase) return phrase.head < token ? 'MOD' : 'MODafter';
    if (phrase.index === anchor.phrase) return 'SELF';
    const own = phrases[anchor.phrase]!;
    if (phrase.possessive && phrase.last < token && token - phrase.last < 8 && phrase.last + 1 >= own.first - 2)
      return `POSS${joint}`;
  }
  if (anchor.verbal) {
    const subject = clauses.subject[token]!;
    if (subject >= 0 && roots[subject] === root)
      return `S:${clauses.subjectKind[token]}${phrase.index === subject ? '' : joint || '^'}`;
    if (anchor.object >= 0 && roots[anchor.object] === root) return `O${phrase.index === anchor.object ? '' : joint}`;
  } else {
    const { support, subjectOf, objectOf } = anchor;
    if (support >= 0) {
      const subject = clauses.subject[support]!;
      if (subject >= 0 && roots[subject] === root)
        return `lS:${clauses.voice[support]}${phrase.index === subject ? '' : joint || '^'}`;
    }
    if (subjectOf >= 0 && phrase.first > token && objectIs(structure, subjectOf, root)) return `oS${joint}`;
    if (objectOf >= 0 && phrase.first < token) {
      const subject = clauses.subject[objectOf]!;
      if (subject >= 0 && roots[subject] === root) return `vS${joint}`;
    }
  }
  if (phrase.first > token) {
    const far = clauses.verbs[head.first]! - clauses.verbs[token + 1]!;
    if (far > 0) return far === 1 ? 'after1' : 'after2';
    const between = clauses.phrases[head.first]! - clauses.phrases[token + 1]!;
    return `P:${between === 0 ? 0 : between === 1 ? 1 : 2}${joint}`;
  }
  const far = clauses.verbs[token]! - clauses.verbs[phrase.last]!;
  return `before${Math.min(far, 2)}${joint}`;
}

const objectIs = (structure: Structure, verb: number, root: number): boolean => {
  const object = objectOfVerb(structure, verb);
  return object >= 0 && structure.roots[object] === root;
};
