import type { EventMention, ParticipantRole } from '../../schemas/extraction.ts';
import { familyOf } from './families.ts';
import { gerund, list, possessive, third } from './inflect.ts';
import type { Phrase } from './noun-phrases.ts';
import type { Anchor, Structure } from './relations.ts';
import { meetings, wordsOf } from './structure-words.ts';

/** A participant as a title calls it; no names for a pronoun that means nobody known. */
export interface Party {
  readonly role: ParticipantRole;
  readonly phrase: Phrase;
  readonly names: readonly string[];
}
/** What a title is made of. */
export interface TitleParts {
  readonly structure: Structure;
  readonly anchor: Anchor;
  readonly type: EventMention['type'];
  readonly mode: EventMention['mode'];
  readonly parties: readonly Party[];
  /** The place, unless it takes part. */
  readonly place: { readonly phrase: Phrase; readonly name: string } | undefined;
  /** What to call a phrase that does not take part. */
  readonly name: (phrase: Phrase) => string;
}

const LONGEST = 100;
const PLACES = wordsOf('where');
const PLURAL = wordsOf('plural');

/** A short title in the present tense, from the parts of the event: "Rex Tillerson visits Russia", "G20 summit in Hamburg". */
export function titleOf(all: TitleParts): string {
  const parts = { ...all, parties: all.parties.filter(({ names }) => names.length > 0) };
  const made = meeting(parts) ?? visit(parts) ?? (parts.anchor.verbal ? clause(parts) : nominal(parts));
  const short = made.length > LONGEST ? `${made.slice(0, made.lastIndexOf(' ', LONGEST))} …` : made;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

const namesOf = (parties: readonly Party[]): string[] => [...new Set(parties.flatMap(({ names }) => names))];
const lemmaOf = ({ structure, anchor }: TitleParts): string => structure.view.tokens[anchor.token]!.lemma;

/** "Phone call between A and B", "Meeting between A and B". */
function meeting(parts: TitleParts): string | undefined {
  const { type, mode, parties, structure, anchor } = parts;
  const lemma = lemmaOf(parts);
  if (type !== 'CONSULT' || familyOf(lemma) === 'visit') return undefined;
  const names = namesOf(parties.filter(({ role }) => role !== 'host'));
  if (names.length < 2 || names.length > 4) return undefined;
  const { text } = structure.view.tokens[anchor.token]!;
  const noun = mode === 'phone' ? 'Phone call' : anchor.verbal ? (meetings.get(lemma) ?? 'Talks') : text.toLowerCase();
  return `${noun} between ${list(names)}${where(parts)}`;
}

/** "A visits B", of the verb and of the noun. */
function visit(parts: TitleParts): string | undefined {
  const { parties, place } = parts;
  if (familyOf(lemmaOf(parts)) !== 'visit') return undefined;
  const hosts = namesOf(parties.filter(({ role }) => role === 'host' || role === 'recipient'));
  const guests = namesOf(parties.filter(({ role }) => role === 'actor' || role === 'subject' || role === 'reciprocal'));
  const target = hosts.length > 0 ? list(hosts) : place?.name;
  if (guests.length === 0 || target === undefined) return undefined;
  return `${list(guests)} ${guests.length > 1 || isPlural(parts.structure, parties[0]!.phrase) ? 'visit' : 'visits'} ${target}`;
}

function where({ place }: TitleParts): string {
  if (!place) return '';
  const { preposition } = place.phrase;
  return ` ${PLACES.has(preposition) ? preposition : 'in'} ${place.name}`;
}

function clause(parts: TitleParts): string {
  const { structure, anchor, parties } = parts;
  const { view, clauses } = structure;
  const { lemma, lower } = view.tokens[anchor.token]!;
  const voice = clauses.voice[anchor.token];
  const actors = parties.filter(({ role }) => role === 'actor' || role === 'reciprocal' || role === 'host');
  const others = parties.filter((each) => !actors.includes(each));
  if ((voice === 'passive' || voice === 'reduced') && others.length > 0) {
    const by = actors.length > 0 ? ` by ${list(namesOf(actors))}` : '';
    return `${list(namesOf(others))} ${lower}${by}${where(parts)}`;
  }
  const before = actors.length > 0 ? actors : others.filter(({ phrase }) => phrase.first < anchor.token);
  const after = others.filter((each) => !before.includes(each));
  const object = `${objectText(parts, after)}${where(parts)}`;
  if (before.length === 0) return `${gerund(lemma)}${object}`;
  const names = namesOf(before);
  return `${list(names)} ${names.length > 1 || isPlural(structure, before[0]!.phrase) ? lemma : third(lemma)}${object}`;
}

function objectText({ structure, anchor, name }: TitleParts, after: readonly Party[]): string {
  if (after.length === 0) return anchor.object >= 0 ? ` ${name(structure.phrases[anchor.object]!)}` : '';
  const preposition = rootOf(structure, after[0]!.phrase).preposition;
  return ` ${preposition === '' || preposition === 'by' ? '' : `${preposition} `}${list(namesOf(after))}`;
}

function nominal(parts: TitleParts): string {
  const { structure, anchor, parties } = parts;
  const { token, phrase } = anchor;
  const outside = parties.filter(({ phrase: { modifies } }) => modifies === undefined);
  const owner = parties.find(({ phrase: { possessive: owns, last } }) => owns && last <= token);
  const noun = nounText(parts);
  const head = owner ? `${possessive(list(owner.names))} ${noun}` : noun;
  const after = outside.filter(
    (party) => party.phrase.first > token && rootOf(structure, party.phrase).preposition !== '',
  );
  const linked = after.length > 0 ? ` ${rootOf(structure, after[0]!.phrase).preposition} ${list(namesOf(after))}` : '';
  const actor =
    owner || linked !== ''
      ? undefined
      : outside.find(({ role, phrase: p }) => role === 'actor' && p.last <= token && p.index !== phrase);
  return `${head}${linked}${actor ? ` by ${list(actor.names)}` : ''}${where(parts)}`;
}

/** The noun with the words before it: "G20 summit"; "own" and the numbers of a series say nothing in a title. */
function nounText({ structure, anchor }: TitleParts): string {
  const { view, phrases } = structure;
  const own = anchor.phrase >= 0 ? phrases[anchor.phrase]! : undefined;
  const words = view.tokens.slice(own ? own.first : anchor.token, own ? own.last : anchor.token + 1);
  while (words.length > 1 && /^(?:own|other|such|same|more|most)$/.test(words[0]!.lower)) words.shift();
  const text = words.map((word, i) => (i > 0 && words[i - 1]!.end < word.start ? ` ${word.text}` : word.text)).join('');
  const opens = words[0]!.start === view.sentence.start && own !== undefined && view.names[own.first] === undefined;
  return opens ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const rootOf = ({ phrases, roots }: Structure, phrase: Phrase): Phrase => phrases[roots[phrase.index]!]!;

function isPlural({ view }: Structure, { head, kind, name }: Phrase): boolean {
  if (kind === 'name') return name === 'people';
  const { lower, lemma } = view.tokens[head]!;
  return kind === 'number' || PLURAL.has(lower) || (kind === 'noun' && lower !== lemma && lower.endsWith('s'));
}
