import type { Known } from './known.ts';
import { formOf, withoutMarks } from './normalise.ts';
import { remembered } from './remember.ts';
import { readTable, readText, valuesOf } from './tables.ts';

interface EnglishName {
  readonly name: string;
  readonly country: string;
  readonly wikidata: string;
  /** The form of its name in GeoNames. */
  readonly local: string;
}

/**
 * Cities by name. The table is sorted by the form of the name: its lines are found by halving its text, and one is taken
 * apart only when somebody asks for its city.
 */
export class Cities {
  readonly #text = readText('cities.br');
  /** By the forms of their English and other names, and by that in GeoNames. */
  readonly #english = new Map<string, EnglishName[]>();
  readonly #states: ReadonlyMap<string, string>;

  /** @param states names of US states by their codes */
  constructor(states: ReadonlyMap<string, string>) {
    this.#states = states;
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

  readonly has: (form: string) => boolean = remembered(
    (form) => this.#english.has(form) || this.#text.startsWith(`${form}\t`, this.#find(form)),
  );

  named(form: string): Known[] {
    const named = (this.#english.get(form) ?? []).flatMap(({ name, country, wikidata, local }) => {
      const city = this.#read(local).find((one) => one.country === country);
      return city === undefined ? [] : [{ ...city, name, ...(wikidata && { wikidata }) }];
    });
    return named.concat(this.#read(form).filter(({ geonames }) => !named.some((city) => city.geonames === geonames)));
  }

  /** Where the lines of a form begin, or would. */
  #find(form: string): number {
    let low = 0;
    let high = this.#text.length;
    while (low < high) {
      const line = this.#text.lastIndexOf('\n', ((low + high) >> 1) - 1) + 1;
      if (this.#text.slice(line, this.#text.indexOf('\t', line)) < form) low = this.#text.indexOf('\n', line) + 1;
      else high = line;
    }
    return low;
  }

  /** The lines of a form, the largest city first. */
  #read(form: string): Known[] {
    const cities: Known[] = [];
    let at = this.#find(form);
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
