import type { EventStatus } from '../../schemas/extraction.ts';
import type { SentenceView } from './features.ts';
import { classAt, type Governor } from './governors.ts';
import { cueVerbs } from './speakers.ts';
import type { VerbGroup } from './verb-groups.ts';

/** What grammar alone says of an event, and the words that say so. */
export interface Veridicality {
  readonly status: Extract<EventStatus, 'happened' | 'ongoing' | 'planned' | 'denied' | 'hypothetical' | 'unknown'>;
  readonly because: readonly string[];
}
type State = Veridicality['status'];

/** What a governing word that is itself real makes of its content; what is absent passes its own status on. */
const EFFECTS: Readonly<Record<string, State>> = {
  attempt: 'hypothetical',
  cancel: 'denied',
  charge: 'unknown',
  consider: 'hypothetical',
  deny: 'denied',
  desire: 'hypothetical',
  expect: 'planned',
  fail: 'denied',
  fear: 'hypothetical',
  plan: 'planned',
  prevent: 'denied',
  refuse: 'denied',
  request: 'hypothetical',
  unclear: 'unknown',
};
/** What the negation of a governing word makes of its content: "did not plan to", "did not fail to". */
const NEGATED: Readonly<Record<string, State>> = {
  fail: 'happened',
  prevent: 'happened',
  deny: 'unknown',
  refuse: 'hypothetical',
  say: 'unknown',
  confirm: 'unknown',
  unclear: 'happened',
};
const CONDITIONS = new Set(['if', 'unless', 'whether']);

/**
 * Reads an event's status off what it depends on, from the outermost governor inwards, as factuality profiles do
 * (Saurí & Pustejovsky 2009): each verb is real, planned or unreal by its tense and modality, and each governing word
 * turns that into the status of its content.
 */
export function veridicality(
  view: SentenceView,
  own: VerbGroup | undefined,
  path: readonly Governor[],
  denied: boolean,
): Veridicality {
  const because: string[] = [];
  let state: State = 'happened';
  for (let level = path.length - 1; level >= 0; level--) {
    const { at, relation } = path[level]!;
    const { text } = view.tokens[at]!;
    if (CONDITIONS.has(relation)) {
      state = relation === 'whether' ? 'unknown' : 'hypothetical';
      because.push(`"${relation}"`);
      continue;
    }
    const group = view.groupAt[at];
    const before: State = state;
    state = content(classAt(view, at), byShape(group, state), group?.negated ?? isNone(view, at), relation);
    if (state !== before) because.push(`${relation} of "${text}"`);
  }
  const last = byShape(own, state);
  if (last !== state && own !== undefined) because.push(own.negated ? 'negated' : (own.modal ?? own.tense));
  if (denied) return { status: 'denied', because: [...because, '"no"'] };
  return { status: last, because };
}

/** The status of a verb in a context of `state`: a finite verb has its own, every other takes the context's. */
function byShape(group: VerbGroup | undefined, state: State): State {
  if (group === undefined) return state;
  const { form, tense, modal, negated, progressive, perfect } = group;
  if (form !== 'finite') return negated ? 'denied' : state;
  if (negated && (modal === undefined || tense === 'future')) return 'denied';
  if (state !== 'happened' && state !== 'ongoing') return state;
  if (tense === 'future') return 'planned';
  if (modal !== undefined && modal !== 'have to' && modal !== 'used to') return 'hypothetical';
  if (tense === 'present' && progressive) return 'ongoing';
  return tense === 'present' && !perfect ? 'ongoing' : 'happened';
}

function content(kind: string, state: State, negated: boolean, relation: string): State {
  if (relation === 'relative' || relation === 'adverbial') return state;
  if (negated) return NEGATED[kind] ?? 'denied';
  const effect = EFFECTS[kind];
  if (state === 'happened' || state === 'ongoing')
    return relation === 'subject' && kind !== 'cancel'
      ? effect === 'planned'
        ? effect
        : state
      : (effect ?? 'happened');
  if (state === 'planned') return effect === 'hypothetical' || effect === 'denied' ? effect : state;
  return state;
}

/** A governor that is a fact itself: not negated, not modal, not an infinitive. */
const isReal = (group: VerbGroup | undefined): boolean =>
  group === undefined || (!group.negated && group.modal === undefined && group.form !== 'infinitive');

/** What a governor that is a fact makes of its content, by how the content hangs on it, where hardly a case differs. */
const SETTLED: Readonly<Record<string, Readonly<Record<string, EventStatus>>>> = {
  refuse: { to: 'denied', out: 'denied', gerund: 'denied' },
  fail: { to: 'denied' },
  prevent: { from: 'denied' },
  deny: { gerund: 'denied' },
  cancel: { object: 'cancelled', off: 'cancelled' },
  plan: { to: 'planned' },
  desire: { to: 'hypothetical' },
  request: { to: 'hypothetical', for: 'hypothetical' },
  fear: { object: 'hypothetical' },
  expect: { object: 'planned' },
};
/** Verbs whose object is still to come: "plans another event", "promised full cooperation". */
const ARRANGING = new Set(['arrange', 'plan', 'pledge', 'prepare', 'promise', 'schedule']);
/** "no plans to", "no intention of". */
const isNone = ({ tokens }: SentenceView, at: number): boolean => tokens[at - 1]?.lower === 'no';
const HEARSAY = new Set(['say', 'confirm', 'charge']);
/** Governors that leave a plan a plan. */
const PLAIN = new Set(['-', 'say', 'confirm', 'plan', 'begin']);

/** How far away an "if" counts. */
const CONDITION_REACH = 40;
function isConditional({ tokens }: SentenceView, at: number): boolean {
  for (let j = Math.max(0, at - CONDITION_REACH); j < at + CONDITION_REACH && j < tokens.length; j++)
    if (tokens[j]!.lower === 'if' || tokens[j]!.lower === 'unless') return true;
  return false;
}

/** "Denies that it attacked", "denies having carried out an attack": whatever stands between says nothing of its own. */
function isDenied(view: SentenceView, path: readonly Governor[], kinds: readonly string[]): boolean {
  const at = kinds.findIndex((kind) => kind !== '-');
  const above = path[at];
  if (kinds[at] !== 'deny' || above === undefined || !isReal(view.groupAt[above.at])) return false;
  const between = path.slice(0, at).every((each) => isReal(view.groupAt[each.at]));
  return between && (above.relation === 'clause' || above.relation === 'gerund');
}

/** Words within a noun phrase that say whether its event is still to come, going on or only thought of. */
const MODIFIERS: Readonly<Record<string, EventStatus>> = {
  upcoming: 'planned',
  forthcoming: 'planned',
  future: 'planned',
  planned: 'planned',
  scheduled: 'planned',
  coming: 'planned',
  next: 'planned',
  ongoing: 'ongoing',
  continuing: 'ongoing',
  possible: 'hypothetical',
  potential: 'hypothetical',
  threatened: 'hypothetical',
};
const AHEAD = new Set(['scheduled', 'slated', 'planned', 'due', 'set']);
const IN_PHRASE = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'PART', 'VERB']);

/** "Whether he resigned", "it is not clear if he resigned": nobody says which. */
const isOpen = (view: SentenceView, { at, relation }: Governor): boolean =>
  relation === 'whether' || (relation === 'if' && at > 0 && ASKING.has(classAt(view, at - 1)));
const ASKING = new Set(['unclear', 'say', 'confirm', 'request']);

/** "The vote is scheduled for May", "elections are due". */
const isComing = ({ tokens, groupAt }: SentenceView, at: number): boolean =>
  groupAt[at]?.negated === false && (AHEAD.has(tokens[at]!.lower) || tokens[at + 1]?.lower === 'due');

/** What an adjective says of a noun: "the upcoming U.S.-hosted conference", "next month's vote", "talks scheduled for May". */
function modified({ tokens, groupAt }: SentenceView, i: number): EventStatus | undefined {
  if (tokens[i]!.pos !== 'NOUN') return undefined;
  const after = tokens[i + 1];
  if (after !== undefined && AHEAD.has(after.lower) && tokens[i + 2]?.pos === 'ADP') return 'planned';
  if (after?.lower === 'to' && tokens[i + 2]?.lower === 'be' && tokens[i + 3]?.pos === 'VERB') return 'planned';
  for (let j = i - 1; j >= 0 && j >= i - 6; j--) {
    const { pos, lower } = tokens[j]!;
    const says = MODIFIERS[lower];
    if (says !== undefined) return says;
    if (lower !== '-' && (!IN_PHRASE.has(pos) || groupAt[j]?.form === 'finite')) return undefined;
  }
  return undefined;
}

/**
 * The cases that grammar settles whatever the model says: a negated verb, what was refused, prevented, called off or
 * dismissed as hearsay, and a plain future. Undefined elsewhere.
 */
export function settled(
  view: SentenceView,
  i: number,
  own: VerbGroup | undefined,
  path: readonly Governor[],
): EventStatus | undefined {
  if (own?.form === 'finite' && own.negated && (own.modal === undefined || own.modal === 'will')) return 'denied';
  const near = path[0];
  if (near !== undefined && own?.form === 'finite' && isOpen(view, near)) return 'unknown';
  const kinds = path.map(({ at }) => classAt(view, at));
  if (near?.relation === 'for' && kinds[0] === 'request') return 'hypothetical';
  if (near !== undefined && isReal(view.groupAt[near.at]) && isReal(path[1] && view.groupAt[path[1].at])) {
    const kind = kinds[0]!;
    if (isNone(view, near.at)) return kind === 'plan' ? 'denied' : undefined;
    if (kinds[1] === 'cancel' && path[1]!.relation === 'object' && kind === 'plan') return 'cancelled';
    const outcome = SETTLED[kind]?.[near.relation];
    if (outcome !== undefined) return outcome;
    if (near.relation === 'object' && ARRANGING.has(view.tokens[near.at]!.lemma)) return 'planned';
    if (kinds[1] === 'deny' && path[1]!.relation === 'object' && HEARSAY.has(kind)) return 'denied';
    if (isDenied(view, path, kinds)) return 'denied';
    if (kind === 'cancel' && near.relation === 'subject' && view.groupAt[near.at]?.voice === 'passive')
      return 'cancelled';
  }
  if (near?.relation === 'subject' && isComing(view, near.at)) return 'planned';
  if (near?.relation === 'subject' && kinds[0] === 'begin' && view.groupAt[near.at]?.tense === 'present')
    return 'ongoing';
  const first = own === undefined ? undefined : view.tokens[own.first - view.sentence.firstToken - 1];
  // "Another event to be held in May": what a passive infinitive says of a noun is still to come.
  if (
    own?.form === 'infinitive' &&
    own.voice === 'passive' &&
    first?.pos === 'NOUN' &&
    (near === undefined || kinds[0] === 'confirm' || kinds[0] === '-')
  )
    return 'planned';
  const says = modified(view, i);
  if (says !== undefined) return says;
  const progressive = own?.form === 'finite' && own.tense === 'present' && own.progressive && own.modal === undefined;
  if (progressive && !cueVerbs.has(view.tokens[own.head - view.sentence.firstToken]!.lemma)) return 'ongoing';
  if (own?.form !== 'finite' || own.tense !== 'future' || own.negated) return undefined;
  const at = own.head - view.sentence.firstToken;
  return !isConditional(view, at) && kinds.every((kind) => PLAIN.has(kind)) ? 'planned' : undefined;
}
