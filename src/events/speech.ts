import type { SentenceView } from './features.ts';
import {
  cueVerbs,
  documentNouns,
  type Phrase,
  personPronouns,
  phraseBefore,
  phraseFrom,
  speakerPronouns,
  subjectBefore,
} from './speakers.ts';
import type { VerbGroup } from './verb-groups.ts';

/** Somebody saying something in a sentence. Positions count from the start of the sentence. */
export interface SpeechAct {
  /**
   * before: "X said that …"; inverted: "…," said X; according: "according to X"; quoted: "quotes X as saying";
   * headline: "X: …" or "… – X"; carried: a quotation that an earlier sentence opened.
   */
  readonly form: 'before' | 'inverted' | 'according' | 'quoted' | 'headline' | 'carried';
  /** The reporting word, or the mark of a headline. -1 where it stands in an earlier sentence. */
  readonly cue: number;
  readonly lemma: string;
  readonly cueText: string;
  /** Absent where the speaker stands in another sentence and only `source` tells. */
  readonly speaker?: Phrase;
  readonly source: Source;
  /** Whom a pronoun means: the last person, or the last body, that was named or spoke. */
  readonly antecedent?: Source;
}

/** Who speaks, as a span of the text. */
export interface Source {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The type of name it is; absent for a description ("officials"). */
  readonly type?: string;
  readonly document: boolean;
  readonly pronoun: boolean;
}

/** The speech acts of each sentence by their cues, in the order of `views`; linear in the text. */
export function readSpeech(text: string, views: readonly SentenceView[]): SpeechAct[][] {
  const people = new Antecedents();
  let open: SpeechAct | undefined;
  const told: (SpeechAct | undefined)[] = [];
  const read = views.map((view, n) => {
    const acts = [
      ...verbActs(text, view, people),
      ...accordingActs(text, view, people),
      ...headlineActs(text, view, people),
    ];
    const newBlock = view.sentence.paragraph !== views[n - 1]?.sentence.paragraph;
    // A quotation goes on in its block, and into the next one that opens with a quotation mark.
    if (!view.quotes || (newBlock && view.inQuotes[0] !== true)) open = undefined;
    const outside = acts.find(({ cue }) => !view.inQuotes[cue]);
    told[n] = outside ?? open;
    if (outside !== undefined) open = view.quotes ? outside : undefined;
    else if (open !== undefined) acts.push(carried(open));
    // Who speaks is likelier meant by the next "he" than who is only spoken of.
    if (acts.length === 0) people.pass(text, view);
    return acts.sort((a, b) => a.cue - b.cue);
  });
  // "“We came. We saw,” she said.": who speaks is told after the last sentence of the quotation.
  for (let n = views.length - 2; n >= 0; n--) {
    const next = told[n + 1];
    if (told[n] !== undefined || next === undefined || views[n]!.inQuotes.at(-1) !== true) continue;
    if (views[n]!.sentence.paragraph !== views[n + 1]!.sentence.paragraph) continue;
    told[n] = next;
    read[n]!.unshift(carried(next));
  }
  return read;
}

/** The same speaker, by name, going on in a later sentence. */
const carried = ({ speaker: _, antecedent, source, ...act }: SpeechAct): SpeechAct => ({
  ...act,
  form: 'carried',
  cue: -1,
  source: antecedent ?? source,
});

/** The last people and bodies named or speaking, for "he said" and "it said". */
class Antecedents {
  private person: Source | undefined;
  private body: Source | undefined;

  /** Remembers the names of a sentence: its first person, else its first organisation or country. */
  pass(text: string, view: SentenceView): void {
    let person = false;
    for (let i = 0; i < view.tokens.length; i++) {
      const type = view.names[i];
      if (type !== 'person' || person) continue;
      let last = i + 1;
      while (view.names[last] === 'person') last++;
      this.note(toSource(text, view, { first: i, last }));
      person = true;
    }
  }

  note(source: Source): void {
    if (source.pronoun) return;
    if (source.type === 'person') this.person = source;
    else this.body = source;
  }

  resolve({ text, pronoun }: Source): Source | undefined {
    if (!pronoun) return undefined;
    return personPronouns.has(text.toLowerCase()) ? this.person : this.body;
  }
}

function toSource(text: string, { tokens, names }: SentenceView, { first, last }: Phrase): Source {
  const [start, end] = [tokens[first]!.start, tokens[last - 1]!.end];
  const type = names[last - 1];
  return {
    start,
    end,
    text: text.slice(start, end),
    ...(type !== undefined && { type }),
    document: documentNouns.has(tokens[last - 1]!.lemma),
    pronoun: last - first === 1 && speakerPronouns.has(tokens[first]!.lower),
  };
}

function act(
  text: string,
  view: SentenceView,
  people: Antecedents,
  form: SpeechAct['form'],
  cue: number,
  speaker: Phrase,
): SpeechAct {
  const { lemma, text: cueText } = view.tokens[cue]!;
  const own = toSource(text, view, speaker);
  const antecedent = people.resolve(own);
  people.note(own);
  return { form, cue, lemma, cueText, speaker, source: own, ...(antecedent && { antecedent }) };
}

function verbActs(text: string, view: SentenceView, people: Antecedents): SpeechAct[] {
  const offset = view.sentence.firstToken;
  const subjects = new Map<number, Phrase | undefined>();
  const acts: SpeechAct[] = [];
  const mains: Main[] = [];
  for (const group of view.groups) {
    const head = group.head - offset;
    const own = group.form === 'finite' ? subjectBefore(view, group.first - offset) : undefined;
    const subject = own ?? subjects.get(group.sharesWith ?? -1) ?? inherited(view, group, head, mains);
    subjects.set(group.head, subject);
    if (own !== undefined) mains.push({ subject: own, at: head, speaks: cueVerbs.has(view.tokens[head]!.lemma) });
    if (!cueVerbs.has(view.tokens[head]!.lemma)) continue;
    const found = speakerOf(view, head, group.voice === 'passive', subject);
    if (found !== undefined) acts.push(act(text, view, people, found.form, head, found.speaker));
  }
  return acts;
}

/** How many verbs back a subject may be inherited: bounds the cost of a sentence without end. */
const RECENT = 8;
/** A verb with a subject of its own. */
interface Main {
  readonly subject: Phrase;
  readonly at: number;
  readonly speaks: boolean;
}

/**
 * The subject of a verb without one: of a gerund the noun right before it; after "and" or a comma that of the last verb
 * of saying ("says … and suggested", "said …, accusing him"), else that of the last verb.
 */
function inherited(view: SentenceView, group: VerbGroup, head: number, mains: readonly Main[]): Phrase | undefined {
  const before = view.tokens[group.first - view.sentence.firstToken - 1];
  if (group.form === 'gerund' && (before?.pos === 'NOUN' || before?.pos === 'PROPN')) return phraseBefore(view, head);
  const heard = mains.slice(-RECENT).filter(({ at }) => view.inQuotes[at] === view.inQuotes[head]);
  const joined = before?.text === ',' || before?.pos === 'CCONJ' || before?.pos === 'ADV';
  return ((joined && heard.findLast(({ speaks }) => speaks)) || heard.at(-1))?.subject;
}

function speakerOf(
  view: SentenceView,
  head: number,
  passive: boolean,
  subject: Phrase | undefined,
): { form: SpeechAct['form']; speaker: Phrase } | undefined {
  const { tokens } = view;
  const before = tokens[head - 1];
  const lemma = tokens[head]!.lemma;
  // "quotes X as saying": whom is quoted, not who quotes.
  if (lemma === 'say' && before?.lower === 'as') {
    for (let j = head - 2; j >= 0 && j > head - 30; j--) {
      if (tokens[j]!.lemma !== 'quote') continue;
      const speaker =
        tokens[j - 1]?.lemma === 'be' ? subject : (lastName(view, j + 1, head - 1) ?? phraseFrom(view, j + 1));
      return speaker && { form: 'quoted', speaker };
    }
  }
  const after = before === undefined || /^[,"”’?!]$/.test(before.text) ? phraseFrom(view, head + 1) : undefined;
  const reported =
    after !== undefined &&
    (before === undefined || head > 2) &&
    view.groupAt[head]?.form === 'finite' &&
    endsSoon(view, after);
  if (reported) return { form: 'inverted', speaker: after };
  if (passive && lemma !== 'quote') return byPhrase(view, head);
  return subject && { form: 'before', speaker: subject };
}

/** "…," said X.: after the speaker the sentence ends or goes on with a mark or a preposition. */
const endsSoon = ({ tokens, groupAt }: SentenceView, { last }: Phrase): boolean =>
  tokens[last] === undefined ||
  tokens[last]!.pos === 'PUNCT' ||
  tokens[last]!.pos === 'ADP' ||
  (groupAt[last] === undefined && tokens[last]!.pos === 'ADV') ||
  tokens[last]!.lower === 'who';

function byPhrase(view: SentenceView, head: number): { form: 'before'; speaker: Phrase } | undefined {
  if (view.tokens[head + 1]?.lower !== 'by') return undefined;
  const speaker = phraseFrom(view, head + 2);
  return speaker && { form: 'before', speaker };
}

function lastName({ names }: SentenceView, from: number, to: number): Phrase | undefined {
  for (let last = to; last > from; last--) {
    if (names[last - 1] !== 'person') continue;
    let first = last - 1;
    while (first > from && names[first - 1] === 'person') first--;
    return { first, last };
  }
  return undefined;
}

function accordingActs(text: string, view: SentenceView, people: Antecedents): SpeechAct[] {
  return view.tokens.flatMap((token, i) => {
    if (token.lower !== 'according' || view.tokens[i + 1]?.lower !== 'to') return [];
    const speaker = phraseFrom(view, i + 2);
    return speaker === undefined ? [] : [act(text, view, people, 'according', i, speaker)];
  });
}

/** Headlines: "Kremlin: no talks planned", "No talks planned – Kremlin". */
function headlineActs(text: string, view: SentenceView, people: Antecedents): SpeechAct[] {
  if (!view.sentence.headline) return [];
  const { tokens } = view;
  const colon = tokens.findIndex((token, i) => i > 0 && i < 6 && token.text === ':');
  const first = colon > 0 ? phraseFrom(view, 0) : undefined;
  if (first?.last === colon) return [act(text, view, people, 'headline', colon, first)];
  for (let i = tokens.length - 2; i > 1 && i > tokens.length - 7; i--) {
    if (!/^[–—-]$/.test(tokens[i]!.text) || tokens[i]!.start === tokens[i - 1]!.end) continue;
    const last = phraseFrom(view, i + 1);
    if (last?.last === tokens.length) return [act(text, view, people, 'headline', i, last)];
  }
  return [];
}
