import { readData } from '../data.ts';
import type { SentenceView } from './features.ts';
import type { VerbGroup } from './verb-groups.ts';

/** One step up from an event to what it depends on. Positions count from the start of the sentence. */
export interface Governor {
  readonly at: number;
  /**
   * How the lower word hangs on this one: "object", "subject", "to" (infinitive), "clause" (that-clause with or
   * without its word), "relative", "adverbial" (a gerund or participle that says how), "light", or a preposition
   * ("unto" for the preposition "to").
   */
  readonly relation: string;
}

const classes: ReadonlyMap<string, string> = new Map(
  Object.entries(readData<Readonly<Record<string, string>>>('en/events/governors.json')).flatMap(([name, words]) =>
    words.split(' ').map((word) => [word, name] as const),
  ),
);
/** What a governing word does to its event: "plan", "request", "deny" …; "-" for words that do nothing to it. */
export const governorClass = (lemma: string): string => classes.get(lemma) ?? '-';
/** Verbs with an entry of their own before a particle. */
const phrasal: ReadonlySet<string> = new Set(
  [...classes.keys()].filter((word) => word.includes('_')).map((word) => word.split('_')[0]!),
);
/** The class of the governor at a position, phrasal verbs ("call off") before their verb alone. */
export function classAt({ tokens }: SentenceView, at: number): string {
  const { lemma } = tokens[at]!;
  const next = phrasal.has(lemma) ? tokens[at + 1] : undefined;
  return (
    (next?.pos === 'ADP' || next?.pos === 'ADV' ? classes.get(`${lemma}_${next.lower}`) : undefined) ??
    governorClass(lemma)
  );
}

/** How far up a path goes, and how many words a step may span. */
const DEPTH = 3;
const SPAN = 14;

/** What an event depends on, nearest first: the plan, the request or the denial it is the content of. */
export function governorsOf(view: SentenceView, from: number): Governor[] {
  const { paths } = view.memory;
  paths[from] ??= climb(view, from);
  return paths[from];
}

function climb(view: SentenceView, from: number): Governor[] {
  const path: Governor[] = [];
  const seen = new Set([from]);
  for (let at = from; path.length < DEPTH; ) {
    const next = view.groupAt[at] === undefined ? aboveNoun(view, at) : aboveVerb(view, at, view.groupAt[at]!);
    if (next === undefined || seen.has(next.at)) break;
    seen.add(next.at);
    path.push(next);
    at = next.at;
  }
  return path;
}

const INSIDE = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'PRON', 'PART', 'ADV', 'SYM']);

/** Verbs that take a clause more often than a thing. */
const clausal: ReadonlySet<string> = new Set(
  [...classes].filter(([, name]) => name === 'say' || name === 'confirm').map(([word]) => word),
);

/** Left over the noun phrase to the verb it is object of, or the word its preposition hangs on; else its verb. */
function aboveNoun(view: SentenceView, from: number): Governor | undefined {
  const { tokens } = view;
  let preposition: string | undefined;
  for (let j = from - 1; j >= 0 && j >= from - SPAN; j--) {
    const { pos, lower } = tokens[j]!;
    if (pos === 'VERB') {
      // "suspected rebels": a participle within the phrase.
      if (preposition === undefined && view.groupAt[j]?.form === 'participle') continue;
      // "Officials said the strike killed six": what is said is the clause.
      if (preposition === undefined && clausal.has(tokens[j]!.lemma)) {
        const own = subjectOf(view, from);
        if (own !== undefined) return own;
      }
      return { at: j, relation: preposition ?? 'object' };
    }
    // "as well as" joins, it does not subordinate.
    if (lower === 'as' && tokens[j - 1]?.lower === 'well') j -= 2;
    else if (pos === 'ADP') preposition = lower === 'to' ? 'unto' : lower;
    else if (preposition !== undefined && pos === 'NOUN') return { at: j, relation: preposition };
    else if (pos === 'ADJ' && preposition !== undefined && tokens[j + 1]?.pos === 'ADP')
      return { at: j, relation: preposition };
    else if (pos === 'AUX') return subjectOf(view, from) ?? { at: j, relation: preposition ?? 'object' };
    else if (pos === 'CCONJ' && preposition === undefined) continue;
    else if (lower === '-') continue;
    else if (!INSIDE.has(pos) || lower === "n't" || lower === 'not') break;
  }
  return subjectOf(view, from);
}

/** The verb a noun phrase is the subject of: the next group, if nothing but its own modifiers stand between. */
function subjectOf(view: SentenceView, from: number): Governor | undefined {
  for (let j = from + 1; j < view.tokens.length && j <= from + SPAN; j++) {
    const group = view.groupAt[j];
    if (group !== undefined && group.form === 'finite') return { at: j, relation: 'subject' };
    const { pos, lower } = view.tokens[j]!;
    if (pos === 'SCONJ' || lower === 'that' || lower === ';') return undefined;
  }
  return undefined;
}

function aboveVerb(view: SentenceView, at: number, group: VerbGroup): Governor | undefined {
  const offset = view.sentence.firstToken;
  if (group.governor !== undefined)
    return {
      at: group.governor - offset,
      relation: group.preposition ?? (group.form === 'infinitive' ? 'to' : 'gerund'),
    };
  return group.form === 'finite' ? aboveClause(view, group.first - offset) : aboveAdverbial(view, at);
}

function aboveAdverbial({ groupAt, tokens }: SentenceView, at: number): Governor | undefined {
  for (let j = at - 1; j >= 0 && j >= at - SPAN; j--)
    if (groupAt[j] !== undefined && tokens[j]!.pos === 'VERB') return { at: j, relation: 'adverbial' };
  return undefined;
}

const RELATIVE = new Set(['who', 'which', 'whom', 'whose']);

/** The verb or noun that the clause before whose first verb `from` stands is content of. */
function aboveClause({ tokens, groupAt }: SentenceView, from: number): Governor | undefined {
  let marker: string | undefined;
  for (let j = from - 1; j >= 0 && j >= from - SPAN; j--) {
    const { pos, lower, lemma } = tokens[j]!;
    if (RELATIVE.has(lower)) marker = 'relative';
    else if (lower === 'that') marker = 'clause';
    else if (subordinators.has(lower)) return { at: j, relation: lower };
    else if (marker === 'relative' && (pos === 'NOUN' || pos === 'PROPN')) return undefined;
    else if (marker === 'clause' && pos === 'NOUN' && j >= from - 4) return { at: j, relation: 'clause' };
    else if (marker === 'clause' && pos === 'ADJ') return { at: j, relation: 'clause' };
    else if (groupAt[j] !== undefined && (pos === 'VERB' || marker !== undefined))
      return marker !== undefined || classes.has(lemma) ? { at: j, relation: marker ?? 'clause' } : undefined;
    else if (marker === undefined && (lower === ';' || pos === 'CCONJ')) return undefined;
  }
  return undefined;
}

/** Words that make a clause a condition, a time or a reason. */
export const subordinators: ReadonlySet<string> = new Set(
  readData<Readonly<Record<string, string>>>('en/events/statuscues.json').subordinate!.split(' '),
);
