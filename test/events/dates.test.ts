import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extract } from '../../src/pipeline.ts';
import { eventAt, readText } from './read-text.ts';

/** Published on Wednesday, 10 May 2023: the days of the event, "?" for an unknown side, and why. */
const table: [text: string, trigger: string, days: string, basis: string | undefined][] = [
  ['The ministers met in Oslo on Monday.', 'met', '2023-05-08 2023-05-08', 'clause'],
  ['On 3 May the navy seized a trawler.', 'seized', '2023-05-03 2023-05-03', 'clause'],
  ['Parliament ratified the treaty in March 2021.', 'ratified', '2021-03-01 2021-03-31', 'clause'],
  ['The president resigned last week.', 'resigned', '2023-05-01 2023-05-07', 'clause'],
  ['The army attacked the port on Friday, killing six sailors.', 'killing', '2023-05-05 2023-05-05', 'sentence'],
  [
    'The summit, which is scheduled to open in Lagos on 2 June, has been prepared for a year.',
    'summit',
    '2023-06-02 2023-06-02',
    undefined,
  ],
  ['Olaf Scholz visited Riga on 3 May and held talks with the premier.', 'talks', '2023-05-03 2023-05-03', undefined],
  // Without an expression: on or before publication, or on or after it.
  ['Gunmen killed a judge.', 'killed', '? 2023-05-10', 'publication'],
  ['The king will visit Ghana.', 'visit', '2023-05-10 ?', 'publication'],
  // Vague words and lengths of time give no days.
  ['The minister recently visited Peru.', 'visited', '? ?', undefined],
];
for (const [text, trigger, days, basis] of table) {
  test(`date of "${trigger}": ${text}`, () => {
    const { time } = eventAt(text, trigger);
    assert.equal(`${time?.earliest ?? '?'} ${time?.latest ?? '?'}`, days);
    if (basis !== undefined) assert.equal(time?.basis, basis);
    assert.ok(time!.confidence > 0 && time!.confidence < 1);
  });
}

test('without a day of publication nothing is guessed', () => {
  const { events } = extract({
    id: 'd',
    text: 'Gunmen killed a judge. The army attacked the port on Friday.',
    timezone: 'UTC',
  });
  const [killed, attacked] = ['killed', 'attacked'].map((word) => events.find(({ trigger }) => trigger.text === word));
  assert.equal(killed?.time, null);
  assert.equal(attacked?.time?.earliest, null);
  assert.ok(attacked?.time?.mention);
});

test('the day of another mention of the event dates it too', () => {
  const { events } = readText('Keir Starmer visited Ottawa on 2 May. The visit by Keir Starmer was a success.');
  const [first, second] = events.filter(({ trigger }) => trigger.lemma === 'visit');
  assert.equal(second?.cluster, first?.cluster);
  assert.deepEqual([second?.time?.earliest, second?.time?.basis], ['2023-05-02', 'discourse']);
});

/** A report of that day with its dateline: what has no date happened on that day or the day before. */
const told: [what: string, text: string, trigger: string, days: string, basis: string][] = [
  [
    'the day of a report',
    'The governor of Kano resigned. He said he was tired.',
    'said',
    '2023-05-09 2023-05-10',
    'discourse',
  ],
  [
    'the first sentence',
    'Pilots ended a strike on Monday. The union accused the owners of deceit.',
    'accused',
    '2023-05-08 2023-05-10',
    'discourse',
  ],
  [
    'what went before',
    'Pilots ended a strike on Monday. The port had lost nine ships.',
    'lost',
    '? 2023-05-10',
    'publication',
  ],
  [
    'how it began',
    'Pilots ended a strike on Monday. The union was founded by dockers.',
    'founded',
    '? 2023-05-10',
    'publication',
  ],
  [
    'for the first time',
    'Pilots ended a strike on Monday. They first attacked the port as students.',
    'attacked',
    '? 2023-05-10',
    'publication',
  ],
  [
    'what is to come',
    'Pilots ended a strike on Monday. They will meet the minister.',
    'meet',
    '2023-05-10 ?',
    'publication',
  ],
];
for (const [what, text, trigger, days, basis] of told) {
  test(`date in a report, ${what}: ${text}`, () => {
    const { time } = eventAt(`Harbour news from Kano\n\nMay 10, 2023\n\n${text}`, trigger);
    assert.deepEqual([`${time?.earliest ?? '?'} ${time?.latest ?? '?'}`, time?.basis], [days, basis]);
  });
}

test('a headline tells what the first sentence dates', () => {
  const { time } = eventAt('Harbour pilots end strike\n\nPilots in Durban ended their strike on Monday.', 'strike');
  assert.deepEqual([time?.earliest, time?.basis], ['2023-05-08', 'discourse']);
});

test('a dateline of another day dates its events', () => {
  const { time } = eventAt('Diary of the siege\n\nMay 3, 2023\n\nThe army attacked the port.', 'attacked');
  assert.deepEqual([time?.earliest, time?.latest], ['2023-05-03', '2023-05-03']);
});

test('a call and a visit of the same two are two events', () => {
  const { events } = readText('Joe Biden phoned Rishi Sunak on Monday. Joe Biden will visit Rishi Sunak in June.');
  const clusters = events.filter(({ type }) => type === 'CONSULT').map(({ cluster }) => cluster);
  assert.equal(new Set(clusters).size, clusters.length);
});

/** Whom a pronoun means: the name of the entity. */
const pronouns: [text: string, trigger: string, name: string][] = [
  ['Angela Merkel arrived in Rome. She met the bishops on Tuesday.', 'met', 'Angela Merkel'],
  ['Joe Biden flew to Warsaw, where he praised the volunteers.', 'praised', 'Joe Biden'],
  ['Sudan closed the border after it accused Chad of piracy.', 'accused', 'Sudan'],
];
for (const [text, trigger, name] of pronouns) {
  test(`takes part by a pronoun: ${name} in: ${text}`, () => {
    const { events, entities } = readText(text);
    const event = events.find((each) => each.trigger.text === trigger);
    const names = event?.participants.map(({ entity }) => entities.find(({ id }) => id === entity)?.name);
    assert.ok(names?.includes(name), String(names));
  });
}

const places: [text: string, trigger: string, place: string | undefined][] = [
  ['Two buses collided in Nairobi on Sunday.', 'collided', 'Nairobi'],
  ['Protesters rallied in the village.', 'rallied', 'village'],
  ['Officials in Kabul said the governor resigned.', 'resigned', undefined],
  ['The ambassadors talked on the phone.', 'talked', undefined],
];
for (const [text, trigger, place] of places)
  test(`place: ${place} in: ${text}`, () => assert.equal(eventAt(text, trigger).place?.text, place));

/** What the day of the story does not date: what went before it, and what lasts. */
const before: [text: string, trigger: string][] = [
  ['The president named a premier on Monday, a week after voters rejected the charter.', 'rejected'],
  ['Police searched the house on Monday. The raid came after the bombing.', 'bombing'],
  ['The two sides signed a truce on Monday. It followed nine days of talks.', 'talks'],
  ['The two sides signed a truce on Monday. The two-year conflict killed thousands.', 'conflict'],
];
for (const [text, trigger] of before) {
  test(`the day of the story does not date "${trigger}": ${text}`, () => {
    const { time } = eventAt(text, trigger);
    assert.ok(time?.basis === 'publication' || time?.earliest === null, JSON.stringify(time));
  });
}
