import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Page } from '../../schemas/page.ts';
import type { PageRequest } from '../../src/records.ts';
import type { Store } from '../../src/store/open.ts';
import { engines, openStore } from './engines.ts';
import { type Sentence, written } from './written.ts';

const LASTING = 24;
const RUNS = 4;

/** Days, months, years, open ends, undated: with few days, so that many events share theirs. */
const dates: readonly (string | undefined)[] = [
  '2031-05-01',
  '2031-05-02',
  '2031-05-02',
  '2031-05',
  '2031',
  '2030/..',
  '../2031-05-02',
  undefined,
  'XXXX-07-07',
];

/** A document with one event of people whom no other document names. */
function numbered(number: number) {
  const on = dates[number % dates.length];
  const event: Sentence = { who: `Person ${number}`, verb: 'left', ...(on !== undefined && { on }) };
  return written(
    { id: `doc_${number}`, publishedAt: `2031-05-0${1 + (number % 3)}`, title: 'note', events: [event] },
    {},
  );
}

type List = (store: Store, page: PageRequest) => Promise<Page<{ id: string }>>;
const lists: Readonly<Record<string, List>> = {
  documents: (store, page) => store.documents({}, page),
  'documents with words': (store, page) => store.documents({ q: 'note' }, page),
  entities: (store, page) => store.entities({}, page),
  'entities by name': (store, page) => store.entities({ q: 'person' }, page),
  'events by date': (store, page) => store.events({}, page),
  'events, the latest first': (store, page) => store.events({ sort: '-date' }, page),
  'events by importance': (store, page) => store.events({ sort: 'salience', undated: 'include' }, page),
  'events with the undated': (store, page) => store.events({ undated: 'include' }, page),
  'the undated, latest first': (store, page) => store.timeline({ undated: 'only', sort: '-date' }, page),
  'a window': (store, page) => store.timeline({ from: '2031-05-01', to: '2031-05-02', undated: 'include' }, page),
};

async function collect(
  list: () => Promise<Page<{ id: string }>>,
  then: () => Promise<void>,
  more: (cursor: string) => Promise<Page<{ id: string }>>,
) {
  const ids: string[] = [];
  let page = await list();
  for (;;) {
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) return ids;
    await then();
    page = await more(page.next);
  }
}

for (const engine of engines) {
  describe(engine.name, async () => {
    const store = await openStore(engine);
    for (let number = 0; number < LASTING; number++) await store.addDocument(numbered(number));
    const lasting = new Map<string, string[]>();
    for (const [name, list] of Object.entries(lists)) {
      lasting.set(
        name,
        (await list(store, { limit: 200 })).items.map(({ id }) => id),
      );
    }

    for (const [name, list] of Object.entries(lists)) {
      test(`${name}: what others write meanwhile neither repeats nor skips anything`, async () => {
        let fresh = 1000;
        const coming: string[] = [];
        const write = async (adds: boolean) => {
          if (adds || coming.length === 0) {
            const document = numbered(fresh++);
            await store.addDocument(document);
            coming.push(document.id);
          } else await store.deleteDocument(coming.shift()!);
        };
        const property = fc.asyncProperty(
          fc.integer({ min: 3, max: 9 }),
          fc.array(fc.array(fc.boolean(), { maxLength: 2 }), { minLength: 1, maxLength: 6 }),
          async (limit, writes) => {
            let turn = 0;
            const writeSome = async () => {
              for (const adds of writes[turn++ % writes.length]!) await write(adds);
            };
            const ids = await collect(
              () => list(store, { limit }),
              writeSome,
              (cursor) => list(store, { limit, cursor }),
            );
            assert.equal(new Set(ids).size, ids.length, 'repeated');
            const wanted = lasting.get(name)!;
            assert.deepEqual(
              ids.filter((id) => wanted.includes(id)),
              wanted,
            );
          },
        );
        await fc.assert(property, { numRuns: RUNS });
        for (const id of coming.splice(0)) await store.deleteDocument(id);
        assert.deepEqual(
          (await list(store, { limit: 200 })).items.map(({ id }) => id),
          lasting.get(name),
        );
      });
    }

    test('the total is exact on the last page, and a lower bound before it', async () => {
      const first = await store.documents({}, { limit: 10 });
      assert.deepEqual(first.total, { value: 11, relation: 'gte' });
      const second = await store.documents({}, { limit: 10, cursor: first.next! });
      assert.deepEqual(second.total, { value: 21, relation: 'gte' });
      const third = await store.documents({}, { limit: 10, cursor: second.next! });
      assert.deepEqual([third.total, third.next], [{ value: LASTING, relation: 'eq' }, null]);
    });
  });
}
