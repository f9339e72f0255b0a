import type { Known } from './known.ts';
import { formOf, withoutMarks } from './normalise.ts';
import { readTable, readText, valuesOf } from './tables.ts';

interface EnglishName {
  readonly name: string;
  readonly country: string;
  readonly wikidata: string;
  /** The form of its name in GeoNames. */
  readonly local: string;
}

/**
 * Cities by name. The table is sorted by the form of the name, so that it is read by one walk over its text, and a line
 * is taken apart only when somebody asks for its city.
 */
export class Cities {
  readonly #text = readText('cities.br');
  /** Where the lines of a form begin. */
  readonly #lines = new Map<string, number>();
  /** By the forms of their English and other names, and by that in GeoNames. */
  readonly #english = new Map<string, EnglishName[]>();
  readonly #states: ReadonlyMap<string, string>;

  /** @param states names of US states by their codes */
  constructor(states: ReadonlyMap<string, string>) {
    this.#states = states;
    let last = '';
    for (let at = 0; at < this.#text.length; at = this.#text.indexOf('\n', at) + 1) {
      const form = this.#text.slice(at, this.#text.indexOf('\t', at));
      if (form !== last) this.#lines.set(form, at);
      last = form;
    }
    for (const [name = '', country = '', wikidata = '', own = name, aliases] of readTable('city-names.tsv')) {
      const local = formOf(own);
      const city = { name, country, wikidata, local };
      for (const form of new Set([formOf(name), local, ...valuesOf(aliases).map(formOf)])) {
        const cities = this.#english.get(form);
        if (cities === undefined) this.#english.set(form, [city]);
        else cities.push(city);
      }
    }
  }

  has(form: string): boolean {
    return this.#lines.has(form) || this.#english.has(form);
  }

  named(form: string): Known[] {
    const named = (this.#english.get(form) ?? []).flatMap(({ name, country, wikidata, local }) => {
      const city = this.#read(local).find((one) => one.country === country);
      return city === undefined ? [] : [{ ...city, name, ...(wikidata && { wikidata }) }];
    });
    return named.concat(this.#read(form).filter(({ geonames }) => !named.some((city) => city.geonames === geonames)));
  }

  /** The lines of a form, the largest city first. */
  #read(form: string): Known[] {
    const cities: Known[] = [];
    let at = this.#lines.get(form) ?? this.#text.length;
    while (this.#text.startsWith(`${form}\t`, at)) {
      const end = this.#text.indexOf('\n', at);
      const [, name = '', country = '', geonames, population, capital, state] = this.#text.slice(at, end).split('\t');
      cities.push({
        name: withoutMarks(name),
        type: 'place',
        country,
        geonames: Number(geonames),
        population: Number(population),
        ...(capital === 'C' && { actsFor: country }),
        ...(state && { state: this.#states.get(state) ?? state }),
        terms: [],
      });
      at = end + 1;
    }
    return cities;
  }
}
