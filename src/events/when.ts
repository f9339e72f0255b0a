import type { TimeExpression } from '../../schemas/extraction.ts';
import { hash, type LinearModel } from '../learn/linear.ts';
import { storyStart } from './dateline.ts';
import type { SentenceView } from './features.ts';
import { bucket, mix } from './keys.ts';
import { WINDOW } from './pair-features.ts';
import type { Anchor, Structure } from './relations.ts';
import { wordsOf } from './structure-words.ts';
import { reportingVerbs } from './words.ts';

/** A temporal expression with the tokens it covers, counted from the sentence. */
export interface PlacedTime {
  readonly time: TimeExpression;
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
}

/** The expression that dates an event. */
export interface When extends PlacedTime {
  readonly probability: number;
  /** No clause begins between the two. */
  readonly sameClause: boolean;
}

/** The best expression must be this likely; chosen for F1 out of fold. */
export const WHEN_THRESHOLD = 0.46;

/** The expressions of one sentence after its dateline, placed on its tokens; `times` are in order. */
export function placeTimes(view: SentenceView, times: readonly TimeExpression[]): PlacedTime[] {
  const start = storyStart(view);
  let i = 0;
  return times.flatMap((time) => {
    while (i < view.tokens.length && view.tokens[i]!.end <= time.start) i++;
    const first = i;
    let last = i;
    while (last < view.tokens.length && view.tokens[last]!.start < time.end) last++;
    return last > Math.max(first, start) ? [{ time, first, last }] : [];
  });
}

/** The likeliest expression of the sentence for an event, if one is likely enough. */
export function findWhen(
  structure: Structure,
  anchor: Anchor,
  times: readonly PlacedTime[],
  model: LinearModel,
  threshold = WHEN_THRESHOLD,
): When | undefined {
  const yes = model.labels.indexOf('yes');
  let best: When | undefined;
  for (const placed of nearTimes(anchor, times)) {
    const probability = model.probabilities(whenFeatures(structure, anchor, placed, times.length))[yes]!;
    if (probability < threshold || probability <= (best?.probability ?? 0)) continue;
    best = { ...placed, probability, sameClause: boundaries(structure, anchor, placed) === 0 };
  }
  return best ?? carried(structure, anchor, times);
}

/** Verbs that say when their subject takes place, and nothing else: "the summit is scheduled for May". */
const CARRIERS = wordsOf('carriers');

/** The expression of the verb that only says when the noun takes place: "the talks, which are due to start on Monday". */
function carried(structure: Structure, anchor: Anchor, times: readonly PlacedTime[]): When | undefined {
  const { clauses, view } = structure;
  const { subjectOf } = anchor;
  if (subjectOf < 0 || !CARRIERS.has(view.tokens[subjectOf]!.lemma)) return undefined;
  const placed = nearTimes(anchor, times).find((each) => {
    const host = each.first > subjectOf ? hostOf(structure, each) : -1;
    return host === subjectOf || (host >= 0 && descends(clauses.parent, host, subjectOf));
  });
  return placed && { ...placed, probability: WHEN_THRESHOLD, sameClause: boundaries(structure, anchor, placed) === 0 };
}

/** Expressions within reach of a trigger; how often something is done dates nothing. */
export function nearTimes({ token }: Anchor, times: readonly PlacedTime[]): PlacedTime[] {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]!.last < token - WINDOW) low = middle + 1;
    else high = middle;
  }
  const near: PlacedTime[] = [];
  for (let t = low; t < times.length && times[t]!.first <= token + WINDOW; t++)
    if (times[t]!.time.type !== 'SET') near.push(times[t]!);
  return near;
}

/** The tokens between a trigger and an expression; what the trigger is the subject of, or its light verb, stands for it. */
function between({ token, subjectOf, support }: Anchor, { first, last }: PlacedTime): [from: number, to: number] {
  if (first > token) return [(subjectOf >= 0 && subjectOf < first ? subjectOf : token) + 1, first];
  const at = support >= last ? support : token;
  return [Math.min(last, at), at];
}

function boundaries({ clauses }: Structure, anchor: Anchor, placed: PlacedTime): number {
  const [from, to] = between(anchor, placed);
  return clauses.clause[to]! - clauses.clause[from]!;
}

/** The verb an expression hangs on: the nearest before it in its clause, else the nearest after it; -1 without. */
function hostOf({ clauses, view }: Structure, { first, last }: PlacedTime): number {
  const isVerb = (i: number) => clauses.verbs[i + 1] !== clauses.verbs[i];
  for (let i = first - 1; i >= 0 && i > first - REACH; i--) {
    if (clauses.clause[i + 1] !== clauses.clause[first]) break;
    if (isVerb(i)) return i;
  }
  for (let i = last; i < view.tokens.length && i < last + REACH; i++) if (isVerb(i)) return i;
  return -1;
}
const REACH = 25;

/** Whether a verb shares its subject with another, over at most three verbs. */
function descends(parent: Int32Array, verb: number, from: number): boolean {
  for (let n = 0; n < 3 && verb >= 0; n++) {
    verb = parent[verb]!;
    if (verb === from) return true;
  }
  return false;
}

/** How a trigger stands to the verb an expression hangs on. */
function standing(
  { clauses }: Structure,
  { token, verbal, support, subjectOf, objectOf }: Anchor,
  host: number,
): string {
  if (host < 0) return 'none';
  if (host === token || host === support) return 'self';
  if (!verbal && subjectOf >= 0 && (host === subjectOf || descends(clauses.parent, host, subjectOf))) return 'subject';
  const carrier = verbal ? token : support >= 0 ? support : objectOf;
  if (carrier < 0) return token > host ? 'noun after' : 'noun before';
  if (!verbal && carrier === host) return 'object';
  if (clauses.parent[carrier] === host) return `child:${clauses.subjectKind[carrier]}`;
  if (clauses.parent[host] === carrier) return `parent:${clauses.subjectKind[host]}`;
  return `${carrier > host ? 'after' : 'before'}:${clauses.subjectKind[carrier]}`;
}

/** What a value says of itself: a day, a vague reference, a length of time. */
const valueClass = ({ type, value, precision }: TimeExpression): string =>
  value.endsWith('_REF') ? value : type === 'DATE' || type === 'TIME' ? precision : type;

export function whenFeatures(structure: Structure, anchor: Anchor, placed: PlacedTime, times: number): number[] {
  const { view, clauses } = structure;
  const { tokens } = view;
  const { token, verbal, support } = anchor;
  const { time, first, last } = placed;
  const [from, to] = between(anchor, placed);
  const after = first > token;
  const verbs = Math.min(3, clauses.verbs[to]! - clauses.verbs[from]!);
  const crossed = Math.min(3, clauses.clause[to]! - clauses.clause[from]!);
  const nouns = Math.min(4, clauses.phrases[to]! - clauses.phrases[from]!);
  const { lemma } = tokens[token]!;
  const before = hash(tokens[first - 1]?.lower ?? '#');
  const follows = hash(tokens[last]?.lower ?? '#');
  const side = (after ? 1 : 0) + (verbal ? 2 : 0) + (support >= 0 ? 4 : 0);
  const kind = hash(valueClass(time));
  const reporting = reportingVerbs.has(lemma) ? 1 : 0;
  const form = hash(tokens[token]!.lower.slice(-3));
  const path = mix(verbs * 4 + crossed, side);
  let comma = 0;
  for (let i = from; i < to; i++) if (tokens[i]!.text === ',') comma = 1;
  const edge = first === 0 || (first === 1 && tokens[0]!.pos === 'ADP') ? 1 : last >= tokens.length - 1 ? 2 : 0;
  const next = hash(tokens[token + 1]?.pos ?? '#');
  let t = 1000;
  const keys: number[] = [];
  const add = (key: number): void => {
    keys.push(mix(t++, key));
  };
  add(side);
  add(path);
  add(mix(path, kind));
  add(mix(path, before));
  add(mix(path, comma));
  add(mix(path, edge));
  add(mix(path, reporting));
  add(mix(path, mix(reporting, edge)));
  add(mix(path, times));
  add(mix(path, nouns));
  add(mix(bucket(after ? first - token : token - last), side));
  add(mix(nouns, side));
  add(mix(before, side));
  add(mix(before, kind));
  add(mix(follows, side));
  add(kind);
  add(mix(times, side));
  add(mix(times, mix(verbs, crossed)));
  add(hash(lemma));
  add(mix(hash(lemma), side));
  add(mix(form, path));
  add(mix(next, path));
  add(mix(edge, side));
  add(mix(hash(time.text.toLowerCase()), side));
  add(mix(hash(tokens[first - 1]?.pos ?? '#'), path));
  add(mix(view.inQuotes[token] === view.inQuotes[first] ? 1 : 0, path));
  add(mix(hash(tokens[token - 1]?.lower ?? '#'), path));
  const { triggers } = structure;
  const events = Math.min(3, triggers[to]! - triggers[from]!);
  const reach = after ? first - token : token - last;
  const beyond = after ? Math.min(tokens.length, last + reach) : Math.max(0, first - reach);
  const others = after ? triggers[beyond]! - triggers[last]! : triggers[first]! - triggers[beyond]!;
  const nearer = Math.min(3, events + Math.max(0, others));
  add(mix(events, side));
  add(mix(events, path));
  add(mix(nearer, path));
  add(mix(nearer, mix(events, edge)));
  add(mix(mix(events, nearer), mix(reporting, before)));
  const host = hostOf(structure, placed);
  const stands = hash(standing(structure, anchor, host));
  const teller = host >= 0 && reportingVerbs.has(tokens[host]!.lemma) ? 1 : 0;
  add(stands);
  add(mix(stands, path));
  add(mix(stands, teller));
  add(mix(stands, mix(teller, edge)));
  add(mix(stands, mix(hash(verbal ? 'verb' : lemma), edge)));
  add(mix(stands, before));
  add(mix(stands, mix(nouns, kind)));
  add(mix(stands, mix(events, nearer)));
  add(mix(kind, mix(hash(tokens[first - 1]?.pos ?? '#'), times)));
  add(mix(anchor.subjectOf >= 0 ? 1 : anchor.objectOf >= 0 ? 2 : 0, path));
  return keys;
}
