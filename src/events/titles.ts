import type { EventMention } from '../../schemas/extraction.ts';
import type { Phrase } from './noun-phrases.ts';
import type { FoundParticipant } from './participants.ts';
import type { Anchor, Structure } from './relations.ts';

/** What a title is made of. `name` gives what to call a phrase: the entity's name where it has one. */
export interface TitleParts {
  readonly structure: Structure;
  readonly anchor: Anchor;
  readonly type: EventMention['type'];
  readonly mode: EventMention['mode'];
  readonly participants: readonly FoundParticipant[];
  readonly place: Phrase | undefined;
  readonly name: (phrase: Phrase) => string;
}

const LONGEST = 100;

/** A short title in the present tense, from the parts of the event: "Rex Tillerson visits Russia", "G20 summit in Hamburg". */
export function titleOf(parts: TitleParts): string {
  const made = meeting(parts) ?? (parts.anchor.verbal ? clause(parts) : nominal(parts));
  const short = made.length > LONGEST ? `${made.slice(0, made.lastIndexOf(' ', LONGEST))} …` : made;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** "Phone call between A and B", "Meeting between A and B". */
function meeting({ type, mode, participants, structure, anchor, name }: TitleParts): string | undefined {
  if (type !== 'CONSULT' || mode === 'visit') return undefined;
  const names = [...new Set(participants.filter(({ role }) => role !== 'host').map(({ phrase }) => name(phrase)))];
  if (names.length < 2 || names.length > 3) return undefined;
  const { lemma, text } = structure.view.tokens[anchor.token]!;
  const noun = mode === 'phone' ? 'Phone call' : anchor.verbal ? (MEETINGS[lemma] ?? 'Talks') : text.toLowerCase();
  return `${noun} between ${names.length === 2 ? names.join(' and ') : `${names[0]}, ${names[1]} and ${names[2]}`}`;
}
const MEETINGS: Readonly<Record<string, string>> = { meet: 'Meeting', negotiate: 'Negotiations', confer: 'Conference' };

function clause({ structure, anchor, participants, place, name }: TitleParts): string {
  const { view, clauses } = structure;
  const { token } = anchor;
  const { lemma, lower } = view.tokens[token]!;
  const passive = clauses.voice[token] === 'passive' || clauses.voice[token] === 'reduced';
  const particle = view.tokens[token + 1]?.pos === 'ADP' && view.tokens[token + 2]?.pos !== 'NOUN' ? '' : '';
  const actors = participants.filter(({ role }) => role === 'actor' || role === 'reciprocal' || role === 'host');
  const others = participants.filter((each) => !actors.includes(each));
  const where = place ? ` ${prepositionOf(place, 'in')} ${name(place)}` : '';
  if (
    passive ||
    (actors.length === 0 && others.length > 0 && others[0]!.phrase.first < token && lower.endsWith('ed'))
  ) {
    if (others.length > 0) {
      const by = actors.length > 0 ? ` by ${list(actors, name)}` : '';
      return `${list(others, name)} ${lower}${by}${where}`;
    }
    return `${list(actors, name)} ${lower}${where}`.trim();
  }
  const before = actors.length > 0 ? actors : others.filter(({ phrase }) => phrase.first < token);
  const after = others.filter((each) => !before.includes(each));
  const object = objectText(structure, anchor, after, name);
  if (before.length === 0) return `${gerund(lemma)}${particle}${object}${where}`;
  const plural = before.length > 1 || isPlural(structure, before[0]!.phrase);
  return `${list(before, name)} ${plural ? lemma : third(lemma)}${object}${where}`;
}

function objectText(
  structure: Structure,
  anchor: Anchor,
  after: readonly FoundParticipant[],
  name: TitleParts['name'],
): string {
  if (after.length > 0) {
    const { preposition } = after[0]!.phrase;
    return ` ${preposition === '' || preposition === 'by' ? '' : `${preposition} `}${list(after, name)}`;
  }
  return anchor.object >= 0 ? ` ${name(structure.phrases[anchor.object]!)}` : '';
}

function nominal({ structure, anchor, participants, place, name }: TitleParts): string {
  const { view, phrases } = structure;
  const own = anchor.phrase >= 0 ? phrases[anchor.phrase]! : undefined;
  const words = view.tokens.slice(own ? own.first : anchor.token, own ? own.last : anchor.token + 1);
  const first = words[0]!;
  const noun =
    view.sentence.start === first.start ? decapitalise(structure, own, text(view, words)) : text(view, words);
  const outside = participants.filter(({ phrase }) => phrase.modifies === undefined);
  const owner = outside.find(({ phrase }) => phrase.possessive && phrase.last <= anchor.token);
  const head = owner ? `${possessive(name(owner.phrase))} ${noun}` : noun;
  const after = outside.filter(({ phrase }) => phrase.first > anchor.token && phrase.preposition !== '');
  const linked = after.length > 0 ? ` ${after[0]!.phrase.preposition} ${list(after, name)}` : '';
  const subject =
    !owner && linked === ''
      ? outside.find(({ role, phrase }) => role === 'actor' && phrase.first < anchor.token)
      : undefined;
  const where =
    place && !after.some(({ phrase }) => phrase === place) && place.modifies === undefined
      ? ` ${prepositionOf(place, 'in')} ${name(place)}`
      : '';
  return `${head}${linked}${subject ? ` by ${name(subject.phrase)}` : ''}${where}`;
}

const text = (view: Structure['view'], words: readonly { start: number; end: number; text: string }[]): string =>
  words.map((word, i) => (i > 0 && words[i - 1]!.end < word.start ? ` ${word.text}` : word.text)).join('') ||
  view.tokens[0]!.text;

const decapitalise = ({ view }: Structure, own: Phrase | undefined, words: string): string =>
  own && view.names[own.first] === undefined ? words.charAt(0).toLowerCase() + words.slice(1) : words;

const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);

const PLACES = new Set('in at on near outside inside off over across around along between under'.split(' '));
const prepositionOf = ({ preposition }: Phrase, otherwise: string): string =>
  PLACES.has(preposition) ? preposition : otherwise;

function list(participants: readonly FoundParticipant[], name: TitleParts['name']): string {
  const names = [...new Set(participants.map(({ phrase }) => name(phrase)))];
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function isPlural({ view }: Structure, { head, kind, name }: Phrase): boolean {
  if (kind === 'name') return name === 'people';
  const { lower, lemma } = view.tokens[head]!;
  if (kind === 'pronoun') return /^(?:they|we|you|i|those|these|both|some|many)$/.test(lower);
  return (
    (lower !== lemma && lower.endsWith('s')) ||
    kind === 'number' ||
    /^(?:people|police|men|women|children|troops|forces)$/.test(lower)
  );
}

/** The third person singular of a verb. */
export function third(lemma: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

/** The "-ing" form of a verb. */
export function gerund(lemma: string): string {
  if (/ie$/.test(lemma)) return `${lemma.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}
