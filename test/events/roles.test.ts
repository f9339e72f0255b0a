import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readText } from './read-text.ts';

/** Who, did, to whom; verbs whose past is their participle. */
const deeds: readonly [actor: string, did: string, undergoer: string][] = [
  ['Gunmen', 'killed', 'four policemen'],
  ['Rebels', 'attacked', 'the convoy'],
  ['Soldiers', 'arrested', 'two smugglers'],
  ['Militants', 'kidnapped', 'a Japanese engineer'],
  ['Prosecutors', 'accused', 'the banker'],
  ['Norway', 'expelled', 'three diplomats'],
  ['Turkey', 'condemned', 'the junta'],
  ['The Taliban', 'released', 'five hostages'],
  ['Protesters', 'blocked', 'the motorway'],
  ['Pirates', 'hijacked', 'a Danish tanker'],
  ['Lawmakers', 'rejected', 'the bill'],
  ['Insurgents', 'bombed', 'the pipeline'],
  ['The court', 'convicted', 'the former minister'],
  ['Japan', 'rescued', 'eleven sailors'],
  ['Ethiopian troops', 'captured', 'the town'],
  ['The senators', 'criticised', 'the general'],
  ['Villagers', 'sheltered', 'the refugees'],
  ['The coast guard', 'detained', 'nine fishermen'],
  ['Canada', 'sanctioned', 'the oligarchs'],
  ['Students', 'occupied', 'the library'],
  ['Police', 'dispersed', 'the crowd'],
  ['Brazil', 'extradited', 'the fugitive'],
  ['The guerrillas', 'ambushed', 'a patrol'],
  ['Austria', 'praised', 'the negotiators'],
  ['Assassins', 'murdered', 'the journalist'],
  ['The cartel', 'threatened', 'the mayor'],
  ['Farmers', 'sued', 'the ministry'],
  ['Denmark', 'invited', 'the envoy'],
  ['Engineers', 'evacuated', 'the miners'],
  ['The council', 'dismissed', 'the commissioner'],
];

const bare = (words: string): string => words.replace(/^(?:the|a|an) /i, '').toLowerCase();
const lower = (words: string): string =>
  /^(?:The|[A-Z][a-z]+s|Police)\b/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const beOf = (words: string): string => (/s$|\b(?:police|policemen|fishermen)$/.test(words) ? 'were' : 'was');

/** Each pattern says the same deed; so many of the thirty must have exactly its two participants in their roles. */
const patterns: readonly [
  name: string,
  atLeast: number,
  say: (actor: string, did: string, undergoer: string) => string,
][] = [
  ['active', 24, (a, did, u) => `${a} ${did} ${u} on Monday.`],
  ['passive', 20, (a, did, u) => `${upper(u)} ${beOf(u)} ${did} by ${lower(a)} on Monday.`],
  ['relative clause', 20, (a, did, u) => `Television showed ${lower(a)} who ${did} ${u}.`],
  ['coordination', 20, (a, did, u) => `${a} crossed the river and ${did} ${u}.`],
  ['reported', 20, (a, did, u) => `The spokesman said in Geneva that ${lower(a)} ${did} ${u}.`],
  ['perfect with adverb', 20, (a, did, u) => `${a} have reportedly ${did} ${u}.`],
];

for (const [name, atLeast, say] of patterns) {
  test(`roles, ${name}: at least ${atLeast} of ${deeds.length}`, () => {
    const wrong = deeds.flatMap(([actor, did, undergoer]) => {
      const text = say(actor, did, undergoer);
      const event = readText(text).events.find(({ trigger }) => trigger.text === did);
      const found = event?.participants.map(
        ({ role, text: words }) => `${role === 'subject' ? 'recipient' : role}:${bare(words)}`,
      );
      const expected = [`actor:${bare(actor)}`, `recipient:${bare(undergoer)}`];
      return found && expected.every((each) => found.includes(each)) && found.length === 2
        ? []
        : [`${text} → ${found}`];
    });
    assert.ok(deeds.length - wrong.length >= atLeast, `${wrong.length} wrong:\n${wrong.join('\n')}`);
  });
}

const people: readonly [one: string, other: string][] = [
  ['Angela Merkel', 'Emmanuel Macron'],
  ['Joe Biden', 'Xi Jinping'],
  ['Narendra Modi', 'Imran Khan'],
  ['Pedro Sánchez', 'Giorgia Meloni'],
  ['India', 'China'],
  ['Egypt', 'Sudan'],
  ['Serbia', 'Kosovo'],
  ['Greece', 'Turkey'],
  ['Peru', 'Chile'],
  ['Armenia', 'Azerbaijan'],
  ['Kenya', 'Somalia'],
  ['Justin Trudeau', 'Olaf Scholz'],
  ['Thailand', 'Cambodia'],
  ['Jair Bolsonaro', 'Alberto Fernández'],
  ['Poland', 'Belarus'],
];
const meetings: readonly [
  name: string,
  atLeast: number,
  trigger: string,
  say: (one: string, other: string) => string,
][] = [
  ['X and Y met', 12, 'met', (one, other) => `${one} and ${other} met in Vienna on Friday.`],
  ['X met with Y', 11, 'met', (one, other) => `${one} met with ${other} in Vienna on Friday.`],
  ['talks between X and Y', 12, 'talks', (one, other) => `The talks between ${one} and ${other} resumed on Friday.`],
  ['X held talks with Y', 11, 'talks', (one, other) => `${one} held talks with ${other} on Friday.`],
];
for (const [name, atLeast, trigger, say] of meetings) {
  test(`roles, ${name}: both reciprocal in at least ${atLeast} of ${people.length}`, () => {
    const wrong = people.flatMap(([one, other]) => {
      const text = say(one, other);
      const event = readText(text).events.find((each) => each.trigger.text === trigger);
      const found = event?.participants.map(({ role, text: words }) => `${role}:${words}`);
      return found?.join() === `reciprocal:${one},reciprocal:${other}` ? [] : [`${text} → ${found}`];
    });
    assert.ok(people.length - wrong.length >= atLeast, `${wrong.length} wrong:\n${wrong.join('\n')}`);
  });
}

test('what stands in brackets after a name is no subject', () => {
  const { events } = readText('The European Union (EU) condemned the junta.');
  const actors = events[0]!.participants.filter(({ role }) => role === 'actor').map(({ text }) => text);
  assert.deepEqual(actors, ['European Union']);
});

const bystanders: readonly [text: string, trigger: string, nobody: string][] = [
  ['The spokesman said in Geneva that rebels attacked the convoy.', 'attacked', 'spokesman'],
  ['Two men were arrested in Lyon, the mayor said.', 'arrested', 'mayor'],
  ['The envoy left for Cairo before gunmen killed the judge.', 'killed', 'envoy'],
];
for (const [text, trigger, nobody] of bystanders)
  test(`takes no part: "${nobody}" in: ${text}`, () => {
    const event = readText(text).events.find((each) => each.trigger.text === trigger);
    assert.ok(
      !event?.participants.some(({ text: words }) => words.includes(nobody)),
      JSON.stringify(event?.participants),
    );
  });
