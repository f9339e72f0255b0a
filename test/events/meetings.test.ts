import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventAt, readText } from './read-text.ts';

/** The mode of a consultation by its words, its parties, and the meeting told of before. */
const table: [text: string, trigger: string, mode: string | undefined][] = [
  ['Ana Sosa visited Lima on Monday.', 'visited', 'visit'],
  ['Ana Sosa met Peter Novak in Prague.', 'met', 'visit'],
  ['Delegates from Peru, Chile and Bolivia met in Lima.', 'met', 'multilateral'],
  ['The council met on Friday.', 'met', 'multilateral'],
  ['The G20 summit opened in Rome.', 'summit', 'multilateral'],
  ['The president telephoned the premier.', 'telephoned', 'phone'],
  ['Angela Merkel and Emmanuel Macron talked by phone on Monday and discussed trade.', 'discussed', 'phone'],
  ['Norway mediated between the rebels and the army.', 'mediated', 'third-party'],
  ['Joe Biden will visit Rishi Sunak in June. The two men will discuss trade.', 'discuss', 'visit'],
  ['Peru, Chile and Bolivia signed a treaty.', 'signed', undefined],
];
for (const [text, trigger, mode] of table)
  test(`mode ${mode} of "${trigger}": ${text}`, () => assert.equal(eventAt(text, trigger).mode, mode));

test('who meets is nobody’s host', () => {
  const roles = (text: string, trigger: string) => eventAt(text, trigger).participants.map(({ role }) => role);
  assert.ok(!roles('Ana Sosa met Peter Novak in Prague.', 'met').includes('host'));
  assert.ok(roles('Ana Sosa visited Peter Novak in Prague.', 'visited').includes('host'));
});

test('the office before a name is no third party', () => {
  const { events } = readText('Ana Sosa met Secretary of State Peter Novak on Monday.');
  assert.notEqual(events.find(({ trigger }) => trigger.text === 'met')?.mode, 'multilateral');
});
