import type { Phrase } from '../noun-phrases.ts';
import type { FoundParticipant } from '../participants.ts';
import { reportingVerbs } from '../words.ts';
import { baseOf, list, possessive } from './english.ts';
import { factsOf } from './facts.ts';
import { follow } from './follow.ts';
import type { TitleMaking } from './naming.ts';
import { call, isPlural, join, namedAfter, ownerOf, wordsOf } from './naming.ts';
import { adjacent, numberOf, objectLike } from './verb.ts';
import { adjuncts, completed, links, places } from './words.ts';

export interface Subject {
  readonly text: string;
  readonly plural: boolean;
}

/** Who does it, or to whom it is done: by syntax where that is sure, else by the participants. */
export function subjectOf(making: TitleMaking, verb: number, passive: boolean): Subject | undefined {
  const { structure, participants } = making;
  const { clauses, phrases, roots, view } = structure;
  const wanted = participants.filter(({ role, phrase }) => {
    const acts = role === 'actor' || role === 'reciprocal' || role === 'host';
    return (passive ? !acts : acts) && phrase.modifies === undefined && known(making, phrase);
  });
  const object = accused(making, verb);
  if (object === NOBODY) return undefined;
  const swallowed = clauses.phraseAt[verb]!;
  if (swallowed >= 0 && phrases[swallowed]!.first < verb) return inSamePhrase(making, phrases[swallowed]!, verb);
  const carrier = carrierOf(structure, verb);
  if (completesNoun(structure, verb))
    return byParticipants(
      making,
      wanted.filter(({ phrase }) => phrase.last <= verb && phrase.index !== clauses.subject[verb]),
    );
  const at = object >= 0 ? object : climb(making, carrier, clauses.subject[carrier]!, passive);
  const kind = clauses.subjectKind[carrier]!;
  const before = wanted.filter(({ phrase }) => phrase.last <= verb && !phrase.possessive);
  if (at >= 0 && phrases[at]!.last <= verb + 1) {
    const own = phrases[at]!;
    const apart = view.tokens[clauses.group[carrier]! - 1]?.text === ',';
    const sure =
      (kind === 'direct' && !apart) ||
      kind === 'relative' ||
      kind === 'coordinated' ||
      object >= 0 ||
      at !== clauses.subject[carrier] ||
      (kind === 'reduced' && own.last === verb);
    const agreed = wanted.some(({ phrase }) => roots[phrase.index] === roots[at]);
    // "Macron, who won the first round, will take": what stands before the comma is the object of another verb.
    const others =
      apart && kind === 'direct' && objectLike(structure, own)
        ? before.filter(({ phrase }) => roots[phrase.index] !== roots[at])
        : [];
    if (others.length > 0) return byParticipants(making, others);
    const told = sure || agreed || wanted.length === 0 ? subjectText(making, at, carrier) : undefined;
    if (told) return told;
  }
  return byParticipants(making, before) ?? byParticipants(making, speakers(making, wanted));
}

/** "a plan to send troops": what the noun is for is done by somebody else. */
function completesNoun({ view, clauses }: TitleMaking['structure'], verb: number): boolean {
  const group = view.groupAt[verb];
  if (group?.form !== 'infinitive' || group.governor === undefined) return false;
  const governor = group.governor - view.sentence.firstToken;
  return (
    view.tokens[governor]?.pos === 'NOUN' &&
    clauses.subject[verb]! >= 0 &&
    clauses.phraseAt[governor] === clauses.subject[verb]
  );
}

/** The verb that has the subject: of "was freed", read as an adjective, the auxiliary. */
const carrierOf = ({ clauses, view }: TitleMaking['structure'], verb: number): number =>
  clauses.subject[verb]! < 0 && view.tokens[verb - 1]?.pos === 'AUX' ? verb - 1 : verb;

const known = ({ entities }: TitleMaking, phrase: Phrase): boolean =>
  phrase.kind !== 'pronoun' || entities(phrase).length > 0;

/** Whoever speaks may be named after the verb. */
const speakers = ({ type }: TitleMaking, wanted: readonly FoundParticipant[]): readonly FoundParticipant[] =>
  type === 'STATEMENT' ? wanted.slice(0, 1) : [];

/** A gerund that completes a noun has nobody who does it: "the habit of interfering". */
const NOBODY = -2;
/** "accused Qatar of supporting": the object of the governor does what the gerund says. */
function accused({ structure: { view, clauses, phrases } }: TitleMaking, verb: number): number {
  const group = view.groupAt[verb];
  if (group?.form !== 'gerund' || !completed.has(group.preposition ?? '') || group.governor === undefined) return -1;
  const governor = group.governor - view.sentence.firstToken;
  if (view.tokens[governor]?.pos !== 'VERB') return NOBODY;
  for (let i = governor + 1; i < verb; i++) {
    const p = clauses.phraseAt[i]!;
    if (p >= 0) return phrases[p]!.preposition === '' ? p : -1;
  }
  return -1;
}

/**
 * Of "after soldiers fired", "soldiers"; of "a diplomat visiting Lebanon is warning", "a diplomat": what only seems to be
 * governed by a preposition, and who does what a participle says. -1: neither.
 */
function nearest(structure: TitleMaking['structure'], verb: number): number {
  const { phrases, clauses, view } = structure;
  const group = clauses.group[verb]!;
  const p = adjacent(structure, group);
  if (p < 0) return -1;
  const { preposition, first, possessive: owns, conjunct } = phrases[p]!;
  // "Since the war, the government has"
  if (preposition === '' && !owns && conjunct !== undefined && !joinedByAnd(structure, phrases[conjunct]!, phrases[p]!))
    return p;
  const subject = clauses.subject[verb]!;
  const idle =
    subject < 0 || factsOf(structure).verbOf.get(subject) !== verb || objectLike(structure, phrases[subject]!);
  if (preposition !== 'than' && preposition !== 'like' && adjuncts.has(preposition)) return idle ? p : -1;
  let governor = first - 1;
  while (governor > first - 4 && view.tokens[governor]?.pos === 'DET') governor--;
  const participle =
    governor > 0 && clauses.subjectKind[governor] === 'reduced' && view.tokens[governor]!.lower.endsWith('ing');
  return participle && view.tokens[group]!.pos === 'AUX' ? clauses.subject[governor]! : -1;
}

/** Whether a phrase only tells of which or where the noun before it is. */
const whole = ({ preposition, kind, name }: Phrase): boolean =>
  preposition === 'of' || (kind === 'name' && (name === 'place' || name === 'country') && places.has(preposition));

/** The phrase a subject belongs to: "ministers" of "ministers of the Union (EU)"; of "…, Lavrov said" the phrase after the comma. */
function climb({ structure }: TitleMaking, verb: number, subject: number, passive: boolean): number {
  const { phrases, clauses, view } = structure;
  // "the dictatorship of Pinochet, who seized power"
  if (
    clauses.subjectKind[verb] === 'relative' &&
    phrases[subject]?.kind === 'name' &&
    phrases[subject].name === 'person'
  )
    return subject;
  let at = subject;
  const speaker = reportingVerbs.has(baseOf(view.tokens[verb]!)) ? speakerBefore(structure, clauses.group[verb]!) : -1;
  if (speaker >= 0) return speaker;
  const near = nearest(structure, verb);
  // "a list of prisoners held by": the participle tells of what stands next to it.
  const bare = clauses.group[verb] === verb;
  if (passive && bare) return Math.max(adjacent(structure, verb), subject);
  if (near >= 0) at = near;
  for (let n = 0; at > 0 && n < 3 && near < 0; n++) {
    const owner = ownedBy(phrases, at);
    const { first, prepositionAt } = owner ?? phrases[at]!;
    const aside = view.tokens[first - 1]?.text === '(';
    const start = (owner ?? phrases[at]!).index;
    const before = phrases.slice(Math.max(0, start - 8), start).findLast(({ modifies }) => modifies === undefined);
    const inner = owner ? owner.preposition !== '' : whole(phrases[at]!);
    if (!before || (!aside && (!inner || before.last !== prepositionAt))) break;
    at = before.index;
  }
  return at;
}

/** "Afghanistan" of "Afghanistan's province". */
function ownedBy(phrases: readonly Phrase[], at: number): Phrase | undefined {
  const owner = phrases.slice(Math.max(0, at - 6), at).findLast(({ modifies }) => modifies === undefined);
  return owner?.possessive && phrases[at]!.first - owner.last <= 2 ? owner : undefined;
}

/** "the Council prolonged" read as one phrase: what stands before its last word. */
function inSamePhrase(making: TitleMaking, phrase: Phrase, verb: number): Subject | undefined {
  if (phrase.first >= verb) return undefined;
  const { phrases } = making.structure;
  const parts = phrases.slice(phrase.index + 1, phrase.index + 12);
  const name = parts.find(({ modifies, last }) => modifies === phrase.index && last === verb);
  const subject = name ?? { ...phrase, last: verb, head: verb - 1 };
  const text = name ? call(making, name) : wordsOf(making, subject);
  return text === undefined ? undefined : { text, plural: isPlural(making, subject) };
}

/** "…, Secretary of State Rex Tillerson said." */
function speakerBefore({ view, clauses }: TitleMaking['structure'], group: number): number {
  let found = -1;
  for (let i = group - 1; i >= 0 && i > group - 15; i--) {
    const { text, pos } = view.tokens[i]!;
    if (/^[,"”’']$/.test(text)) return found;
    if (pos === 'VERB' || pos === 'AUX') return -1;
    if (clauses.phraseAt[i]! >= 0) found = clauses.phraseAt[i]!;
  }
  return -1;
}

function subjectText(making: TitleMaking, at: number, verb: number): Subject | undefined {
  const { structure } = making;
  const { phrases, roots, clauses, view } = structure;
  const own = phrases[at]!;
  const group = clauses.group[verb]!;
  const root = own.modifies === undefined ? phrases[roots[at]!]! : own;
  const number = numberOf(making, verb);
  const first =
    root.preposition === '' && (joinedByAnd(structure, root, own) || view.tokens[group - 1]?.text === ',') ? root : own;
  const to = Math.max(group, own.last);
  const both = [root, own].map(({ kind }) => kind === 'name').every(Boolean) && root !== own && first === own;
  if (both && number === 'plural')
    return byParticipants(
      making,
      [root, own].map((phrase) => ({ phrase })),
    );
  const owner = first.kind === 'noun' ? ownerOf(making, first) : undefined;
  const joined = join(making, namedAfter(structure, first) ?? first, to, () => false);
  if (joined === undefined) return undefined;
  const name = owner && !joined.renamed ? `${possessive(owner)} ${joined.text}` : joined.text;
  const linked =
    joined.last.possessive || joined.renamed
      ? name
      : follow(making, joined.last.last, name, { to, only: links, verbs: false, longest: 46 });
  return { text: linked, plural: number === undefined ? joined.plural : number === 'plural' };
}

/** Whether "and" joins two phrases of a list, or commas in a headline whose verb is plural. */
function joinedByAnd({ view }: TitleMaking['structure'], root: Phrase, own: Phrase): boolean {
  if (root === own) return true;
  for (let i = root.last; i < own.first; i++)
    if (view.tokens[i]!.pos === 'CCONJ') return view.tokens[i]!.lower !== 'but';
  return false;
}

function byParticipants(making: TitleMaking, found: readonly Pick<FoundParticipant, 'phrase'>[]): Subject | undefined {
  const names: string[] = [];
  let plural = false;
  for (const { phrase } of found) {
    const name = call(making, phrase);
    if (name === undefined) continue;
    names.push(name);
    plural ||= isPlural(making, phrase);
  }
  return names.length === 0 ? undefined : { text: list(names), plural: plural || names.length > 1 };
}
