import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PUBLISHED, valuesOf } from './read.ts';

/** Which way the words around a date send it, read on Wednesday 2019-06-12. */
const looking: [text: string, value: string][] = [
  ['The offer is due to expire Friday.', 'Friday → 2019-06-14'],
  ['The offer had been due to expire Friday.', 'Friday → 2019-06-07'],
  ['The rules are to be published in early November.', 'early November → 2019-11'],
  ['It would be paid in January.', 'January → 2020-01'],
  ['It was paid in January.', 'January → 2019-01'],
  ['“We will not answer that,” he told reporters on Friday.', 'Friday → 2019-06-07'],
];
for (const [text, value] of looking) test(text, () => assert.deepEqual(valuesOf(text, PUBLISHED), [value]));
