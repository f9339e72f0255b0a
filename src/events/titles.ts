import { clauseTitle } from './titles/clause.ts';
import { baseOf, list } from './titles/english.ts';
import { factsOf } from './titles/facts.ts';
import { LONGEST } from './titles/follow.ts';
import type { TitleMaking, TitleParts } from './titles/naming.ts';
import { call, shortName, touching } from './titles/naming.ts';
import { nominalTitle } from './titles/nominal.ts';
import { adjuncts, carriers, places } from './titles/words.ts';
import { lightVerbs } from './words.ts';

export type { TitleParts } from './titles/naming.ts';

/**
 * A short title in the language of headlines: "Rex Tillerson visits Russia", "Donald Trump to meet Kim Jong Un in
 * Singapore", "G20 summit in Hamburg". Words come from the text, names from the entities; what says when is left out.
 */
export function titleOf(parts: TitleParts): string {
  const making: TitleMaking = { ...parts, named: new Set(), told: new Set() };
  const title = (phoneCall(making) ?? withPlace(making, body(making))).trim();
  const short =
    title.length > 2 * LONGEST ? `${title.slice(0, title.lastIndexOf(' ', LONGEST) + 1 || LONGEST).trim()} …` : title;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

/** "Phone call between A and B". */
function phoneCall({ mode, participants, entities, named }: TitleMaking): string | undefined {
  if (mode !== 'phone') return undefined;
  const people = new Map(participants.flatMap(({ phrase }) => entities(phrase).map((record) => [record.id, record])));
  const names = [...people.values()].filter(({ type }) => type !== 'people').map(shortName);
  if (names.length !== 2) return undefined;
  for (const id of people.keys()) named.add(id);
  return `Phone call between ${list(names)}`;
}

function body(making: TitleMaking): string {
  const { anchor, structure } = making;
  const verb = anchor.verbal ? anchor.token : lightVerbOf(making);
  const p = structure.clauses.phraseAt[anchor.token]!;
  // A participle at the end of a phrase was taken for an adjective of it: "the Council prolonged its sanctions".
  const inside = anchor.verbal && p >= 0 && structure.phrases[p]!.head !== anchor.token;
  // "an offensive", taken for an adjective, is a noun.
  const { pos, lower } = structure.view.tokens[anchor.token]!;
  const named = pos === 'ADJ' && !/(?:ed|ing|[^i]en)$/.test(lower);
  return (verb >= 0 && !inside && !named ? clauseTitle(making, verb) : undefined) ?? nominalTitle(making);
}

/** The verb that carries an event noun: "hold" of "held talks", "impose" of "sanctions were imposed"; -1 without one. */
function lightVerbOf({ anchor, structure }: TitleMaking): number {
  const { clauses, phrases, view, roots } = structure;
  const { support, phrase, subjectOf, objectOf, token } = anchor;
  if (phrase < 0 || phrases[phrase]!.head !== token) return -1;
  if (support >= 0 && !touching(view, support) && phrases[roots[phrase]!]!.preposition === '') {
    let next = support + 1;
    while (next < token && clauses.phraseAt[next]! < 0) next++;
    const object = clauses.phraseAt[next]!;
    if (object >= 0 && roots[object] === roots[phrase]) return support;
  }
  if (objectOf >= 0 && carriers.has(baseOf(view.tokens[objectOf]!)) && objectOf > token - 6) return objectOf;
  const light = subjectOf >= 0 && lightVerbs.has(baseOf(view.tokens[subjectOf]!));
  return light && clauses.voice[subjectOf] === 'passive' ? subjectOf : -1;
}

/** A title with where it happened, unless it says so already. */
function withPlace(making: TitleMaking, title: string): string {
  const { place, entities, named, told, structure, anchor } = making;
  if (!place || told.has(place.index) || place.possessive || place.modifies !== undefined) return title;
  if (entities(place).some(({ id }) => named.has(id))) return title;
  if (place.first > anchor.token && apart(making, anchor.token, place.first)) return title;
  const dateline = place.preposition === '';
  if (!dateline && place.preposition !== 'of' && !places.has(place.preposition)) return title;
  if (dateline && (place.kind !== 'name' || / (?:in|at) /.test(title) || factsOf(structure).subjects.has(place.index)))
    return title;
  const name = call(making, place);
  if (name === undefined) return title;
  const longer = `${title} ${places.has(place.preposition) ? place.preposition : 'in'} ${name}`;
  return longer.length <= LONGEST ? longer : title;
}

/** Whether another clause or mere circumstances lie between. */
function apart({ structure: { view, clauses } }: TitleMaking, from: number, to: number): boolean {
  if (clauses.verbs[to]! - clauses.verbs[from + 1]! > 1) return true;
  for (let i = from + 1; i < to && i < from + 40; i++)
    if (adjuncts.has(view.tokens[i]!.lower) && view.tokens[i]!.lower !== 'during') return true;
  return false;
}
