import type { EntityRecord, EventMention } from '../../../schemas/extraction.ts';
import { nounKind } from '../noun-kinds.ts';
import type { Phrase } from '../noun-phrases.ts';
import type { FoundParticipant } from '../participants.ts';
import type { Anchor } from '../relations.ts';
import type { ReadSentence } from '../structure.ts';
import { nounClasses } from '../words.ts';
import { list } from './english.ts';
import { determiners, places, plurals, titles } from './words.ts';

/** A title in the making: its sentence, whom phrases mean, and what has been named already. */
export interface Telling {
  readonly structure: ReadSentence;
  readonly entities: (phrase: Phrase) => readonly EntityRecord[];
  /** Ids of the entities that the title names. */
  readonly named: Set<string>;
  /** Indices of the phrases that the title has dealt with. */
  readonly told: Set<number>;
}

/** What a title is made of. */
export interface TitleParts {
  readonly structure: ReadSentence;
  readonly anchor: Anchor;
  readonly type: EventMention['type'];
  readonly mode: EventMention['mode'];
  readonly status: EventMention['status'];
  readonly participants: readonly FoundParticipant[];
  readonly place: Phrase | undefined;
  /** The entities a phrase as a whole means: by its name, as a description or as a pronoun; none where nobody is known. */
  readonly entities: (phrase: Phrase) => readonly EntityRecord[];
}

/** A title that is being made of its parts. */
export type TitleMaking = TitleParts & Telling;

/** Phrases joined by "and" or commas, as the title calls them. */
export interface Joined {
  readonly text: string;
  readonly plural: boolean;
  /** The last phrase that was dealt with. */
  readonly last: Phrase;
  /** A description was replaced by the name of whom it means. */
  readonly renamed: boolean;
}

/** Longer phrases lose their first words. */
const MOST_WORDS = 9;
const MOST_MEMBERS = 12;

/** What a title calls a phrase: the names of the entities it means that were not named yet, else its words; undefined for nobody. */
export function call(telling: Telling, phrase: Phrase): string | undefined {
  telling.told.add(phrase.index);
  const records = telling.entities(phrase).filter(({ type }) => type !== 'people');
  if (records.length === 0) return phrase.kind === 'pronoun' ? undefined : wordsOf(telling, phrase);
  const fresh = records.filter(({ id }) => !telling.named.has(id));
  for (const { id } of fresh) telling.named.add(id);
  return fresh.length === 0 ? undefined : list(fresh.map(shortName));
}

/** The name of an entity; its initials where the text has them and the name is long. */
export function shortName({ name, type, aliases }: EntityRecord): string {
  if (type !== 'organisation' || name.length < 25) return name;
  return aliases.find((alias) => /^[A-Z][A-Z\d]{2,6}$/.test(alias)) ?? name;
}

/** The words of a phrase without article; names inside it count as named. */
export function wordsOf({ structure, entities, named }: Telling, { index, first, last }: Phrase): string {
  const { view, phrases } = structure;
  for (let p = index + 1; p < phrases.length && phrases[p]!.modifies === index && p < index + MOST_MEMBERS; p++)
    if (phrases[p]!.kind === 'name')
      for (const { id, type } of entities(phrases[p]!)) if (type !== 'people') named.add(id);
  let from = Math.max(first, last - MOST_WORDS);
  // "eye-to-eye talks" may have been taken apart.
  for (let n = 0; n < 6 && from > 0 && touching(view, from); n++) from--;
  let text = '';
  for (let i = from; i < last; i++) {
    const token = view.tokens[i]!;
    const spaced = i > from && view.tokens[i - 1]!.end < token.start;
    const opening =
      token.start === view.sentence.start && view.names[i] === undefined && !/^[A-Z\d.]+$/.test(token.text);
    text += (spaced ? ' ' : '') + (opening ? token.lower : token.text);
  }
  const before = view.tokens[first - 1];
  return before?.pos === 'DET' && determiners.has(before.lower) ? `${before.lower} ${text}` : text;
}

/** Whether a hyphen ties a token to the one before it. */
export const touching = ({ tokens }: ReadSentence['view'], i: number): boolean =>
  tokens[i - 1]?.end === tokens[i]?.start && (isHyphen(tokens[i - 1]!.text) || isHyphen(tokens[i]!.text));
const isHyphen = (text: string): boolean => text === '-' || text === '–';

/** The phrase that stands for a coordination which begins at `root`, up to token `to`; `taken`: who does something else. */
export function join(
  telling: Telling,
  root: Phrase,
  to: number,
  taken: (phrase: Phrase) => boolean,
): Joined | undefined {
  const { structure } = telling;
  const members = chain(structure, root, to, taken);
  const closing = members.findLastIndex(({ link }) => link === 'and');
  const kept = members.slice(0, Math.max(0, closing) + 1).map(({ phrase }) => phrase);
  // What only commas join to the last member says the same in other words: the name is what counts.
  const also = members[kept.length]?.phrase;
  const final = kept.at(-1)!;
  const apposed = also !== undefined && isPersonName(also) && final.kind === 'noun';
  if (apposed) kept[kept.length - 1] = also;
  const names: string[] = [];
  let plural = false;
  for (const phrase of kept) {
    const name = call(telling, phrase);
    if (name === undefined) continue;
    names.push(name);
    plural ||= isPlural(telling, phrase);
  }
  if (names.length === 0) return undefined;
  const renamed =
    kept.length === 1 && final.kind === 'noun' && (kept[0] !== final || telling.entities(final).length > 0);
  return { text: list(names), plural: plural || names.length > 1, last: apposed ? also : final, renamed };
}

interface Member {
  readonly phrase: Phrase;
  readonly link: 'and' | 'comma';
}

function chain(
  { phrases, view }: ReadSentence,
  root: Phrase,
  to: number,
  taken: (phrase: Phrase) => boolean,
): Member[] {
  const members: Member[] = [{ phrase: root, link: 'comma' }];
  let before = root;
  for (let p = root.index + 1; p < phrases.length && members.length < MOST_MEMBERS; p++) {
    const next = phrases[p]!;
    if (next.modifies !== undefined) continue;
    if (next.conjunct !== before.index || next.first >= to || taken(next)) break;
    let link: Member['link'] = 'comma';
    let but = false;
    for (let i = before.last; i < next.first; i++) {
      if (view.tokens[i]!.pos === 'CCONJ') link = 'and';
      but ||= view.tokens[i]!.lower === 'but';
    }
    if (but) break;
    // "the war in Syria and the situation": what a preposition governs is not joined to another kind of thing.
    if (
      link === 'and' &&
      places.has(root.preposition) &&
      root.preposition !== 'between' &&
      root.kind === 'name' &&
      next.kind === 'noun'
    )
      break;
    members.push({ phrase: next, link });
    before = next;
  }
  return members;
}

export const isPersonName = ({ kind, name }: Phrase): boolean => kind === 'name' && name === 'person';

/** Whether a phrase takes a plural verb. */
export function isPlural({ structure, entities }: Telling, phrase: Phrase): boolean {
  const { head, kind, name } = phrase;
  const { lower, lemma } = structure.view.tokens[head]!;
  if (kind === 'name' && name !== 'people') return false;
  if (kind === 'pronoun' || kind === 'noun') {
    const known = entities(phrase);
    if (known.length > 0) return known.length > 1;
  }
  if (kind === 'name') return lower.endsWith('s');
  if (/^(?:one|another|each)$/.test(lower)) return false;
  return kind === 'number' || plurals.has(lower) || /(?:men|people)$/.test(lower) || isPluralForm(lower, lemma);
}

/** Taggers give "rebels" at the beginning of a sentence for its own lemma. */
function isPluralForm(lower: string, lemma: string): boolean {
  if (!lower.endsWith('s') || /(?:ss|us|is)$/.test(lower)) return false;
  const one = lower.slice(0, -1);
  return lower !== lemma || nounKind(one) !== undefined || nounClasses.has(one);
}

/** "Secretary" in "Secretary of State Rex Tillerson": the name that follows says who. */
export function namedAfter({ view, phrases }: ReadSentence, { index, head, kind }: Phrase): Phrase | undefined {
  if (kind !== 'noun' || !titles.has(view.tokens[head]!.lower)) return undefined;
  const next = phrases.slice(index + 1, index + 6).find(({ modifies }) => modifies === undefined);
  if (!next || !isPersonName(next) || !/^(?:of|for)$/.test(next.preposition) || next.prepositionAt !== head + 1)
    return undefined;
  return next.first > next.prepositionAt + 1 ? next : undefined;
}

/** Whose it is: "Tillerson's visit", "his visit" where one knows whose. */
export function ownerOf(telling: Telling, own: Phrase): string | undefined {
  const { phrases } = telling.structure;
  const pronoun = phrases[own.index + 1];
  if (pronoun?.modifies === own.index && pronoun.kind === 'pronoun')
    return telling.entities(pronoun).length === 1 ? call(telling, pronoun) : undefined;
  const before = phrases
    .slice(Math.max(0, own.index - 6), own.index)
    .findLast(({ modifies }) => modifies === undefined);
  if (!before?.possessive || own.first - before.last > 2) return undefined;
  return call(telling, before);
}
