import type { Phrase } from '../noun-phrases.ts';
import type { FoundParticipant } from '../participants.ts';
import { reportingVerbs } from '../words.ts';
import { baseOf, gerund, list, participle, possessive, third } from './english.ts';
import { factsOf, follow, nameWithLinks } from './follow.ts';
import { call, isPlural, join, namedAfter, ownerOf, wordsOf } from './naming.ts';
import type { TitleMaking } from './parts.ts';
import { links, nouns, places, telling } from './words.ts';

type Form = 'present' | 'infinitive' | 'gerund';
interface Subject {
  readonly text: string;
  readonly plural: boolean;
}

/** "Rex Tillerson visits Russia": the clause of verb `verb` as a headline; undefined where it would say next to nothing. */
export function clauseTitle(making: TitleMaking, verb: number): string | undefined {
  const { structure } = making;
  const { view, phrases } = structure;
  const token = view.tokens[verb]!;
  const base = baseOf(token);
  const passive = isPassive(making, verb);
  const form = formOf(making, verb);
  const subject = subjectOf(making, verb, passive);
  const reporting = reportingVerbs.has(base);
  if (subject === undefined) return withoutSubject(making, verb, base, form, passive);
  const beginning = `${subject.text} ${inflect(base, token.lower, form, passive, subject.plural, negated(making, verb))}`;
  const told = follow(making, afterVerbs(making, verb), beginning, { says: verb });
  if (reporting && told === beginning) return `Statement by ${subject.text}`;
  return told === beginning && phrases.length === 0 ? undefined : told;
}

/** "defended and backed the monarch": verbs joined share what follows the last. */
function afterVerbs({ structure: { view } }: TitleMaking, verb: number): number {
  const [and, next] = [view.tokens[verb + 1], view.tokens[verb + 2]];
  return and?.pos === 'CCONJ' && next?.pos === 'VERB' && view.groupAt[verb + 2]?.form === view.groupAt[verb]?.form
    ? verb + 3
    : verb + 1;
}

/** Whether a verb says what is done to its subject. */
function isPassive({ structure }: TitleMaking, verb: number): boolean {
  const { view, clauses, phrases } = structure;
  const { tokens } = view;
  const voice = clauses.voice[verb];
  const group = view.groupAt[verb];
  const helped = tokens.slice(clauses.group[verb], verb).some(({ pos }) => pos === 'AUX');
  let next = verb + 1;
  while (tokens[next]?.pos === 'ADV' || tokens[next]?.pos === 'DET') next++;
  if (!helped && tokens[next]?.lower === 'by' && voice !== 'active') return true;
  const p = clauses.phraseAt[next];
  const object = p !== undefined && p >= 0 && phrases[p]!.preposition === '';
  if (group === undefined) return voice === 'passive';
  if (helped) return group.voice === 'passive';
  const subject = clauses.subject[verb]!;
  if (object || subject < 0) return false;
  let from = verb;
  while (tokens[from - 1]?.pos === 'ADV') from--;
  const close = phrases[subject]!.last === from && tokens[next]?.pos === 'ADP' && /(?:ed|n)$/.test(tokens[verb]!.lower);
  if (voice !== 'reduced' && !close) return false;
  // "the list released on Friday is long": the subject has a verb of its own.
  const main = factsOf(structure).verbOf.get(subject) ?? -1;
  const joins = main > verb && !tokens.slice(verb, main).some(({ text }) => text === ',');
  return joins || objectLike(structure, phrases[subject]!);
}

/** Whether a verb stands before a phrase in its own clause. */
const objectLike = ({ clauses, view }: TitleMaking['structure'], phrase: Phrase): boolean => {
  const { verbs, clause } = clauses;
  for (let i = phrase.first - 1; i >= 0 && i > phrase.first - 12; i--) {
    if (clause[i + 1] !== clause[i]) return false;
    // "an estimated 8,000"
    if (verbs[i + 1] !== verbs[i] && view.tokens[i - 1]?.pos !== 'DET') return !telling.has(baseOf(view.tokens[i]!));
  }
  return false;
};

/** Facts stand in the present, plans in the infinitive, what is not said to be a fact in the gerund. */
function formOf({ structure: { view }, status }: TitleMaking, verb: number): Form {
  const group = view.groupAt[verb];
  if (status === 'planned') return 'infinitive';
  if (group?.negated && status === 'denied') return 'present';
  if (status === 'hypothetical' || status === 'cancelled' || status === 'denied') return 'gerund';
  return group?.form === 'gerund' && group.preposition !== undefined && group.preposition !== 'by'
    ? 'gerund'
    : 'present';
}

const negated = ({ structure: { view }, status }: TitleMaking, verb: number): boolean =>
  view.groupAt[verb]?.negated === true && status === 'denied';

/** The verb of a title: "visits", "to visit", "visiting", "does not visit", "elected". */
function inflect(base: string, own: string, form: Form, passive: boolean, plural: boolean, not: boolean): string {
  if (passive) {
    const done = own.endsWith('ing') ? participle(base) : own;
    return form === 'infinitive' ? `to be ${done}` : not ? `not ${done}` : done;
  }
  if (form === 'infinitive') return `to ${base}`;
  if (form === 'gerund') return gerund(base);
  if (not) return `${plural ? 'do' : 'does'} not ${base}`;
  return plural ? base : third(base);
}

/** Who does it, or to whom it is done: by syntax where that is sure, else by the participants. */
function subjectOf(making: TitleMaking, verb: number, passive: boolean): Subject | undefined {
  const { structure, participants } = making;
  const { clauses, phrases, roots, view } = structure;
  const wanted = participants.filter(({ role, phrase }) => {
    const acts = role === 'actor' || role === 'reciprocal' || role === 'host';
    return (passive ? !acts : acts) && phrase.modifies === undefined && known(making, phrase);
  });
  const object = accused(making, verb);
  if (object === NOBODY) return undefined;
  const swallowed = clauses.phraseAt[verb]!;
  if (swallowed >= 0) return inSamePhrase(making, phrases[swallowed]!, verb);
  const at = object >= 0 ? object : climb(making, verb, clauses.subject[verb]!);
  const kind = clauses.subjectKind[verb]!;
  const before = wanted.filter(({ phrase }) => phrase.last <= verb && !phrase.possessive);
  if (at >= 0 && phrases[at]!.last <= verb + 1) {
    const own = phrases[at]!;
    const apart = view.tokens[clauses.group[verb]! - 1]?.text === ',';
    const sure = (kind === 'direct' && !apart) || kind === 'relative' || kind === 'coordinated' || object >= 0;
    const agreed = wanted.some(({ phrase }) => roots[phrase.index] === roots[at]);
    // "Macron, who won the first round, will take": what stands before the comma is the object of another verb.
    const others =
      apart && kind === 'direct' && objectLike(structure, own)
        ? before.filter(({ phrase }) => roots[phrase.index] !== roots[at])
        : [];
    if (others.length > 0) return byParticipants(making, others);
    const told = sure || agreed || wanted.length === 0 ? subjectText(making, at, verb) : undefined;
    if (told || (passive && own.kind === 'pronoun')) return told;
  }
  return byParticipants(making, before) ?? byParticipants(making, speakers(making, wanted));
}

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
  if (group?.form !== 'gerund' || group.preposition === undefined || group.governor === undefined) return -1;
  const governor = group.governor - view.sentence.firstToken;
  if (view.tokens[governor]?.pos !== 'VERB') return NOBODY;
  for (let i = governor + 1; i < verb; i++) {
    const p = clauses.phraseAt[i]!;
    if (p >= 0) return phrases[p]!.preposition === '' ? p : -1;
  }
  return -1;
}

/** Whether a phrase only tells of which or where the noun before it is. */
const whole = ({ preposition, kind, name }: Phrase): boolean =>
  preposition === 'of' || (kind === 'name' && (name === 'place' || name === 'country') && places.has(preposition));

/** The phrase a subject belongs to: "ministers" of "ministers of the Union (EU)"; of "…, Lavrov said" the phrase after the comma. */
function climb({ structure }: TitleMaking, verb: number, subject: number): number {
  const { phrases, clauses, view } = structure;
  let at = subject;
  const speaker = reportingVerbs.has(baseOf(view.tokens[verb]!)) ? speakerBefore(structure, clauses.group[verb]!) : -1;
  if (speaker >= 0) return speaker;
  for (let n = 0; at > 0 && n < 3; n++) {
    const { first, prepositionAt } = phrases[at]!;
    const aside = view.tokens[first - 1]?.text === '(';
    const before = phrases.slice(0, at).findLast(({ modifies }) => modifies === undefined);
    if (!before || (!aside && (!whole(phrases[at]!) || before.last !== prepositionAt))) break;
    at = before.index;
  }
  return at;
}

/** "the Council prolonged" read as one phrase: what stands before its last word. */
function inSamePhrase(making: TitleMaking, phrase: Phrase, verb: number): Subject | undefined {
  if (phrase.first >= verb) return undefined;
  const name = making.structure.phrases.find(({ modifies, last }) => modifies === phrase.index && last === verb);
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
    root.preposition === '' && (joinedByAnd(making, root, own) || view.tokens[group - 1]?.text === ',') ? root : own;
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
      : follow(making, joined.last.last, name, { to, only: links, verbs: false, longest: 56 });
  return { text: linked, plural: number === undefined ? joined.plural : number === 'plural' };
}

/** Whether "and" joins two phrases of a list, or commas in a headline whose verb is plural. */
function joinedByAnd({ structure: { view } }: TitleMaking, root: Phrase, own: Phrase): boolean {
  if (root === own) return true;
  for (let i = root.last; i < own.first; i++) if (view.tokens[i]!.pos === 'CCONJ') return true;
  return false;
}

/** The number of the subject where the form of the verb shows it. */
function numberOf({ structure: { view, clauses } }: TitleMaking, verb: number): 'singular' | 'plural' | undefined {
  const first = view.tokens[clauses.group[verb]!]!;
  if (first.pos === 'AUX' && /^(?:is|was|has|does)$/.test(first.lower)) return 'singular';
  if (first.pos === 'AUX' && /^(?:are|were|have|do)$/.test(first.lower)) return 'plural';
  const group = view.groupAt[verb];
  if (group?.form !== 'finite' || group.tense !== 'present' || clauses.group[verb] !== verb) return undefined;
  return first.lower === baseOf(first) ? 'plural' : first.lower.endsWith('s') ? 'singular' : undefined;
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

/** "Ban extended on food", "Ending fighting in Syria", "Meeting in Minsk". */
function withoutSubject(making: TitleMaking, verb: number, base: string, form: Form, passive: boolean): string {
  const { structure, anchor } = making;
  const { view, phrases } = structure;
  const object = anchor.token === verb && anchor.object >= 0 ? phrases[anchor.object]! : undefined;
  if (object && !passive && form === 'present' && view.groupAt[verb]?.form === 'finite') {
    const to = view.tokens.length;
    const name = nameWithLinks(making, object, to, OF);
    if (name) {
      let end = object.last;
      while (end < to && structure.clauses.phraseAt[end]! >= 0) end++;
      return follow(making, lastTold(making, object), `${name} ${participle(base)}`);
    }
  }
  if (reportingVerbs.has(base)) return 'Statement';
  const noun = nouns.get(base);
  if (noun !== undefined && telling.has(base))
    return follow(making, verb + 1, `${noun} that`, { says: verb })
      .replace(/ that(?: (?=(?:on|to|with|in|over|about) )|$)/, ' ')
      .trim();
  const own = passive ? view.tokens[verb]!.lower : gerund(base);
  const told = follow(making, verb + 1, own, { says: verb });
  return told === own && passive ? (noun ?? own) : told;
}
const OF = new Set(['of']);

/** The token after the last phrase that was told in a row from `phrase` on. */
function lastTold({ structure: { phrases }, told }: TitleMaking, phrase: Phrase): number {
  let { last } = phrase;
  for (let p = phrase.index + 1; p < phrases.length && told.has(p); p++)
    if (phrases[p]!.modifies === undefined) last = phrases[p]!.last;
  return last;
}
