import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookUp } from '../../src/events/lexicon.ts';
import { lexicon } from '../../src/events/lexicon-entries.ts';
import { viewsOf } from './read.ts';

for (const [name, examples] of Object.entries(lexicon)) {
  test(`every example of ${name} has an event of its entry`, () => {
    for (const [entry, example] of Object.entries(examples)) {
      const found = viewsOf(example).flatMap((view) => view.tokens.map((_, i) => lookUp(view, i)?.entry));
      assert.ok(found.includes(entry), `"${entry}" is not found in: ${example}`);
    }
  });
}

test('an entry of two words wins over one of one word', () => {
  const [view] = viewsOf('The bloc lifted the embargo.');
  assert.deepEqual(
    view!.tokens.map((_, i) => lookUp(view!, i)?.type).filter((type) => type !== undefined),
    ['CONCEDE', 'CONCEDE'],
  );
});

test('a verb with another object is not the entry', () => {
  const [view] = viewsOf('The crane lifted the piano.');
  assert.equal(lookUp(view!, 2), undefined);
});

test('a verb in the past is not the noun of its lemma', () => {
  const [view] = viewsOf('The minister phoned, and storms formed.');
  assert.equal(lookUp(view!, 5)?.entry, 'storm n');
  const [other] = viewsOf('Troops stormed the palace.');
  assert.equal(lookUp(other!, 1), undefined);
});
