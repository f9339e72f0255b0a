import type { NameMention } from '../analysis.ts';
import type { Token } from '../text/types.ts';
import { findAcronyms, organisationKey } from './acronyms.ts';
import type { Gazetteer } from './gazetteer.ts';
import { addMention, type Group, newGroup } from './groups.ts';
import type { Known } from './known.ts';
import { normalise } from './normalise.ts';
import { mayBeOne, type PersonName, readPersonName } from './people.ts';

/**
 * Puts the mentions of one entity together.
 *
 * @param seen full names of people known from elsewhere (the title), which short names of the text may mean
 * @returns for each mention its group
 */
export function groupMentions(
  names: readonly NameMention[],
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  seen: readonly string[],
): Group[] {
  const people = groupPeople(names, seen);
  const acronyms = findAcronyms(names, tokens);
  const isKorean = names.some(({ text }) => text.endsWith('Korea'));
  const others = new Map<string, Group>();
  return names.map((name, index) => {
    const group = people.get(index) ?? otherGroup(name, index);
    addMention(group, index, name);
    return group;
  });

  function otherGroup({ text, type }: NameMention, index: number): Group {
    const own = type === 'organisation' ? organisationKey(text) : normalise(text);
    const long = type === 'organisation' ? acronyms.get(own) : undefined;
    // "The North" of a text about Korea.
    const full = isKorean && HALVES.has(text) && type === 'country' ? `${text} Korea` : text;
    const known = type === 'organisation' ? organisationsNamed(text) : gazetteer.named(full, type);
    const sole = known.length === 1 || type === 'organisation' || type === 'country' ? known[0] : undefined;
    const longKnown = long === undefined ? undefined : gazetteer.named(long.text, type)[0];
    const identity = longKnown ?? (long === undefined ? sole : undefined);
    const owner = type === 'organisation' && identity === undefined ? ownerOf(index) : undefined;
    const key = `${type} ${identity === undefined ? (long?.key ?? own) : `= ${identity.wikidata ?? identity.name}`}`;
    const owned = owner === undefined ? key : `${key} ${owner}`;
    let group = others.get(owned);
    if (group === undefined) {
      group = newGroup(type);
      if (identity !== undefined && type !== 'place') group.known = identity;
      if (owner !== undefined) group.owner = owner;
      others.set(owned, group);
    }
    // Without its country the name means the one last spoken of.
    others.set(key, group);
    return group;
  }

  /** Organisations of this name, or of what follows their country in it: "U.S. Central Intelligence Agency". */
  function organisationsNamed(text: string): readonly Known[] {
    const known = gazetteer.named(text, 'organisation');
    const blank = text.indexOf(' ');
    if (known.length > 0 || blank < 0) return known;
    const country = countryIn(text.slice(0, blank));
    if (country === undefined) return known;
    return gazetteer.named(text.slice(blank + 1), 'organisation').filter((one) => one.country === country);
  }

  /** The country named in or right before an organisation: "Russian Foreign Ministry", "Iraq's Interior Ministry". */
  function ownerOf(index: number): string | undefined {
    const { text, firstToken } = names[index]!;
    const first = countryIn(text.slice(0, text.indexOf(' ')));
    if (first !== undefined) return first;
    const before = names[index - 1];
    if (before === undefined || (before.type !== 'people' && before.type !== 'country')) return undefined;
    const gap = firstToken - before.lastToken;
    const isBeside = gap === 0 || (gap === 1 && /^['’]s?$/.test(tokens[before.lastToken]!.text));
    return isBeside ? countryIn(before.text) : undefined;
  }

  function countryIn(word: string): string | undefined {
    if (word === '') return undefined;
    const known = gazetteer.named(word, 'people')[0] ?? gazetteer.named(word, 'country')[0];
    return known?.iso ?? known?.country;
  }
}

const HALVES = new Set(['North', 'South']);

interface Person {
  readonly name: PersonName;
  readonly group: Group;
  /** The latest mention so far. */
  latest: number;
  /** Whether a short name has meant this person before. */
  short: boolean;
}

/** People by their full names; then the short names, each that of the person last spoken of by it. */
function groupPeople(names: readonly NameMention[], seen: readonly string[]): Map<number, Group> {
  const groups = new Map<number, Group>();
  const bySurname = new Map<string, Person[]>();
  const byFirst = new Map<string, Person[]>();
  const read = new Map<string, PersonName>();
  const nameOf = (text: string): PersonName => {
    const known = read.get(text) ?? readPersonName(text);
    read.set(text, known);
    return known;
  };
  for (const text of seen) {
    const group = addFull(nameOf(text)).group;
    group.texts.add(text);
  }
  for (const { text, type } of names) if (type === 'person' && !nameOf(text).short) addFull(nameOf(text));
  for (const [index, { text, type }] of names.entries()) {
    if (type !== 'person') continue;
    const name = nameOf(text);
    const person = name.short ? findShort(name) : addFull(name);
    person.latest = index;
    if (name.short) person.short = true;
    groups.set(index, person.group);
  }
  return groups;

  function addFull(name: PersonName): Person {
    const before = bySurname.get(name.surname)?.find((person) => mayBeOne(person.name, name));
    return before ?? addPerson(name);
  }

  function addPerson(name: PersonName): Person {
    const person = { name, group: newGroup('person'), latest: -1, short: false };
    pushTo(bySurname, name.surname, person);
    pushTo(byFirst, name.words[0]!, person);
    return person;
  }

  function findShort(name: PersonName): Person {
    const namesakes = bySurname.get(name.surname) ?? byFirst.get(name.words.at(-1)!) ?? [];
    return (
      namesakes.find(({ short }) => short) ??
      namesakes.find(({ latest }) => latest >= 0) ??
      namesakes[0] ??
      addPerson(name)
    );
  }
}

function pushTo(map: Map<string, Person[]>, key: string, person: Person): void {
  const people = map.get(key);
  if (people === undefined) map.set(key, [person]);
  else people.push(person);
}
