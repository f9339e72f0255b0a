import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoryOf, categoryWith } from '../../src/events/dictionary.ts';

const alone: readonly [verb: string, category: string | undefined][] = [
  ['condemn', 'ACCUSE'],
  ['telephone', 'CONSULT'],
  ['receive', undefined],
  ['whittle', undefined],
];
for (const [verb, category] of alone)
  test(`the dictionary has ${category ?? 'nothing'} for "${verb}"`, () => assert.equal(categoryOf(verb), category));

const together: readonly [verb: string, after: string, category: string | undefined][] = [
  ['give', 'assurance', 'AGREE'],
  // A verb of the same block as "give", and a noun of a set.
  ['supply', 'assurance', 'AGREE'],
  ['receive', 'rifle', 'AID'],
  ['appeal', 'for_release', 'REQUEST'],
  ['back', '+down', 'CONCEDE'],
  ['give', 'violin', undefined],
];
for (const [verb, after, category] of together)
  test(`the dictionary has ${category ?? 'nothing'} for "${verb}" with "${after}"`, () =>
    assert.equal(categoryWith(verb, after), category));
