import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Analysis } from '../../src/analysis.ts';
import { verbGroups } from '../../src/events/verb-groups.ts';
import { textStage } from '../../src/text/stage.ts';

/** "head: form tense perfect progressive passive not modal < preposition governor", what is false or absent left out. */
function describe(text: string): string[] {
  const start = { document: { id: 'd', text, timezone: 'UTC' }, warnings: [] } as unknown as Analysis;
  const { tokens } = textStage.apply(start).text;
  return verbGroups(tokens).map((group) => {
    const words = [
      `${tokens[group.head]!.text}:`,
      group.form,
      group.tense === 'none' ? '' : group.tense,
      group.perfect ? 'perfect' : '',
      group.progressive ? 'progressive' : '',
      group.voice === 'passive' ? 'passive' : '',
      group.negated ? 'not' : '',
      group.modal ? `(${group.modal})` : '',
      group.governor === undefined ? '' : `< ${tokens[group.governor]!.text}`,
    ];
    return words.filter((word) => word !== '').join(' ');
  });
}

const table: [text: string, groups: string[]][] = [
  ['The envoy left.', ['left: finite past']],
  ['The envoy has left.', ['left: finite present perfect']],
  ['The envoy had not left.', ['left: finite past perfect not']],
  ['The envoy is leaving.', ['leaving: finite present progressive']],
  ['The envoy will not leave.', ['leave: finite future not (will)']],
  ['The envoy would have been invited.', ['invited: finite present perfect passive (would)']],
  ['The envoy was invited.', ['invited: finite past passive']],
  ['The bridge is being rebuilt.', ['rebuilt: finite present progressive passive']],
  ["The ministers didn't agree.", ['agree: finite past not']],
  ["They won't meet.", ['meet: finite future not (will)']],
  ['The premier is to meet farmers.', ['meet: finite future (be to)']],
  ['The premier is going to resign.', ['resign: finite future (be going to)']],
  ['The army has yet to respond.', ['respond: finite present (have yet to)']],
  ['He used to teach.', ['teach: finite past (used to)']],
  ['Rebels threatened to withdraw.', ['threatened: finite past', 'withdraw: infinitive < threatened']],
  ['The council failed to agree.', ['failed: finite past', 'agree: infinitive < failed']],
  ['Germany urged Iran to halt the tests.', ['urged: finite past', 'halt: infinitive < urged']],
  ['They approved a plan to send troops.', ['approved: finite past', 'send: infinitive < plan']],
  ['The bank is ready to help.', ['is: finite present', 'help: infinitive < ready']],
  ['He was accused of taking bribes.', ['accused: finite past passive', 'taking: gerund < accused']],
  ['It stopped buying oil.', ['stopped: finite past', 'buying: gerund < stopped']],
  ['They agreed last month to build a canal.', ['agreed: finite past', 'build: infinitive < agreed']],
  [
    'The duke asked that it be burned, and said he left nothing.',
    ['asked: finite past', 'burned: finite present passive', 'said: finite past', 'left: finite past'],
  ],
  ['Five men were arrested and charged.', ['arrested: finite past passive', 'charged: finite past passive']],
  ['They will meet and discuss trade.', ['meet: finite future (will)', 'discuss: finite future (will)']],
  ['A bomb planted by rebels exploded.', ['planted: participle passive', 'exploded: finite past']],
  ['Had he been elected, he would resign.', ['elected: finite past perfect passive', 'resign: finite present (would)']],
  ['The minister arrived and left.', ['arrived: finite past', 'left: finite past']],
  ['The list published Friday is long.', ['published: participle passive', 'is: finite present']],
  ['Police held three suspected spies.', ['held: finite past', 'suspected: participle passive']],
  ['He said the army attacked the town.', ['said: finite past', 'attacked: finite past']],
];
for (const [text, groups] of table) test(`verb groups of: ${text}`, () => assert.deepEqual(describe(text), groups));
