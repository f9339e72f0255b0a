import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { engines, openStore } from './engines.ts';
import { written } from './written.ts';

const cases: [date: string, asked: string, found: boolean][] = [
  ['XXXX-07-07', '07-07', true],
  ['XXXX-07-07', '07', true],
  ['XXXX-07-07', '07-08', false],
  ['XXXX-07-07', '08', false],
  ['XXXX-05', '05-31', true],
  ['XXXX-05', '06-01', false],
  ['XXXX-07-07/XXXX-07-09', '07-08', true],
  ['XXXX-07-07/XXXX-07-09', '07-10', false],
  ['XXXX-12-30/XXXX-01-02', '01-01', true],
  ['XXXX-12-30/XXXX-01-02', '12', true],
  ['XXXX-12-30/XXXX-01-02', '06', false],
  ['2031-07-07', '07-07', false],
];

for (const engine of engines) {
  describe(engine.name, async () => {
    const store = await openStore(engine);
    const dates = [...new Set(cases.map(([date]) => date))];
    const events = dates.map((on, i) => ({ who: `Ada Berg ${'I'.repeat(i + 1)}`, verb: 'spoke', on }));
    await store.addDocument(written({ id: 'doc_recurring', events }, {}));
    for (const [date, recurring, found] of cases) {
      test(`${date} is ${found ? '' : 'not '}found by ${recurring}`, async () => {
        const { items } = await store.timeline({ recurring }, { limit: 50 });
        assert.equal(
          items.some(({ time }) => time?.edtf === date),
          found,
        );
      });
    }
  });
}
