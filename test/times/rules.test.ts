import assert from 'node:assert/strict';
import { test } from 'node:test';
import { propose } from '../../src/times/propose.ts';
import { rules } from '../../src/times/rules/index.ts';
import type { Reading, Rule } from '../../src/times/types.ts';
import { workingText } from '../../src/times/working-text.ts';
import { analyse, PUBLISHED, valuesOf } from './read.ts';

function findWith(rule: Rule, text: string): number {
  const { text: layer } = analyse(text, PUBLISHED);
  const reading: Reading = { source: text, text: workingText(text, layer), ...layer, dayFirst: undefined };
  return propose(reading, rule).length;
}

for (const rule of rules) {
  test(`${rule.name} has an example and a negative`, () => {
    assert.ok(rule.examples.length > 0, 'no example');
    assert.ok(rule.negatives.length > 0, 'no negative');
  });
  for (const [sentence, expression, value] of rule.examples)
    test(`${rule.name}: ${sentence}`, () => {
      assert.ok(findWith(rule, sentence) > 0, 'the rule finds nothing');
      const found = valuesOf(sentence, PUBLISHED);
      assert.ok(found.includes(`${expression} → ${value}`), found.join('; '));
    });
  for (const sentence of rule.negatives)
    test(`${rule.name}, nothing in: ${sentence}`, () => assert.equal(findWith(rule, sentence), 0));
}

test('no two rules have the same name', () => {
  assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
});
