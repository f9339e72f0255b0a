import type { NameMention } from '../analysis.ts';
import { type Group, newGroup } from './groups.ts';
import { mayBeOne, type PersonName, readPersonName } from './people.ts';

interface Person {
  readonly name: PersonName;
  readonly group: Group;
  /** The latest mention so far. */
  latest: number;
  /** Whether a short name has meant this person before. */
  short: boolean;
}

/** Of more people with one surname in a document, a surname alone means one of the first. */
const MOST_NAMESAKES = 20;

/**
 * People by their full names; then the short names, each that of the person it meant before, else of the
 * first so named. Linear in the mentions.
 */
export function groupPeople(names: readonly NameMention[], seen: readonly string[]): Map<number, Group> {
  const groups = new Map<number, Group>();
  const bySurname = new Map<string, Person[]>();
  const byFirst = new Map<string, Person[]>();
  const byText = new Map<string, Person>();
  for (const text of seen) {
    const group = addFull(readPersonName(text)).group;
    group.texts.add(text);
  }
  for (const { text, type } of names)
    if (type === 'person' && !readPersonName(text).short) addFull(readPersonName(text));
  for (const [index, { text, type }] of names.entries()) {
    if (type !== 'person') continue;
    const name = readPersonName(text);
    const person = name.short ? findShort(name) : addFull(name);
    person.latest = index;
    if (name.short) person.short = true;
    groups.set(index, person.group);
  }
  return groups;

  function addFull(name: PersonName): Person {
    const key = name.words.join(' ');
    const person =
      byText.get(key) ??
      bySurname.get(name.surname)?.find((namesake) => mayBeOne(namesake.name, name)) ??
      addPerson(name);
    byText.set(key, person);
    return person;
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
  else if (people.length < MOST_NAMESAKES) people.push(person);
}
