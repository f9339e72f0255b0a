import type { Token } from '../text/types.ts';
import type { SentenceView } from './features.ts';
import type { Phrase } from './noun-phrases.ts';

/** How a verb comes by its subject. */
export type SubjectKind = 'direct' | 'relative' | 'coordinated' | 'control' | 'participle' | 'reduced' | 'none';
export type Voice = 'active' | 'passive' | 'reduced' | 'none';

/** Where the clauses of a sentence begin and end, and who does what in them; counts over prefixes of its tokens. */
export interface Clauses {
  /** Boundaries of clauses before each token. */
  readonly clause: Int32Array;
  /** Main verbs before each token. */
  readonly verbs: Int32Array;
  /** The phrase a token belongs to, or -1. */
  readonly phraseAt: Int32Array;
  /** Phrases that start before each token. */
  readonly phrases: Int32Array;
  /** First token of the verb group of each verb. */
  readonly group: Int32Array;
  readonly voice: readonly Voice[];
  /** Index of the phrase that is the subject of each verb, or -1. */
  readonly subject: Int32Array;
  readonly subjectKind: readonly SubjectKind[];
  /** The verb whose subject a verb shares: "fled" of "after killing" in "fled after killing two"; -1 without. */
  readonly parent: Int32Array;
}

const REACH = 40;
const RELATIVE = new Set(['who', 'which', 'that', 'whom']);
const SUBORDINATE = new Set(
  'because although though while when whereas if unless until since after before as that where whether once'.split(' '),
);

export function findClauses(view: SentenceView, phrases: readonly Phrase[]): Clauses {
  const { tokens } = view;
  const n = tokens.length;
  const clauses = {
    clause: new Int32Array(n + 1),
    verbs: new Int32Array(n + 1),
    phraseAt: new Int32Array(n).fill(-1),
    phrases: new Int32Array(n + 1),
    group: new Int32Array(n),
    voice: new Array<Voice>(n).fill('none'),
    subject: new Int32Array(n).fill(-1),
    subjectKind: new Array<SubjectKind>(n).fill('none'),
    parent: new Int32Array(n).fill(-1),
  };
  for (const phrase of phrases) {
    if (phrase.modifies !== undefined) continue;
    for (let i = phrase.first; i < phrase.last; i++) clauses.phraseAt[i] = phrase.index;
    clauses.phrases[phrase.first + 1]!++;
  }
  for (let i = 0; i < n; i++) {
    const verb = isVerb(view, i) && clauses.phraseAt[i]! < 0;
    clauses.verbs[i + 1] = clauses.verbs[i]! + (verb ? 1 : 0);
    clauses.phrases[i + 1]! += clauses.phrases[i]!;
    clauses.clause[i + 1] = clauses.clause[i]! + (opensClause(view, i) ? 1 : 0);
    if (!verb) continue;
    clauses.group[i] = groupStart(tokens, i);
    clauses.voice[i] = voiceOf(view, i);
    const [subject, kind] = findSubject(view, phrases, clauses, i);
    clauses.subject[i] = subject;
    clauses.subjectKind[i] = kind;
  }
  return clauses;
}

const isVerb = (view: SentenceView, i: number): boolean => {
  const { pos, lemma } = view.tokens[i]!;
  if (pos === 'VERB') return view.names[i] === undefined;
  // A copula alone is the verb of its clause; before another verb it is part of its group.
  return pos === 'AUX' && lemma === 'be' && !/^(?:VERB|AUX|PART|ADV)$/.test(view.tokens[i + 1]?.pos ?? '');
};

function opensClause({ tokens }: SentenceView, i: number): boolean {
  const { pos, lower, text } = tokens[i]!;
  if (text === ';' || text === ':' || text === '—' || text === '–' || text === '(' || text === ')') return true;
  if (RELATIVE.has(lower) && (pos === 'PRON' || pos === 'SCONJ')) return true;
  if (pos === 'SCONJ' || (SUBORDINATE.has(lower) && pos === 'ADV')) return SUBORDINATE.has(lower);
  if (pos === 'CCONJ') {
    // "and" before a verb joins clauses, before a noun mostly phrases.
    const after = tokens[i + 1]?.pos === 'ADV' ? tokens[i + 2] : tokens[i + 1];
    return after?.pos === 'VERB' || after?.pos === 'AUX' || after?.pos === 'PRON';
  }
  return text === ',' && (tokens[i + 1]?.pos === 'VERB' || tokens[i + 1]?.pos === 'CCONJ');
}

/** The first auxiliary, adverb or "to" of the group that ends in verb `i`. */
function groupStart(tokens: readonly Token[], i: number): number {
  let first = i;
  for (let j = i - 1, n = 0; j >= 0 && n < 6; j--, n++) {
    const { pos, lower } = tokens[j]!;
    if (pos === 'AUX' || lower === 'to' || lower === 'not' || lower === "n't" || lower === 'n’t') first = j;
    else if (pos !== 'ADV') break;
  }
  return first;
}

const voiceOf = (view: SentenceView, i: number): Voice => {
  const group = view.groupAt[i];
  return group?.voice !== 'passive' ? 'active' : group.form === 'participle' ? 'reduced' : 'passive';
};

type Found = readonly [phrase: number, kind: SubjectKind];
const NOBODY: Found = [-1, 'none'];

function findSubject(view: SentenceView, phrases: readonly Phrase[], clauses: Clauses, verb: number): Found {
  const { tokens } = view;
  const group = clauses.group[verb]!;
  const inherited = (kind: SubjectKind): Found => {
    const before = previousVerb(clauses, view, group);
    clauses.parent[verb] = before;
    return before < 0 ? NOBODY : [clauses.subject[before]!, kind];
  };
  let at = group - 1;
  while (at >= 0 && (tokens[at]!.pos === 'ADV' || /^["“”]$/.test(tokens[at]!.text))) at--;
  if (at < 0) return NOBODY;
  const { pos, lower, text } = tokens[at]!;
  if (tokens[group]!.lower === 'to') {
    const governor = previousVerb(clauses, view, group);
    const between = governor < 0 ? -1 : lastPhraseBefore(phrases, clauses, group);
    // "urged Iran to halt": the object of the governor does it.
    if (between >= 0 && phrases[between]!.first > governor && phrases[between]!.preposition === '')
      return [between, 'control'];
    return inherited('control');
  }
  if (RELATIVE.has(lower) && pos !== 'DET') {
    const antecedent = lastPhraseBefore(phrases, clauses, at);
    if (antecedent >= 0 && at - phrases[antecedent]!.last <= 2) return [antecedent, 'relative'];
    return inherited('coordinated');
  }
  const bare = group === verb;
  const participle = bare && tokens[verb]!.lower.endsWith('ing');
  if (pos === 'CCONJ') return inherited('coordinated');
  if (participle && (text === ',' || pos === 'ADP' || pos === 'VERB' || pos === 'SCONJ'))
    return inherited('participle');
  if (pos === 'ADP' || pos === 'SCONJ') return inherited('participle');
  const candidate = subjectBefore(view, phrases, clauses, group);
  if (candidate < 0) return bare ? inherited('coordinated') : NOBODY;
  if (text === ',' && bare && clauses.verbs[verb]! > clauses.verbs[phrases[candidate]!.last]!)
    return inherited('participle');
  if (participle || clauses.voice[verb] === 'reduced') return [lastPhraseBefore(phrases, clauses, group), 'reduced'];
  return [candidate, 'direct'];
}

/** The nearest main verb before token `i`, within reach. */
function previousVerb(clauses: Clauses, view: SentenceView, i: number): number {
  for (let j = i - 1; j >= 0 && j > i - REACH; j--) {
    if (clauses.verbs[j + 1] !== clauses.verbs[j]) return j;
    if (view.tokens[j]!.text === ';') return -1;
  }
  return -1;
}

function lastPhraseBefore(phrases: readonly Phrase[], clauses: Clauses, token: number): number {
  for (let j = token - 1; j >= 0 && j > token - REACH; j--)
    if (clauses.phraseAt[j]! >= 0) return phrases[clauses.phraseAt[j]!]!.index;
  return -1;
}

/** The nearest phrase to the left that no preposition governs; of an apposition between commas, the name before it. */
function subjectBefore({ tokens }: SentenceView, phrases: readonly Phrase[], clauses: Clauses, token: number): number {
  const limit = token - REACH;
  for (let j = token - 1; j >= 0 && j > limit; j--) {
    const p = clauses.phraseAt[j]!;
    if (p < 0) continue;
    const phrase = phrases[p]!;
    j = phrase.first;
    // "The European Union (EU)": what stands in brackets is no subject.
    if (phrase.possessive || tokens[phrase.first - 1]?.text === '(') continue;
    if (phrase.conjunct !== undefined) {
      const first = phrases[phrase.conjunct]!;
      if (first.preposition !== '' && phrase.preposition === '') continue;
    }
    if (phrase.preposition === '') return p;
  }
  return -1;
}
