import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SourceDocument } from '../../src/analysis.ts';
import { findNames } from '../../src/names/stage.ts';
import { textStage } from '../../src/text/stage.ts';

type Row = readonly [name: string, text: string, expected: readonly string[]];

function namesOf(text: string): string[] {
  const document: SourceDocument = { id: 't', text, timezone: 'UTC' };
  const layer = textStage.apply({ document, warnings: [] } as unknown as Parameters<typeof textStage.apply>[0]).text;
  return findNames(text, layer).map((mention) => {
    assert.equal(text.slice(mention.start, mention.end), mention.text);
    assert.equal(layer.tokens[mention.firstToken]!.start, mention.start);
    return `${mention.text}/${mention.type}`;
  });
}

const rows: readonly Row[] = [
  [
    'the second half of a given name is part of it, whatever word it looks like',
    'President Moon Jae-in received Ban Ki-moon in Seoul. A Donald Trump-led delegation stayed away.',
    ['Moon Jae-in/person', 'Ban Ki-moon/person', 'Seoul/place', 'Donald Trump/person'],
  ],
  [
    'people, offices and countries',
    'Finnish President Sauli Niinisto arrived in Norway on Monday.',
    ['Finnish/people', 'Sauli Niinisto/person', 'Norway/country'],
  ],
  [
    'a title and a possessive are no part of a name',
    "Mr. Cameron's visit to Berlin ended early.",
    ['Cameron/person', 'Berlin/place'],
  ],
  [
    'a hyphenated pair is two names',
    'Angela Merkel met Emmanuel Macron. The Merkel-Macron meeting lasted an hour.',
    ['Angela Merkel/person', 'Emmanuel Macron/person', 'Merkel/person', 'Macron/person'],
  ],
  [
    'a noun at the end says what a name is',
    'The climate was discussed at Ellinikon Airport and in the Tamsoro Mosque.',
    ['Ellinikon Airport/place', 'Tamsoro Mosque/place'],
  ],
  [
    'a given name that an editor put in brackets before a name is none of its own',
    'He thanked [Secretary of State Rex] Tillerson for coming to Moscow.',
    ['Tillerson/person', 'Moscow/place'],
  ],
  [
    'two countries joined by a hyphen',
    'The U.S.-Iraqi patrol came under fire near Mosul.',
    ['U.S./country', 'Iraqi/people', 'Mosul/place'],
  ],
  [
    'an abbreviation is the name it stands for',
    'The Economic Community of West African States (ECOWAS) will meet. Troops of ECOWAS stood by.',
    ['Economic Community of West African States/organisation', 'ECOWAS/organisation', 'ECOWAS/organisation'],
  ],
  [
    'an abbreviated country',
    'Diplomats said N. Korea had agreed to talks with China.',
    ['N. Korea/country', 'China/country'],
  ],
  [
    'a headline in capitals is read as the text spells its words',
    'SUAREZ MEETS LINDQVIST IN MADRID TALKS\n\nMaria Suarez received Anders Lindqvist in Madrid. Their talks went well.',
    [
      'SUAREZ/person',
      'LINDQVIST/person',
      'MADRID/place',
      'Maria Suarez/person',
      'Anders Lindqvist/person',
      'Madrid/place',
    ],
  ],
  [
    'a headline without capitals',
    'lindqvist leaves for north korea\n\nOn Monday Anders Lindqvist left Oslo.',
    ['lindqvist/person', 'north korea/country', 'Anders Lindqvist/person', 'Oslo/place'],
  ],
  ['a line of small words holds no names', 'read more about this story\n\nThe talks went on.', []],
  ['months and weekdays are no names', 'In May and June the talks went on; on Friday they ended.', []],
  ['a sentence without names', 'The talks were postponed again, officials said.', []],
  ['pronouns and titles alone are no names', 'He told the minister that We the People is a phrase.', []],
];

for (const [name, text, expected] of rows) {
  test(`names: ${name}`, () => {
    assert.deepEqual(namesOf(text), expected);
  });
}

test('names: a person named in full is found again by surname, whatever stands around it', () => {
  const found = namesOf('Prime Minister Shinzo Abe spoke in Tokyo. "It will take time," Abe said.');
  assert.deepEqual(found, ['Shinzo Abe/person', 'Tokyo/place', 'Abe/person']);
});

for (const [name, text] of [
  ['no text', ''],
  ['one letter for ever', 'A'.repeat(100_000)],
  ['capitals for ever', 'Aa '.repeat(50_000)],
  ['marks for ever', "'-".repeat(20_000)],
  ['digits', '7'.repeat(100_000)],
  ['brackets', 'North Atlantic ('.repeat(5_000)],
] as const) {
  test(`names: a hostile text is read to its end: ${name}`, () => {
    for (const mention of namesOf(text)) assert.ok(mention.length > 0);
  });
}
