import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EntityRecord } from '../../schemas/extraction.ts';
import type { Analysis, SourceDocument } from '../../src/analysis.ts';
import { entitiesStage } from '../../src/entities/stage.ts';
import { namesStage } from '../../src/names/stage.ts';
import { textStage } from '../../src/text/stage.ts';

function resolve(text: string, more: Partial<SourceDocument> = {}): Analysis {
  const document: SourceDocument = { id: 't', text, timezone: 'UTC', ...more };
  const start = { document, warnings: [] as readonly string[] } as Analysis;
  return [textStage, namesStage, entitiesStage].reduce((analysis, stage) => stage.apply(analysis), start);
}

type Row = readonly [
  name: string,
  text: string,
  publishedAt: string | undefined,
  expected: readonly Partial<EntityRecord>[],
];

const rows: readonly Row[] = [
  [
    'a title gives role and country, the surname is the same person',
    'Norwegian Foreign Minister Borge Brende arrived in Cuba. Brende met farmers.',
    '2016-03-01',
    [{ name: 'Borge Brende', aliases: ['Borge Brende', 'Brende'], role: 'foreign minister of Norway', country: 'NO' }],
  ],
  [
    'an office is that of its country even for a stranger',
    'Peruvian Defence Minister Pablo Ortiz resigned. The minister gave no reason.',
    '2016-03-01',
    [{ name: 'Pablo Ortiz', role: 'defence minister of Peru' }],
  ],
  [
    'a surname alone is whoever was in office',
    'Merkel addressed the parliament in Germany on Monday.',
    '2010-03-01',
    [{ name: 'Angela Merkel', wikidata: 'Q567', role: 'chancellor of Germany' }],
  ],
  [
    'names of countries and their abbreviations are one entity',
    'The U.S. sent aid. The United States will send more.',
    undefined,
    [{ name: 'United States', iso: 'US', wikidata: 'Q30', aliases: ['U.S.', 'United States'] }],
  ],
  [
    'a demonym points to its country',
    'Kenyan runners won.',
    undefined,
    [{ name: 'Kenyan', type: 'people', country: 'KE' }],
  ],
  [
    'a city is the one in the country named beside it',
    'The train left Moscow, Idaho, at noon.',
    undefined,
    [{ name: 'Moscow', type: 'place', country: 'US' }],
  ],
  [
    'a capital that speaks acts for its country',
    'Ankara said on Monday that it would close the border.',
    undefined,
    [{ name: 'Ankara', wikidata: 'Q3640', actsFor: 'TR' }],
  ],
  [
    'an apposition gives the role',
    'Maria Lund, the Danish finance minister, opened the meeting.',
    undefined,
    [{ name: 'Maria Lund', role: 'finance minister of Denmark', country: 'DK' }],
  ],
  [
    'who is elected is not yet in office',
    'Gambian President-elect Lamin Sarr thanked the voters.',
    '2011-05-01',
    [{ name: 'Lamin Sarr', role: 'president-elect of the Gambia', country: 'GM' }],
  ],
  [
    'who acts for another',
    'The acting foreign minister of Brazil, Jose Ruiz, left Lima.',
    '2011-05-01',
    [{ name: 'Jose Ruiz', role: 'acting foreign minister of Brazil' }],
  ],
  [
    'a state without a code of its own',
    'Scottish First Minister Alex Salmond spoke in Perth.',
    '2012-05-01',
    [{ name: 'Alex Salmond', role: 'first minister of Scotland', country: 'GB' }],
  ],
  [
    'an office of an organisation',
    'CIA Director Leon Panetta watched.',
    '2010-05-01',
    [{ name: 'Leon Panetta', role: 'director of the Central Intelligence Agency', country: 'US' }],
  ],
  [
    'an office of a body that names its country itself',
    'He wrote to the president of the Chilean Congress, Ana Soto.',
    undefined,
    [{ name: 'Ana Soto', role: 'president of the Chilean Congress', country: 'CL' }],
  ],
  [
    'a past office stays past',
    'Former Chilean President Ana Soto spoke in Lima.',
    undefined,
    [{ name: 'Ana Soto', role: 'former president of Chile' }],
  ],
];

for (const [name, text, publishedAt, expected] of rows) {
  test(`entities: ${name}`, () => {
    const { entities, mentions } = resolve(text, publishedAt === undefined ? {} : { publishedAt });
    for (const wanted of expected) {
      const found = entities.find((entity) => entity.name === wanted.name);
      assert.ok(found, `${wanted.name} among ${entities.map((entity) => entity.name).join(', ')}`);
      for (const [key, value] of Object.entries(wanted)) assert.deepEqual(found[key as keyof EntityRecord], value, key);
    }
    for (const { start, end, text: surface, entity } of mentions) {
      assert.equal(text.slice(start, end), surface);
      assert.ok(entities.some(({ id }) => id === entity));
    }
  });
}

const references: readonly (readonly [name: string, text: string, person: string, expected: readonly string[]])[] = [
  [
    'a description means the one person whom it fits',
    'Canadian Prime Minister Ruth Hale met French Foreign Minister Luc Petit. The Canadian premier thanked the FM.',
    'Ruth Hale',
    ['Canadian Prime Minister Ruth Hale', 'The Canadian premier'],
  ],
  [
    'a description that fits two people means neither',
    'Chilean President Ana Soto met Peruvian President Juan Vega. The president smiled.',
    'Ana Soto',
    ['Chilean President Ana Soto'],
  ],
  [
    'an office of something else is somebody else',
    'Chilean President Ana Soto spoke. The president of the company did not, nor did the president of the Chilean Congress.',
    'Ana Soto',
    ['Chilean President Ana Soto'],
  ],
  [
    'an office is no person',
    "Chilean President Ana Soto spoke. The president's office confirmed it, and the president agreed.",
    'Ana Soto',
    ['Chilean President Ana Soto', 'the president'],
  ],
  [
    'an office of another country is somebody else',
    'Chilean President Ana Soto spoke. The Peruvian president did not.',
    'Ana Soto',
    ['Chilean President Ana Soto'],
  ],
];
for (const [name, text, person, expected] of references) {
  test(`references: ${name}`, () => {
    const found = resolve(text).entities.find((entity) => entity.name === person);
    assert.deepEqual(
      found?.references?.map((reference) => reference.text),
      expected,
    );
  });
}

for (const [day, expected] of [
  ['2016-06-01', ['François Hollande']],
  ['2018-06-01', ['Emmanuel Macron']],
  ['2045-06-01', []],
  [undefined, []],
] as const) {
  test(`references: the president of France on ${day ?? 'an unknown day'}`, () => {
    const text = 'The president of France opened a school in Dakar.';
    const { entities } = resolve(text, day === undefined ? {} : { publishedAt: day });
    assert.deepEqual(
      entities.filter(({ type }) => type === 'person').map(({ name }) => name),
      expected,
    );
  });
}

test('references: a sentence about another year does not mean whoever is in office', () => {
  const { entities } = resolve('In 1974 the president of France opened a school in Dakar.', {
    publishedAt: '2016-06-01',
  });
  assert.ok(!entities.some(({ type }) => type === 'person'));
});

test('entities: ministries of two countries are two, a spokesman is one of them', () => {
  const { entities } = resolve(
    'The Greek Foreign Ministry protested. The Turkish Foreign Ministry did not. Greek Foreign Ministry spokesman Nikos Vlachos spoke.',
  );
  const found = entities.filter(({ type }) => type !== 'people');
  assert.deepEqual(
    found.map(({ name, actsFor, role }) => [name, actsFor ?? role]),
    [
      ['Foreign Ministry', 'GR'],
      ['Foreign Ministry', 'TR'],
      ['Nikos Vlachos', 'Foreign Ministry spokesman of Greece'],
    ],
  );
});

for (const [text, wikidata] of [
  ['He retired to a farm in Georgia after years in Alabama and Tennessee.', 'Q1428'],
  ['Georgia closed its border to traffic from Dagestan.', 'Q230'],
  ['Alabama was on her mind when the Georgian premier spoke of Georgia and its vines.', 'Q230'],
] as const) {
  test(`entities: Georgia alone is a state only among states, and without Georgians: ${text}`, () => {
    const { entities } = resolve(text);
    assert.deepEqual(
      entities.filter(({ name }) => name === 'Georgia').map((entity) => entity.wikidata),
      [wikidata],
    );
  });
}

test('entities: the country Georgia and the state Georgia', () => {
  const { entities } = resolve('She flew from Tbilisi, Georgia, to Atlanta, Georgia.');
  assert.deepEqual(
    entities.filter(({ name }) => name === 'Georgia').map(({ wikidata }) => wikidata),
    ['Q230', 'Q1428'],
  );
});

for (const [name, text, day, expected] of [
  ['a king goes by his first name', 'King Felipe received guests in Spain. Felipe spoke.', '2022-05-01', 'Q191045'],
  ['anybody may be called like a king', 'In Spain, Felipe mended the roof of his barn.', '2022-05-01', undefined],
  ['a surname in an undated text about the country', 'Germany was pleased, Merkel said.', undefined, 'Q567'],
  [
    'a country in front of a known organisation',
    'The U.S. Central Intelligence Agency said nothing.',
    undefined,
    'Q37230',
  ],
  ['a party of another country', 'The Norwegian Labour Party lost seats in Oslo.', undefined, undefined],
  ['a party by its country', 'In Britain, the British Labour Party and its rivals in Britain met.', undefined, 'Q9630'],
  ['an English name of a city', 'The convoy left Cologne for Germany.', undefined, 'Q365'],
  [
    'a president of long ago is not meant by a surname',
    'Mr. Carter fixed the roof of the barn.',
    '2024-05-01',
    undefined,
  ],
] as const) {
  test(`links: ${name}`, () => {
    const { entities } = resolve(text, day === undefined ? {} : { publishedAt: day });
    assert.equal(entities.find(({ type }) => type !== 'country' && type !== 'people')?.wikidata, expected);
  });
}

test('entities: one surname, the person it meant before', () => {
  const { entities, mentions } = resolve(
    'Peter Vance resigned. Vance gave no reason. His wife, Carol Vance, stood beside him. Vance then left Oslo.',
  );
  const peter = entities.find(({ name }) => name === 'Peter Vance')!;
  assert.equal(mentions.filter(({ entity }) => entity === peter.id).length, 3);
});

test('entities: two people with one surname stay two', () => {
  const { entities } = resolve('Laura Stone met David Stone in Oslo. Stone left early.');
  assert.deepEqual(
    entities.filter(({ type }) => type === 'person').map(({ name }) => name),
    ['Laura Stone', 'David Stone'],
  );
});

test('entities: the title of the document names people in full', () => {
  const { entities } = resolve('Okafor resigned on Monday.', { title: 'Minister Grace Okafor steps down' });
  assert.equal(entities[0]?.name, 'Grace Okafor');
});
