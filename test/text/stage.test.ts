import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Analysis } from '../../src/analysis.ts';
import { textStage } from '../../src/text/stage.ts';

const read = (text: string) =>
  textStage.apply({ document: { id: 'd', text, timezone: 'UTC' }, warnings: [] } as unknown as Analysis).text;
const sentencesOf = (text: string) => read(text).sentences.map(({ start, end }) => text.slice(start, end));

/** One row a phenomenon; `|` stands where a sentence ends and the next begins. */
const splits: [name: string, text: string][] = [
  ['a headline without a final stop', 'Leaders speak by phone|\nThe two leaders met.'],
  ['titles before a name', 'Gen. Smith met Mr. Brown.| They talked.'],
  ['chains of titles', "Iran's Maj. Gen. Ali Karimi and Lt. Col. Lee met Spc. Ray.| Ret. Gen. Hu left."],
  [
    'an initial inside a name',
    'Troops left N. Korea on Monday.| George W. Hill and Recep T. Kaya met.| J. Edgar Poe spoke.',
  ],
  ['a quotation mark after the stop', '“We will go.”| He left.'],
  [
    'a question inside a sentence',
    '“Will they go?” he asked.| “Will they?” Smith asked.| "Really?"| The minister left.',
  ],
  [
    'straight quotation marks open and close',
    '"Will they?" he asked.| "No!" she said.| "Never."| They left.| "It is," he said.',
  ],
  ['quotation marks with blanks inside', 'He said : " We will go . "| They left.'],
  ['an abbreviated country before a name', 'The U.S. Senate met U.S. President Hill in the U.K. Parliament.'],
  [
    'an abbreviated country at the end',
    'He works for the U.S.| The company denied it.| He flew to the U.N.| On Monday he left.',
  ],
  ['clock times', 'It began at 9 a.m. Monday and ended at 5 p.m.| The talks lasted two hours.'],
  ['companies', 'Shares of Acme Inc. rose.| He owns Foo Corp.| The firm is old.'],
  ['a number after an abbreviation', 'It is on Jan. 5 at No. 10 Downing St. in London.| Art. 5 applies.'],
  ['an abbreviated month at the end', 'He died in Sept.| The funeral was in Oct. 2010.'],
  ['an answer', 'Will he go?| No.| He will stay.'],
  ['degrees', 'Ann Lee, Ph.D., spoke.| Tom Hill Jr. listened.'],
  ['states and cities', 'Sen. Lee, R-Ariz., of St. Louis, Mo., left Washington, D.C.| It rained.'],
  ['a dateline', 'MOSCOW (AP) — Russia said so.| WASHINGTON, D.C. (AP) — It did not.'],
  ['ellipses', "We don't know... maybe.| Then he paused… and left.| Wait…| What was it?"],
  ['a decimal, an address', 'It rose 3.5 percent, says www.example.com.| It is new.'],
  ['parentheses', 'He left on Tuesday.| (The visit was secret.)| It ended.'],
  ['a question mark that stands for a lost dash', 'Leaders discuss Syria ? Kremlin'],
  ['a question mark with a blank before it', 'Who is it ?| Nobody knows .'],
  ['a number after a word in capitals', 'It ended World War II.| Lee said so in the EU.| Hill left.'],
  ['no blank after the stop', 'It ended on Monday.|They left.'],
  ['a full stop inside a compound', 'The station airs anti-U.S. and other broadcasts.'],
];
for (const [name, marked] of splits) {
  test(`sentences: ${name}`, () => {
    const expected = marked.split('|').map((sentence) => sentence.trim());
    assert.deepEqual(sentencesOf(marked.replaceAll('|', '')), expected);
  });
}

const headlines: [text: string, headline: boolean][] = [
  ['Leaders speak by phone, discuss N. Korea – Kremlin', true],
  ["READ MORE: 'Wishful thinking': Kremlin dismisses 'reports'", true],
  ['(Reporting by Ann Lee)', true],
  ['The leaders spoke by phone.', false],
  ['“The leaders spoke.”', false],
  ['The leaders spoke. The talks lasted', false],
];
for (const [text, headline] of headlines) {
  test(`${text} ${headline ? 'is' : 'is not'} a headline`, () => {
    assert.equal(
      read(text).sentences.some((sentence) => sentence.headline),
      headline,
    );
  });
}

const wrapped =
  'The minister said on Tuesday that the two sides had\nreached an agreement after a night of negotiations in\nthe Swiss city, and that they would sign it next week.';
const layouts: [name: string, text: string, paragraphs: number][] = [
  ['hard-wrapped lines are one paragraph', wrapped, 1],
  [
    'two lines wrapped like the rest are one',
    `${wrapped}\n\nThe president welcomed the agreement on Wednesday and\ncalled it a step.`,
    2,
  ],
  ['a short line before others ends a paragraph', `Talks end in Geneva\n${wrapped}`, 2],
  ['short lines that nothing wrapped are paragraphs', 'Talks end\nMinisters agree\nThe text is secret', 3],
  ['long lines are paragraphs', `${'They met again. '.repeat(10)}\n${'They left again. '.repeat(10)}`, 2],
  ['a sentence that goes on after a line break', 'The militia even used child soldiers\nin battle.\nIt denied it.', 2],
  ['a list after a colon', 'They need to:\nfocus on schools\nbuild roads', 2],
  ['line ends of every kind', 'One.\r\n\r\nTwo.\r\nThree.', 3],
];
for (const [name, text, paragraphs] of layouts) {
  test(`paragraphs: ${name}`, () => assert.equal(read(text).paragraphs.length, paragraphs));
}

test('every token is the slice of the text at its offsets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const token of read(text).tokens) assert.equal(text.slice(token.start, token.end), token.text);
    }),
  );
});

for (const [length, tokens] of [
  [100, 3],
  [101, 3],
  [5000, 3],
] as const) {
  test(`a run of ${length} letters between blanks is one token`, () => {
    for (const before of ['a ', `${'a '.repeat(60)}`]) {
      const found = read(`${before}${'x'.repeat(length)} b`).tokens.slice(-2);
      assert.deepEqual(
        found.map(({ text }) => text.length),
        [length, 1],
      );
    }
    assert.equal(read(`a ${'x'.repeat(length)} b`).tokens.length, tokens);
  });
}

test('an unbroken run of characters is read as one token, quickly', () => {
  const run = 'http://'.repeat(1200);
  const { tokens } = read(`See ${run} now.`);
  assert.ok(tokens.some((token) => token.text === run));
});
