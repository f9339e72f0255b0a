import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Event } from '../../schemas/event.ts';
import type { Store } from '../../src/store/open.ts';
import { engines, openStore } from './engines.ts';
import { type Cast, type Written, written } from './written.ts';

const cast: Cast = {
  'Ilsa Maren': { type: 'person', wikidata: 'Q900002' },
  'Tomas Rekk': { type: 'person' },
  'T. Rekk': { type: 'person' },
};
const MET = { who: 'Ilsa Maren', verb: 'met', whom: 'Tomas Rekk', on: '2031-05-02' } as const;
const papers: readonly Written[] = [
  { id: 'doc_a', publishedAt: '2031-05-04', publisher: 'Harbour Wire', events: [MET] },
  {
    id: 'doc_b',
    publishedAt: '2031-05-05',
    publisher: 'Meridian Daily',
    events: [MET, { ...MET, verb: 'visited', on: '2031-05-03', type: 'OTHER' }],
  },
  { id: 'doc_c', publishedAt: '2031-05-06', events: [{ ...MET, whom: 'T. Rekk', on: '2031-04-20' }] },
];
const BY = { author: 'A. Editor', reason: 'The communiqué says so' };
const AT = '2031-06-01T10:00:00.000Z';
const PAGE = { limit: 50 };

async function filled(store: Store): Promise<Store> {
  for (const paper of papers) await store.addDocument(written(paper, cast));
  return store;
}
const eventsOn = async (store: Store, day: string) => (await store.events({ from: day, to: day }, PAGE)).items;
async function full(store: Store, id: string): Promise<Event> {
  const event = await store.event(id);
  assert.ok(event && 'claims' in event, `${id} is no event`);
  return event;
}
const everything = async (store: Store) => (await store.timeline({ undated: 'include' }, PAGE)).items;

for (const engine of engines) {
  describe(engine.name, async () => {
    test('a date set by hand stands beside the one that was read, and can be taken back', async () => {
      const store = await filled(await openStore(engine));
      const before = await everything(store);
      const [met] = await eventsOn(store, '2031-05-02');
      const edit = await store.editEvent(met!.id, { date: '2031-05-01', status: 'cancelled', ...BY }, AT);
      const [moved] = await eventsOn(store, '2031-05-01');
      assert.equal(moved?.id, met!.id);
      assert.equal(moved?.status, 'cancelled');
      assert.deepEqual(
        moved?.edited?.map(({ field, author }) => [field, author]),
        [
          ['status', 'A. Editor'],
          ['time', 'A. Editor'],
        ],
      );
      assert.deepEqual(moved?.edited?.find(({ field }) => field === 'time')?.machine, met!.time);
      assert.equal((await eventsOn(store, '2031-05-02')).length, 0);
      await store.undoEdit(edit.id, { ...BY, reason: 'A slip' }, AT);
      assert.deepEqual(await everything(store), before);
      await assert.rejects(store.undoEdit(edit.id, BY, AT), { code: 'conflict' });
      const { items } = await store.edits({ target: met!.id }, PAGE);
      assert.deepEqual(
        items.map(({ action, undone }) => [action, undone?.reason]),
        [['event.set', 'A slip']],
      );
    });

    test('an edit survives that a document is read anew, deleted and added', async () => {
      const store = await filled(await openStore(engine));
      const [met] = await eventsOn(store, '2031-05-02');
      await store.editEvent(met!.id, { title: 'The Maren–Rekk meeting', ...BY }, AT);
      await store.deleteDocument('doc_b');
      assert.equal((await full(store, met!.id)).title, 'The Maren–Rekk meeting');
      await store.deleteDocument('doc_a');
      await store.addDocument(written(papers[0]!, cast));
      await store.addDocument(written(papers[1]!, cast));
      const [again] = await eventsOn(store, '2031-05-02');
      assert.equal(again?.id, met!.id);
      assert.equal(again?.title, 'The Maren–Rekk meeting');
    });

    test('events merged by hand are one until that is undone', async () => {
      const store = await filled(await openStore(engine));
      const before = await everything(store);
      const [[met], [visited]] = [await eventsOn(store, '2031-05-02'), await eventsOn(store, '2031-05-03')];
      const edit = await store.mergeEvents({ events: [visited!.id, met!.id], ...BY }, AT);
      assert.deepEqual(await store.event(visited!.id), { mergedInto: met!.id });
      assert.equal((await full(store, met!.id)).claims.length, 3);
      await store.deleteDocument('doc_c');
      assert.equal((await full(store, met!.id)).claims.length, 3);
      await store.addDocument(written(papers[2]!, cast));
      await store.undoEdit(edit.id, BY, AT);
      assert.deepEqual(await everything(store), before);
    });

    test('claims split off by hand stay apart until that is undone', async () => {
      const store = await filled(await openStore(engine));
      const before = await everything(store);
      const [met] = await eventsOn(store, '2031-05-02');
      const { claims } = await full(store, met!.id);
      await assert.rejects(store.splitEvent({ event: met!.id, claims: claims.map(({ id }) => id), ...BY }, AT), {
        code: 'invalid-body',
      });
      const edit = await store.splitEvent({ event: met!.id, claims: [claims[1]!.id], ...BY }, AT);
      assert.equal((await eventsOn(store, '2031-05-02')).length, 2);
      await store.deleteDocument('doc_b');
      await store.addDocument(written(papers[1]!, cast));
      assert.equal((await eventsOn(store, '2031-05-02')).length, 2);
      await store.undoEdit(edit.id, BY, AT);
      assert.deepEqual(await everything(store), before);
    });

    test('an event that is hidden is off the lists but has its page', async () => {
      const store = await filled(await openStore(engine));
      const [met] = await eventsOn(store, '2031-05-02');
      await store.editEvent(met!.id, { hidden: true, ...BY }, AT);
      assert.equal((await eventsOn(store, '2031-05-02')).length, 0);
      assert.equal((await full(store, met!.id)).hidden, true);
    });

    test('an entity is renamed, hidden and put back', async () => {
      const store = await filled(await openStore(engine));
      const rekk = (await store.entities({ q: 'Tomas Rekk' }, PAGE)).items[0]!;
      const renamed = await store.editEntity(rekk.id, { name: 'Tomas Rekk the Younger', ...BY }, AT);
      await store.addDocument(written({ id: 'doc_d', events: [MET] }, cast));
      const entity = (await store.entity(rekk.id))!;
      assert.equal(entity.name, 'Tomas Rekk the Younger');
      assert.deepEqual(
        entity.edited?.map(({ field, machine }) => [field, machine]),
        [['name', 'Tomas Rekk']],
      );
      await store.undoEdit(renamed.id, BY, AT);
      assert.equal((await store.entity(rekk.id))!.name, 'Tomas Rekk');
      await store.editEntity(rekk.id, { hidden: true, ...BY }, AT);
      assert.ok(!(await store.entities({}, PAGE)).items.some(({ id }) => id === rekk.id));
      assert.equal((await store.entity(rekk.id))!.hidden, true);
    });

    test('an entity merged into another is that one in every document, until it is undone', async () => {
      const store = await filled(await openStore(engine));
      const before = await everything(store);
      const names = (await store.entities({}, PAGE)).items.map(({ name }) => name);
      const [short, long] = [await only(store, 'T. Rekk'), await only(store, 'Tomas Rekk')];
      const edit = await store.mergeEntities({ entity: short.id, into: long.id, ...BY }, AT);
      assert.equal((await store.entity(short.id))?.id, long.id);
      assert.equal((await store.entity(long.id))?.documents, 3);
      assert.equal((await store.timeline({ entities: [long.id] }, PAGE)).items.length, 3);
      await store.addDocument(
        written(
          { id: 'doc_d', publishedAt: '2031-05-06', events: [{ ...MET, whom: 'T. Rekk', on: '2031-04-20' }] },
          cast,
        ),
      );
      assert.equal((await store.entity(long.id))?.documents, 4);
      await store.deleteDocument('doc_d');
      await store.undoEdit(edit.id, BY, AT);
      assert.deepEqual(await everything(store), before);
      assert.deepEqual(
        (await store.entities({}, PAGE)).items.map(({ name }) => name),
        names,
      );
    });

    test('an entity of some documents split off is another, until it is undone', async () => {
      const store = await filled(await openStore(engine));
      const before = await everything(store);
      const rekk = await only(store, 'Tomas Rekk');
      const edit = await store.splitEntity({ entity: rekk.id, documents: ['doc_b'], ...BY }, AT);
      assert.equal((await store.entity(rekk.id))?.documents, 1);
      assert.equal(
        (await store.entities({ q: 'Tomas Rekk' }, PAGE)).items.filter(({ name }) => name === 'Tomas Rekk').length,
        2,
      );
      await store.undoEdit(edit.id, BY, AT);
      assert.deepEqual(await everything(store), before);
    });

    test('changes: everything that became of events, in order', async () => {
      const store = await filled(await openStore(engine));
      const met = (await eventsOn(store, '2031-05-02'))[0]!.id;
      const visited = (await eventsOn(store, '2031-05-03'))[0]!.id;
      const first = await store.changes(undefined, 2);
      assert.deepEqual(
        first.items.map(({ kind, event }) => [kind, event]),
        [
          ['added', met],
          ['changed', met],
        ],
      );
      assert.equal(first.more, true);
      const rest = await store.changes(first.next, 50);
      assert.equal(rest.more, false);
      await store.mergeEvents({ events: [visited, met], ...BY }, AT);
      await store.deleteDocument('doc_c');
      const { items } = await store.changes(rest.next, 50);
      assert.deepEqual(
        items.map(({ kind, into }) => [kind, into]),
        [
          ['changed', undefined],
          ['merged', met],
          ['withdrawn', undefined],
        ],
      );
      await assert.rejects(store.changes('nonsense', 5), { code: 'invalid-cursor' });
    });

    test('related: what else those who take part did in the window', async () => {
      const store = await filled(await openStore(engine));
      const [met] = await eventsOn(store, '2031-05-02');
      const related = await store.relatedEvents(met!.id, { limit: 10 });
      assert.deepEqual(
        related?.map(({ event, shared }) => [event.time?.earliest, shared]),
        [
          ['2031-05-03', 2],
          ['2031-04-20', 1],
        ],
      );
      const may = await store.relatedEvents(met!.id, { from: '2031-05-01', to: '2031-05-31', limit: 10 });
      assert.equal(may?.length, 1);
      assert.equal(await store.relatedEvents('evt_none', { limit: 10 }), undefined);
    });

    test('facets: how many events have which value', async () => {
      const store = await filled(await openStore(engine));
      const { facets } = await store.timeline({ from: '2031-05-01', to: '2031-05-31' }, PAGE, undefined, true);
      assert.deepEqual(facets?.type, [
        { value: 'CONSULT', count: 1 },
        { value: 'OTHER', count: 1 },
      ]);
      assert.deepEqual(facets?.publisher, [
        { value: 'Meridian Daily', count: 2 },
        { value: 'Harbour Wire', count: 1 },
      ]);
      assert.deepEqual(facets?.entity.map(({ name, count }) => [name, count]).sort(), [
        ['Ilsa Maren', 2],
        ['Tomas Rekk', 2],
      ]);
      assert.equal((await store.timeline({}, PAGE)).facets, undefined);
    });

    test('who is not there cannot be edited', async () => {
      const store = await openStore(engine);
      await assert.rejects(store.editEvent('evt_none', { hidden: true, ...BY }, AT), { code: 'not-found' });
      await assert.rejects(store.editEntity('ent_none', { hidden: true, ...BY }, AT), { code: 'not-found' });
      await assert.rejects(store.undoEdit('edt_none', BY, AT), { code: 'not-found' });
      await assert.rejects(store.editEvent('evt_none', BY, AT), { code: 'invalid-body' });
    });
  });
}

async function only(store: Store, name: string) {
  const { items } = await store.entities({}, PAGE);
  const found = items.filter((entity) => entity.name === name);
  assert.equal(found.length, 1, name);
  return found[0]!;
}
