import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityKey } from '../../src/entities/identity.ts';
import { normalise } from '../../src/entities/normalise.ts';
import { mayBeOne, readPersonName } from '../../src/entities/people.ts';

const record = { id: 'e1', name: 'Oslo', type: 'place' as const, aliases: [] };
for (const [expected, more] of [
  ['wikidata:Q585', { wikidata: 'Q585', geonames: 3143244 }],
  ['iso:NO', { iso: 'NO', geonames: 3144096 }],
  ['geonames:3143244', { geonames: 3143244, country: 'NO' }],
  ['place:oslo:NO', { country: 'NO' }],
  ['place:oslo', {}],
] as const) {
  test(`identity: ${expected}`, () => assert.equal(identityKey({ ...record, ...more }), expected));
}

test('identity: a surname alone counts with its role', () => {
  const person = { ...record, type: 'person' as const, name: 'Okafor' };
  assert.equal(
    identityKey({ ...person, country: 'NG', role: 'senator of Nigeria' }),
    'person:okafor:NG:senator of Nigeria',
  );
  assert.equal(
    identityKey({ ...person, name: 'Grace Okafor', country: 'NG', role: 'senator' }),
    'person:grace okafor:NG',
  );
});

for (const [name, expected] of [
  ['U.S.', 'us'],
  ['the Netherlands', 'netherlands'],
  ['Recep Tayyip Erdoğan', 'recep tayyip erdogan'],
  ['Beata Szydło', 'beata szydlo'],
  ['Bosnia–Herzegovina', 'bosnia herzegovina'],
] as const) {
  test(`normalise: ${name}`, () => assert.equal(normalise(name), expected));
}

for (const [a, b, expected] of [
  ['Jane Q. Smith', 'Jane Smith', true],
  ['J. Smith', 'Jane Smith', true],
  ['John Smith', 'Jane Smith', false],
  ['George H. W. Bush', 'George W. Bush', false],
  ['Martin King Jr.', 'Martin King', true],
] as const) {
  test(`one person: ${a}, ${b}`, () => assert.equal(mayBeOne(readPersonName(a), readPersonName(b)), expected));
}
