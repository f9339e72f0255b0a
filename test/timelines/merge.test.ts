import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge } from '../../src/timelines/merge.ts';
import type { Report } from '../../src/timelines/types.ts';
import { type Paper, type Told, told } from './told.ts';

const paper = (id: string, publishedAt = '2021-03-04'): Paper => ({ id, publishedAt, publisher: `Paper ${id}` });
const MEET: Told = {
  trigger: 'meet',
  type: 'CONSULT',
  on: '2021-03-03',
  who: ['Ada Berg', 'Bo Lind'],
  role: 'reciprocal',
};

/** How many events two documents with one report each make. */
const cases: readonly [name: string, one: Told, other: Told, events: number][] = [
  ['the same day and people', MEET, { ...MEET, trigger: 'talk' }, 1],
  ['another day', MEET, { ...MEET, on: '2021-03-02' }, 2],
  ['other people beside one of them', MEET, { ...MEET, who: ['Ada Berg', 'Cy Holm'] }, 2],
  ['only one of them named', MEET, { ...MEET, who: ['Bo Lind'] }, 1],
  ['a third one named', MEET, { ...MEET, who: ['Ada Berg', 'Bo Lind', 'Cy Holm'] }, 1],
  ['another kind of event', MEET, { ...MEET, trigger: 'sue', type: 'JUSTICE' }, 2],
  ['by telephone and in person', { ...MEET, mode: 'phone' }, { ...MEET, mode: 'visit' }, 2],
  ['in another city', { ...MEET, place: 'Hamburg' }, { ...MEET, place: 'Berlin' }, 2],
  ['in a city and its country', { ...MEET, place: 'Hamburg' }, { ...MEET, place: 'Germany' }, 1],
  ['planned for a day and happened then', { ...MEET, status: 'planned' }, MEET, 1],
  ['denied for the day', MEET, { ...MEET, status: 'denied' }, 1],
  [
    'denied for another month',
    { ...MEET, on: '2021-07-07', status: 'planned' },
    { ...MEET, on: '2021-05', status: 'denied' },
    2,
  ],
  ['the month of the day', MEET, { ...MEET, on: '2021-03' }, 1],
  ['a day and the last year', MEET, { ...MEET, on: '2020-01/2020-12' }, 2],
  ['undated, soon after', MEET, { ...MEET, on: undefined as never }, 1],
  ['undated, with one of them, in the same story', MEET, { ...MEET, on: undefined as never, who: ['Ada Berg'] }, 1],
  [
    'undated, with one of them, in another story',
    MEET,
    { ...MEET, on: undefined as never, who: ['Ada Berg'], sentence: 'Harbour pilots welcomed a visitor.' },
    2,
  ],
  [
    'a country and who acts for it',
    { trigger: 'condemn', on: '2021-03-03', who: ['Russia'] },
    { trigger: 'condemn', on: '2021-03-03', who: ['the Kremlin'] },
    1,
  ],
];

for (const [name, one, other, events] of cases) {
  test(`${name}: ${events === 1 ? 'one event' : 'two events'}`, () => {
    const reports = [...told(paper('a'), [one]), ...told(paper('b', '2021-03-05'), [other])];
    assert.equal(merge(reports).length, events);
  });
}

test('a month that two events may mean joins neither', () => {
  const reports = [
    ...told(paper('a'), [MEET]),
    ...told(paper('b', '2021-03-12'), [{ ...MEET, on: '2021-03-11' }]),
    ...told(paper('c', '2021-04-01'), [{ ...MEET, on: '2021-03' }]),
  ];
  assert.equal(merge(reports).length, 3);
});

test('two people of whom alike texts tell the same are two events', () => {
  const text = 'The mayor resigned on account of the harbour, the council said in a notice to the press.';
  const reports = ['Ada Berg', 'Cy Holm'].flatMap((name) =>
    told({ ...paper(name), title: 'Notice of the council', text }, [
      { trigger: 'resign', who: [name], sentence: text },
    ]),
  );
  assert.equal(merge(reports).length, 2);
});

test('nobody is a bridge between the meetings of others', () => {
  const pairs = [
    ['Ada Berg', 'Bo Lind'],
    ['Bo Lind', 'Cy Holm'],
    ['Cy Holm', 'Di Moe'],
  ];
  const reports = pairs.flatMap((who, i) => told(paper(`d${i}`), [{ ...MEET, who }]));
  assert.equal(merge(reports).length, 3);
});

const PLANNED: Told = { ...MEET, on: '2021-03-20', status: 'planned' };
const moves: readonly [name: string, events: number, later: Told, ...more: Told[]][] = [
  [
    'postponed to another date',
    1,
    { ...PLANNED, on: '2021-04-10', sentence: 'Their meeting was postponed to April 10.' },
  ],
  ['brought forward', 1, { ...PLANNED, on: '2021-03-12', sentence: 'The meeting was brought forward to March 12.' }],
  ['at another date, without a word of moving', 2, { ...PLANNED, on: '2021-04-10' }],
  ['called off', 1, { ...PLANNED, status: 'cancelled' }],
  [
    'postponed twice',
    1,
    { ...PLANNED, on: '2021-04-10', sentence: 'It was postponed to April 10.' },
    { ...PLANNED, on: '2021-05-10', sentence: 'It was postponed again, to May 10.' },
  ],
  [
    'postponed by other people',
    2,
    { ...PLANNED, who: ['Cy Holm', 'Di Moe'], on: '2021-04-10', sentence: 'Theirs was postponed to April 10.' },
  ],
];
for (const [name, events, ...later] of moves) {
  test(`planned, then ${name}: ${events === 1 ? 'one event' : 'two events'}`, () => {
    const notices = later.flatMap((each, i) => told(paper(`n${i}`, `2021-03-0${i + 6}`), [each]));
    assert.equal(merge([...told(paper('a'), [PLANNED]), ...notices]).length, events);
  });
}

test('what has happened is not moved', () => {
  const postponed = {
    ...MEET,
    on: '2021-04-10',
    status: 'planned',
    sentence: 'It was postponed to April 10.',
  } as const;
  assert.equal(merge([...told(paper('a'), [MEET]), ...told(paper('b', '2021-03-06'), [postponed])]).length, 2);
});

test('the id is that of the report published first, whatever comes later', () => {
  const [first, second] = [told(paper('z', '2021-03-03'), [MEET]), told(paper('a', '2021-03-05'), [MEET])] as [
    Report[],
    Report[],
  ];
  assert.equal(merge([...second, ...first])[0]!.id, first[0]!.id);
  assert.equal(merge(second)[0]!.id, second[0]!.id);
});

test('five hundred reports of one event are one event', () => {
  const burst = Array.from({ length: 500 }, (_, i) =>
    told(paper(`d${i}`), [{ ...MEET, trigger: i % 2 ? 'talk' : 'meet' }]),
  );
  assert.equal(merge(burst.flat()).length, 1);
});
