import type { Analysis } from '../analysis.ts';
import type { Sentence, Token } from '../text/types.ts';
import { lookUp, objectHead } from './lexicon.ts';
import { type VerbGroup, verbGroups } from './verb-groups.ts';
import {
  aspectVerbs,
  auxiliaries,
  categories,
  clusterOf,
  groupOf,
  lightVerbs,
  modeCues,
  nounClasses,
  reportingVerbs,
  verbClasses,
} from './words.ts';

/** What the event models read of an analysis, indexed by token. */
export type Reading = Pick<Analysis, 'text' | 'times' | 'names'>;
/** A sentence's tokens with what stands at each of them. */
export interface SentenceView {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** The type of the name a token is part of. */
  readonly names: readonly (string | undefined)[];
  readonly timed: boolean;
  readonly inQuotes: readonly boolean[];
  /** The word features shared by every token of the sentence. */
  readonly words: readonly string[];
  readonly groups: readonly VerbGroup[];
  /** The verb group whose head a token is. */
  readonly groupAt: readonly (VerbGroup | undefined)[];
}

/** Views of every sentence; linear in the text. */
export function viewSentences({ text, times, names }: Reading): SentenceView[] {
  const types: (string | undefined)[] = new Array(text.tokens.length).fill(undefined);
  for (const name of names) for (let i = name.firstToken; i < name.lastToken; i++) types[i] = name.type;
  let next = 0;
  return text.sentences.map((sentence) => {
    while (next < times.length && times[next]!.end <= sentence.start) next++;
    const tokens = text.tokens.slice(sentence.firstToken, sentence.lastToken);
    const view = {
      sentence,
      tokens,
      names: types.slice(sentence.firstToken, sentence.lastToken),
      timed: next < times.length && times[next]!.start < sentence.end,
      inQuotes: quoted(tokens),
    };
    const groups = verbGroups(tokens);
    const groupAt: (VerbGroup | undefined)[] = new Array(tokens.length).fill(undefined);
    for (const group of groups) groupAt[group.head - sentence.firstToken] = group;
    return { ...view, words: view.tokens.map((token, i) => view.names[i] ?? token.lemma), groups, groupAt };
  });
}

function quoted(tokens: readonly Token[]): boolean[] {
  let open = false;
  return tokens.map((token) => {
    if (/^["“”]$/.test(token.text)) open = token.text === '“' || (token.text === '"' && !open);
    return open;
  });
}

/** A word that may be an event at all: a content word outside names. */
export function isCandidate({ tokens, names }: SentenceView, i: number): boolean {
  const { pos, lower, lemma } = tokens[i]!;
  if (names[i] !== undefined || lower.length < 3 || auxiliaries.has(lemma)) return false;
  if (pos === 'VERB' || pos === 'NOUN') return /^[a-z-]+$/.test(lower);
  return (
    (pos === 'PROPN' || pos === 'ADJ' || pos === 'AUX' || pos === 'ADP' || pos === 'ADV') && isEventWord(lower, lemma)
  );
}

const isEventWord = (lower: string, lemma: string): boolean =>
  verbClasses.has(lemma) || nounClasses.has(lemma) || (/(?:ed|ing)$/.test(lower) && lower.length > 4);

/** How far words count for a type: bounds the cost of a sentence without end. */
const REACH = 30;

/** The word an auxiliary-free look backwards or forwards finds, within `reach` tokens. */
function seek(view: SentenceView, from: number, step: 1 | -1, reach: number, wanted: (i: number) => boolean): number {
  for (let i = from + step, n = 0; n < reach && i >= 0 && i < view.tokens.length; i += step, n++) {
    if (wanted(i)) return i;
    if (view.tokens[i]!.text === ';') break;
  }
  return -1;
}

/** The light verb before an event noun: "hold" in "hold lengthy talks"; -1 without one. */
export const findSupport = (view: SentenceView, i: number): number =>
  view.tokens[i]!.pos === 'VERB'
    ? -1
    : seek(view, i, -1, 6, (j) => view.tokens[j]!.pos === 'VERB' && lightVerbs.has(view.tokens[j]!.lemma));

/** Features of token `i` as a trigger: the word, its neighbours, what it governs and what stands near. */
export function triggerFeatures(view: SentenceView, i: number): string[] {
  const { tokens, words } = view;
  const { lower, lemma, pos } = tokens[i]!;
  const word = (j: number): string => words[j] ?? '#';
  const tag = (j: number): string => tokens[j]?.pos ?? '#';
  const noun = nounClasses.get(lemma) ?? '-';
  const verb = verbClasses.get(lemma) ?? '-';
  const features = [
    `w=${lower}`,
    `l=${lemma}`,
    `lp=${lemma}/${pos}`,
    `p=${pos}`,
    `n=${noun}`,
    `v=${verb}`,
    `pn=${pos}/${noun}`,
    `pv=${pos}/${verb}`,
    `s3=${pos}/${lower.slice(-3)}`,
    `s4=${lower.slice(-4)}`,
    `-1=${word(i - 1)}`,
    `+1=${word(i + 1)}`,
    `-2=${word(i - 2)}`,
    `+2=${word(i + 2)}`,
    `l-1=${lemma}/${word(i - 1)}`,
    `l+1=${lemma}/${word(i + 1)}`,
    `t-1=${pos}/${tag(i - 1)}`,
    `t+1=${pos}/${tag(i + 1)}`,
    `t=${tag(i - 2)}/${tag(i - 1)}/${pos}`,
    `T=${pos}/${tag(i + 1)}/${tag(i + 2)}`,
    `-+=${tag(i - 1)}/${pos}/${tag(i + 1)}`,
  ];
  const support = findSupport(view, i);
  if (support >= 0) features.push(`light=${tokens[support]!.lemma}`, `ln=${noun}`);
  const governor = seek(view, i, -1, 6, (j) => tokens[j]!.pos === 'VERB');
  if (governor >= 0)
    features.push(`g=${tokens[governor]!.lemma}`, `gp=${pos}/${aspectVerbs.has(tokens[governor]!.lemma)}`);
  const object = seek(view, i, 1, 6, (j) => tokens[j]!.pos === 'NOUN' || view.names[j] !== undefined);
  if (object >= 0) features.push(`o=${word(object)}`, `on=${pos}/${nounClasses.get(tokens[object]!.lemma) ?? '-'}`);
  if (aspectVerbs.has(lemma)) features.push('aspect', `aspect+1=${tag(i + 1)}`);
  if (reportingVerbs.has(lemma)) features.push('reporting');
  if (view.inQuotes[i]) features.push('quoted', `quoted/${pos}`);
  if (view.sentence.headline) features.push(`headline/${pos}`);
  if (i === 0) features.push('first');
  if (view.timed) features.push(`timed/${pos}`);
  features.push(
    `k=${pos}/${clusterOf(lower)}`,
    `kl=${pos}/${clusterOf(lemma)}`,
    `kg=${pos}/${groupOf(lower)}`,
    `k-1=${groupOf(tokens[i - 1]?.lower ?? '')}`,
    `k+1=${groupOf(tokens[i + 1]?.lower ?? '')}`,
    `d=${pos}/${categories.has(lemma)}`,
  );
  return features;
}

/** Features of trigger `i` for its type and mode: what the trigger features say, and the words about it. */
export function typeFeatures(view: SentenceView, i: number): string[] {
  const { tokens, words } = view;
  const lemma = tokens[i]!.lemma;
  const features = [
    `w=${tokens[i]!.lower}`,
    `l=${lemma}`,
    `l5=${lemma.slice(0, 5)}`,
    `n=${nounClasses.get(lemma)}`,
    `v=${verbClasses.get(lemma)}`,
  ];
  const support = findSupport(view, i);
  if (support >= 0) features.push(`light=${tokens[support]!.lemma}`, `ll=${tokens[support]!.lemma}/${lemma}`);
  for (let j = Math.max(0, i - 5); j <= Math.min(words.length - 1, i + 5); j++) {
    const { pos } = tokens[j]!;
    if (j === i || pos === 'PUNCT' || pos === 'DET') continue;
    const side = j < i ? 'a' : 'b';
    features.push(`${side}=${words[j]}`, `c=${words[j]}`);
    if (Math.abs(j - i) <= 2) features.push(`${side}${Math.abs(j - i)}=${words[j]}`, `${lemma}${side}=${words[j]}`);
  }
  const object = seek(view, i, 1, 6, (j) => tokens[j]!.pos === 'NOUN');
  if (object >= 0)
    features.push(`o=${words[object]}`, `lo=${lemma}/${words[object]}`, `on=${nounClasses.get(tokens[object]!.lemma)}`);
  for (let j = Math.max(0, i - REACH); j < Math.min(words.length, i + REACH); j++)
    if (tokens[j]!.pos === 'NOUN' || tokens[j]!.pos === 'VERB') features.push(`s=${words[j]}`);
  features.push(`k=${clusterOf(tokens[i]!.lower)}`, `kl=${clusterOf(lemma)}`, `kg=${groupOf(lemma)}`);
  const own = categories.get(lemma);
  if (own !== undefined) features.push(`d=${own}`, `dd=${own}`);
  if (object >= 0) {
    const head = tokens[object]!.lemma;
    features.push(`ko=${clusterOf(head)}`, `kgo=${groupOf(lemma)}/${groupOf(head)}`);
    const pair = categories.get(`${lemma} ${head}`);
    if (pair !== undefined) features.push(`d2=${pair}`);
  }
  if (support >= 0) {
    const pair = categories.get(`${tokens[support]!.lemma} ${lemma}`);
    if (pair !== undefined) features.push(`d2=${pair}`);
  }
  addFrame(features, view, i);
  return features;
}

/** A telephone or a mediator right beside the word: "a telephone conversation", "talks by phone". */
export function nearMode({ tokens }: SentenceView, i: number): string | undefined {
  for (let j = Math.max(0, i - 3); j <= i + 5 && j < tokens.length; j++) {
    const cue = modeCues.get(tokens[j]!.lower);
    if (cue === 'phone' || (cue === 'third-party' && Math.abs(j - i) <= 3)) return cue;
  }
  return undefined;
}

/** Features of a consultation for its mode: the type's, and the words of the sentence that name a mode. */
export function modeFeatures(view: SentenceView, i: number): string[] {
  const { lemma, pos } = view.tokens[i]!;
  const features = [
    `l=${lemma}`,
    `p=${pos}`,
    `x=${lookUp(view, i)?.entry}`,
    `-1=${view.words[i - 1]}`,
    `+1=${view.words[i + 1]}`,
  ];
  const found = new Set<string>();
  const parties = new Set<string>();
  for (let j = Math.max(0, i - REACH); j < Math.min(view.tokens.length, i + REACH); j++) {
    const { lower } = view.tokens[j]!;
    const cue = modeCues.get(lower);
    if (cue !== undefined) found.add(cue);
    if (view.names[j] === 'country' || view.names[j] === 'people') parties.add(lower);
  }
  for (const cue of found) features.push(`cue=${cue}`);
  features.push(`parties=${Math.min(parties.size, 4)}`, `cues=${[...found].sort().join('+')}`);
  return features;
}

/** What the curated lexicon says, the head of the object and how the verb stands. */
function addFrame(features: string[], view: SentenceView, i: number): void {
  const { tokens, groupAt } = view;
  const { lemma } = tokens[i]!;
  const entry = lookUp(view, i);
  features.push(`x=${entry?.type}`, `x=${entry?.type}/${entry?.mode}`, `xk=${entry?.entry}`);
  const head = objectHead(view, i);
  const group = groupAt[i];
  if (head >= 0)
    features.push(
      `oh=${tokens[head]!.lemma}`,
      `loh=${lemma}/${tokens[head]!.lemma}`,
      `ohn=${nounClasses.get(tokens[head]!.lemma)}/${verbClasses.get(lemma)}`,
    );
  const next = tokens[i + 1];
  features.push(
    `lnext=${lemma}/${next?.lower}`,
    `voice=${lemma}/${group?.voice}`,
    `form=${group?.form}/${group?.tense}`,
  );
}

/** Features of a typed trigger for its prominence. */
export function prominenceFeatures(view: SentenceView, i: number, type: string, mode: string | undefined): string[] {
  const { tokens, words, names } = view;
  const { lemma, pos, lower } = tokens[i]!;
  const word = (j: number): string => words[j] ?? '#';
  const named = new Set(names.filter((name) => name !== undefined));
  const features = [
    `l=${lemma}`,
    `w=${lower}`,
    `y=${type}`,
    `yp=${type}/${pos}`,
    `m=${mode}`,
    `y-1=${type}/${word(i - 1)}`,
    `-1=${word(i - 1)}`,
    `-2=${word(i - 2)}`,
    `+1=${word(i + 1)}`,
    `s=${pos}/${lower.slice(-3)}`,
    `timed=${type}/${view.timed}`,
    `timed=${view.timed}`,
    `n=${nounClasses.get(lemma)}/${pos}`,
    `v=${verbClasses.get(lemma)}/${pos}`,
    `at=${Math.min(5, Math.floor((i * 6) / tokens.length))}/${pos}`,
    `names=${Math.min(3, named.size)}`,
  ];
  for (const name of named) features.push(`has=${name}`, `yhas=${type}/${name}`);
  for (let j = Math.max(0, i - 4); j < i; j++) features.push(`before=${word(j)}`);
  for (let j = i + 1; j < Math.min(words.length, i + 5); j++) features.push(`after=${word(j)}`);
  const governor = seek(view, i, -1, 8, (j) => tokens[j]!.pos === 'VERB');
  if (governor >= 0) features.push(`g=${tokens[governor]!.lemma}`);
  if (reportingVerbs.has(lemma)) features.push('reporting');
  if (view.inQuotes[i]) features.push('quoted', `quoted/${type}`);
  if (view.sentence.headline) features.push('headline');
  features.push(`k=${clusterOf(lower)}`, `kg=${groupOf(lower)}/${pos}`);
  return features;
}
