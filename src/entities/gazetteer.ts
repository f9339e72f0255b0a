import type { EntityType } from '../../schemas/extraction.ts';
import { Cities } from './cities.ts';
import type { Known, Term } from './known.ts';
import { formOf, normalise } from './normalise.ts';
import { remembered } from './remember.ts';
import { readTable, valuesOf } from './tables.ts';
import { sovereigns } from './words.ts';

/** Everything the tables know, by name. */
export class Gazetteer {
  readonly #byName = new Map<string, Known[]>();
  readonly #bySurname = new Map<string, Known[]>();
  readonly #byOffice = new Map<string, Known[]>();
  readonly #countries = new Map<string, Known>();
  /** Names of states by the code that the table of cities uses. */
  readonly #states = new Map<string, string>();
  readonly #cities = new Cities(this.#states);

  constructor() {
    this.#readCountries();
    this.#readNamed();
    this.#readPeople('holders.tsv', 'leaders.tsv');
  }

  /** Whoever or whatever of these types bears the name. */
  named(name: string, type: EntityType): readonly Known[] {
    const key = normalise(name);
    if (type === 'place') return this.#placesNamed(key);
    const known = this.#byName.get(key);
    if (known === undefined || known.every((one) => one.type === type)) return known ?? [];
    return known.filter((one) => one.type === type);
  }

  readonly #placesNamed = remembered((key): readonly Known[] => {
    const regions = (this.#byName.get(key) ?? []).filter(({ type }) => type === 'place');
    // New York and Singapore stand in two tables.
    const cities = this.#cities
      .named(key)
      .filter(({ wikidata }) => !wikidata || !regions.some((one) => one.wikidata === wikidata));
    return regions.concat(cities);
  });

  /** The one type that the tables know this name by; undefined for none or several. */
  soleType(name: string): EntityType | undefined {
    const key = normalise(name);
    const known = this.#byName.get(key);
    const type = known?.[0]?.type ?? (this.#cities.has(key) ? 'place' : undefined);
    if (known === undefined || (type !== 'place' && this.#cities.has(key)))
      return known === undefined ? type : undefined;
    return known.every((one) => one.type === type) ? type : undefined;
  }

  /** Office holders with this surname. */
  surnamed(name: string): readonly Known[] {
    return this.#bySurname.get(normalise(name)) ?? [];
  }

  /** Everybody who ever held the office of that country or organisation. */
  holders(office: string, of: string): readonly Known[] {
    return this.#byOffice.get(`${office} ${of}`) ?? [];
  }

  country(iso: string): Known | undefined {
    return this.#countries.get(iso);
  }

  #add(known: Known, aliases: readonly string[]): void {
    for (const key of new Set([known.name, ...aliases].map(formOf))) push(this.#byName, key, known);
  }

  #readCountries(): void {
    const codes = new Map(readTable('country-codes.tsv').map(([iso, ...rest]) => [iso!, rest]));
    for (const [iso = '', name = '', aliases, demonyms] of readTable('country-names.tsv')) {
      const [wikidata, geonames] = codes.get(iso) ?? [];
      const country: Known = {
        name,
        type: 'country',
        iso,
        ...(wikidata && { wikidata }),
        ...(geonames && { geonames: Number(geonames) }),
        terms: [],
      };
      this.#countries.set(iso, country);
      this.#add(country, valuesOf(aliases));
      this.#addPeople(valuesOf(demonyms), iso);
    }
    for (const [name = '', wikidata = '', iso, aliases, demonyms] of readTable('former-countries.tsv')) {
      this.#add({ name, type: 'country', wikidata, ...(iso && { country: iso }), terms: [] }, valuesOf(aliases));
      this.#addPeople(valuesOf(demonyms), iso, name);
    }
    for (const [name = '', iso, forms] of readTable('peoples.tsv')) this.#addPeople([name, ...valuesOf(forms)], iso);
  }

  #addPeople([name, ...forms]: readonly string[], iso: string | undefined, state?: string): void {
    if (name === undefined) return;
    this.#add({ name, type: 'people', ...(iso && { country: iso }), ...(state && { state }), terms: [] }, forms);
  }

  #readNamed(): void {
    for (const [name = '', wikidata, country, aliases] of readTable('organisations.tsv'))
      this.#add(named(name, 'organisation', wikidata, country), valuesOf(aliases));
    for (const [name = '', wikidata, country, aliases, code] of readTable('regions.tsv')) {
      this.#add({ ...named(name, 'place', wikidata, country), ...(code && { state: name }) }, valuesOf(aliases));
      if (code !== undefined) this.#states.set(code, name);
    }
    for (const [name = '', type, actsFor = '', aliases] of readTable('seats.tsv'))
      this.#add({ ...named(name, type as EntityType, '', actsFor), actsFor }, valuesOf(aliases));
  }

  /** The first table is the more exact one; the second adds people, ids and offices. */
  #readPeople(...files: readonly string[]): void {
    const people = new Map<string, { known: Known; aliases: string[] }>();
    for (const [name = '', wikidata, aliases, terms] of files.flatMap(readTable)) {
      const before = people.get(normalise(name)) ?? (wikidata ? people.get(wikidata) : undefined);
      const read = (terms ? terms.split(';') : []).map(termOf);
      const isNew = (term: Term) =>
        !before?.known.terms.some(({ office, of }) => office === term.office && of === term.of);
      const qid = before?.known.wikidata ?? wikidata;
      const known: Known = {
        name: before?.known.name ?? name,
        type: 'person',
        ...(qid && { wikidata: qid }),
        terms: [...(before?.known.terms ?? []), ...read.filter(isNew)],
      };
      const person = { known, aliases: [...(before?.aliases ?? []), name, ...valuesOf(aliases)] };
      people.set(normalise(known.name), person);
      if (qid) people.set(qid, person);
    }
    for (const { known, aliases } of new Set(people.values())) {
      this.#add(known, aliases);
      for (const surname of new Set(aliases.map((alias) => surnameOf(alias, known))))
        push(this.#bySurname, surname, known);
      for (const key of new Set(known.terms.map(({ office, of }) => `${office} ${of}`)))
        push(this.#byOffice, key, known);
    }
  }
}

function named(name: string, type: EntityType, wikidata?: string, country?: string): Known {
  return { name, type, ...(wikidata && { wikidata }), ...(country && { country }), terms: [] };
}

function termOf(text: string): Term {
  const [office = '', of = '', from = '', to = ''] = text.split('|');
  return { office, of, from, to };
}

/** Where the family name stands first. */
const FAMILY_FIRST = new Set(['CN', 'KP', 'KR', 'TW', 'VN', 'KH']);

/** The one word that the news calls somebody by. */
function surnameOf(name: string, { terms }: Known): string {
  const words = normalise(name).split(' ');
  const isFirst = terms.some(({ of, office }) => FAMILY_FIRST.has(of) || sovereigns.has(office));
  return words.at(isFirst ? (words[0] === 'pope' ? 1 : 0) : -1)!;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
