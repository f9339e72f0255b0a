import { lemmaOf, type SentenceView } from './features.ts';
import { governorsOf } from './governors.ts';
import { entries, type LexiconEntry } from './lexicon-entries.ts';
import { verbLemmas } from './verb-forms.ts';

/** Words that begin an entry of two. */
const openers: ReadonlySet<string> = new Set(
  [...entries.keys()]
    .map((entry) => entry.split(' '))
    .filter((words) => words.length > 1 && words[1] !== 'n')
    .map(([verb]) => verb!),
);

/** How many words the head of an object and its preposition may stand away. */
const REACH = 8;
const IN_PHRASE = new Set(['DET', 'ADJ', 'NUM', 'PRON', 'ADV', 'PART', 'VERB']);

/** The head of the noun phrase after `from`: the last noun of its first run of nouns. -1: none. */
export function objectHead({ tokens, names, groupAt }: SentenceView, from: number): number {
  let head = -1;
  for (let j = from + 1; j < tokens.length && j <= from + REACH; j++) {
    const { pos, lower } = tokens[j]!;
    if (pos === 'NOUN') head = j;
    else if (head >= 0 && (names[j] === undefined || lower === "'s")) {
      if (lower !== "'s" && lower !== '-') return head;
    } else if (names[j] === undefined && pos !== 'PROPN' && (!IN_PHRASE.has(pos) || groupAt[j]?.form === 'finite'))
      return head;
  }
  return head;
}

/** The most specific entry that fits the event at `i`; undefined where none does. */
export function lookUp(view: SentenceView, i: number): LexiconEntry | undefined {
  const { entries: memory } = view.memory;
  memory[i] ??= find(view, i) ?? null;
  return memory[i] ?? undefined;
}

function find(view: SentenceView, i: number): LexiconEntry | undefined {
  const token = view.tokens[i]!;
  const noun = token.pos === 'NOUN' || token.pos === 'PROPN';
  const found = noun ? ofNoun(view, i, lemmaOf(token)) : undefined;
  if (found !== undefined || (noun && !token.lower.endsWith('ed') && verbLemmas(token)[0] === token.lemma))
    return found;
  for (const lemma of verbLemmas(token)) {
    const verb = ofVerb(view, i, lemma);
    if (verb !== undefined) return verb;
  }
  // A verb may be a noun that the tagger took for one, but not with the ending of a past.
  return token.lower.startsWith(token.lemma) && !token.lower.endsWith('ed')
    ? entries.get(`${token.lemma} n`)
    : undefined;
}

function ofNoun(view: SentenceView, i: number, lemma: string): LexiconEntry | undefined {
  const above = governorsOf(view, i)[0];
  if (above !== undefined) {
    const passive = above.relation === 'subject' && view.groupAt[above.at]?.voice === 'passive';
    if (passive || above.relation === 'object')
      for (const verb of verbLemmas(view.tokens[above.at]!)) {
        const pair = entries.get(`${verb} ${lemma}`);
        if (pair !== undefined) return pair;
      }
  }
  return entries.get(`${lemma} n`);
}

function ofVerb(view: SentenceView, i: number, lemma: string): LexiconEntry | undefined {
  if (!openers.has(lemma)) return entries.get(lemma);
  const { tokens } = view;
  const object = view.groupAt[i]?.voice === 'passive' ? subjectHead(view, i) : objectHead(view, i);
  if (object >= 0) {
    const pair = entries.get(`${lemma} ${tokens[object]!.lemma}`);
    if (pair !== undefined) return pair;
  }
  for (let j = i + 1; j < tokens.length && j <= i + REACH; j++) {
    const { pos, lower } = tokens[j]!;
    if (pos === 'PUNCT' || pos === 'SCONJ') break;
    if (lower === 'to' && tokens[j + 1]?.pos === 'VERB') {
      const before = entries.get(`${lemma} to`);
      if (before !== undefined) return before;
    }
    const particle = pos === 'ADP' || pos === 'ADV' || pos === 'PART' ? entries.get(`${lemma} +${lower}`) : undefined;
    if (particle !== undefined && (j === i + 1 || lower !== 'to')) return particle;
  }
  return entries.get(lemma);
}

/** The nearest noun before a passive: "the sanctions were lifted". */
function subjectHead({ tokens, groupAt, sentence }: SentenceView, i: number): number {
  const first = groupAt[i]!.first - sentence.firstToken;
  for (let j = first - 1; j >= 0 && j >= first - REACH; j--) {
    if (tokens[j]!.pos === 'NOUN') return j;
    if (tokens[j]!.pos === 'VERB') return -1;
  }
  return -1;
}
