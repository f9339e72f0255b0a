import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Store } from '../../src/store/open.ts';
import { engines, openStore } from './engines.ts';
import { type Cast, type Written, written } from './written.ts';

const cast: Cast = {
  Norvania: { type: 'country', wikidata: 'Q900001', iso: 'QX', aliases: ['the Republic'] },
  'Ilsa Maren': {
    type: 'person',
    wikidata: 'Q900002',
    country: 'QX',
    role: 'president of Norvania',
    aliases: ['Maren'],
  },
  'Tomas Rekk': { type: 'person', country: 'QY' },
  'Northern Trade Union': { type: 'organisation', aliases: ['NTU'] },
  Port: { type: 'place', name: 'Port Alder', country: 'QX' },
};
const papers: readonly Written[] = [
  {
    id: 'doc_a',
    publishedAt: '2031-05-04',
    publisher: 'Harbour Wire',
    title: 'Talks in Port Alder',
    events: [
      { who: 'Ilsa Maren', verb: 'met', whom: 'Tomas Rekk', on: '2031-05-02', place: 'Port' },
      { who: 'Norvania', verb: 'sanctioned', whom: 'Northern Trade Union', on: '2031-04', type: 'SANCTION' },
      { who: 'Tomas Rekk', verb: 'resigned', type: 'OTHER' },
      { who: 'Ilsa Maren', verb: 'noted', prominent: false, on: '2031-05-01' },
    ],
    names: ['Norvania'],
  },
  {
    id: 'doc_b',
    publishedAt: '2031-05-05',
    publisher: 'Meridian Daily',
    events: [
      { who: 'Ilsa Maren', verb: 'met', whom: 'Tomas Rekk', on: '2031-05-02' },
      { who: 'Norvania', verb: 'celebrates', on: 'XXXX-07-07', type: 'OTHER' },
      { who: 'Norvania', verb: 'led', whom: 'Northern Trade Union', on: '2029/..', type: 'COOPERATE' },
    ],
  },
];
const PAGE = { limit: 50 };
const titles = ({ items }: { items: readonly { title: string }[] }) => items.map(({ title }) => title);

for (const engine of engines) {
  describe(engine.name, async () => {
    const store: Store = await openStore(engine);
    for (const paper of papers) assert.equal(await store.addDocument(written(paper, cast)), true);
    const maren = (await store.entity('Q900002'))!;

    test('a document is kept once', async () => {
      assert.equal(await store.addDocument(written(papers[0]!, cast)), false);
      const document = await store.document('doc_a');
      assert.equal(document?.publisher, 'Harbour Wire');
      assert.deepEqual(document?.counts, { times: 0, mentions: 8, entities: 5, events: 4 });
      assert.equal((await store.entity('Q900002'))?.documents, 2);
    });

    test('its text and annotations come back, with links into the store', async () => {
      const text = (await store.documentText('doc_a'))!;
      const annotations = (await store.annotations('doc_a'))!;
      for (const { start, end, text: quoted } of annotations.mentions) assert.equal(text.slice(start, end), quoted);
      const id = annotations.links.entities[annotations.mentions[0]!.entity]!;
      assert.equal((await store.entity(id))?.name, 'Ilsa Maren');
      assert.ok('title' in (await store.event(annotations.links.events.v1!))!);
    });

    test('what is not there is undefined', async () => {
      for (const method of ['document', 'documentText', 'annotations', 'entity', 'event'] as const) {
        assert.equal(await store[method](method === 'entity' ? 'ent_none' : 'none'), undefined, method);
      }
      assert.equal(await store.deleteDocument('none'), false);
    });

    test('one event of two documents has both their claims', async () => {
      const { items } = await store.timeline({ from: '2031-05-02', to: '2031-05-02', entities: [maren.id] }, PAGE);
      assert.equal(items.length, 1);
      const event = (await store.event(items[0]!.id))!;
      assert.ok('claims' in event);
      assert.deepEqual(
        event.claims.map(({ document }) => document),
        ['doc_a', 'doc_b'],
      );
      assert.equal(event.corroboration.publishers, 2);
    });

    const windows: [name: string, filter: Parameters<Store['timeline']>[0], expected: string[], undated: number][] = [
      [
        'all',
        {},
        [
          'Norvania led Northern Trade Union',
          'Norvania sanctioned Northern Trade Union',
          'Ilsa Maren met Tomas Rekk in Port',
        ],
        2,
      ],
      [
        'latest first',
        { sort: '-date', from: '2031' + '-01-01' },
        [
          'Ilsa Maren met Tomas Rekk in Port',
          'Norvania sanctioned Northern Trade Union',
          'Norvania led Northern Trade Union',
        ],
        2,
      ],
      [
        'a day inside a month',
        { from: '2031-04-15', to: '2031-04-15' },
        ['Norvania led Northern Trade Union', 'Norvania sanctioned Northern Trade Union'],
        1,
      ],
      [
        'wholly inside',
        { from: '2031-04-15', to: '2031-05-15', match: 'within' },
        ['Ilsa Maren met Tomas Rekk in Port'],
        2,
      ],
      ['before everything', { to: '2028-12-31' }, [], 1],
      [
        'undated too',
        { from: '2031-05-01', to: '2031-05-31', undated: 'include' },
        [
          'Norvania led Northern Trade Union',
          'Ilsa Maren met Tomas Rekk in Port',
          'Tomas Rekk resigned',
          'Norvania celebrates',
        ],
        2,
      ],
      ['only undated', { undated: 'only' }, ['Tomas Rekk resigned', 'Norvania celebrates'], 2],
      ['undated, latest first', { undated: 'only', sort: '-date' }, ['Tomas Rekk resigned', 'Norvania celebrates'], 2],
      ['by type', { types: ['SANCTION'] }, ['Norvania sanctioned Northern Trade Union'], 0],
      [
        'by two types',
        { types: ['SANCTION', 'COOPERATE'] },
        ['Norvania led Northern Trade Union', 'Norvania sanctioned Northern Trade Union'],
        0,
      ],
      ['by precision', { precisions: ['day'] }, ['Ilsa Maren met Tomas Rekk in Port'], 1],
      ['by status', { statuses: ['planned'] }, [], 0],
      ['by country', { country: 'QY' }, ['Ilsa Maren met Tomas Rekk in Port'], 1],
      ['by place', { place: 'port alder' }, ['Ilsa Maren met Tomas Rekk in Port'], 0],
      [
        'by document',
        { document: 'doc_b' },
        ['Norvania led Northern Trade Union', 'Ilsa Maren met Tomas Rekk in Port'],
        1,
      ],
      [
        'by publisher',
        { publisher: 'Meridian Daily' },
        ['Norvania led Northern Trade Union', 'Ilsa Maren met Tomas Rekk in Port'],
        1,
      ],
      ['by word, in another form', { q: 'sanction' }, ['Norvania sanctioned Northern Trade Union'], 0],
      ['by a word that is not there', { q: 'volcano' }, [], 0],
      ['by a date without a year', { recurring: '07-07' }, ['Norvania celebrates'], 1],
      ['by a month without a year', { recurring: '07' }, ['Norvania celebrates'], 1],
      ['by another month', { recurring: '08' }, [], 0],
    ];
    for (const [name, filter, expected, undated] of windows) {
      test(`timeline: ${name}`, async () => {
        const timeline = await store.timeline(filter, PAGE);
        assert.deepEqual(titles(timeline), expected);
        assert.equal(timeline.undated, undated, 'undated');
        assert.deepEqual(titles(await store.events(filter, PAGE)), expected);
        assert.deepEqual(timeline.total, { value: expected.length, relation: 'eq' });
      });
    }

    test('two entities: only what both take part in', async () => {
      const rekk = (await store.entities({ q: 'Rekk' }, PAGE)).items[0]!;
      assert.deepEqual(titles(await store.timeline({ entities: [maren.id, rekk.id] }, PAGE)), [
        'Ilsa Maren met Tomas Rekk in Port',
      ]);
    });

    test('buckets count what starts in them', async () => {
      const { buckets } = await store.timeline({}, PAGE, 'month');
      assert.deepEqual(buckets, {
        unit: 'month',
        items: [
          { start: '2029-01-01', end: '2029-01-31', count: 1 },
          { start: '2031-04-01', end: '2031-04-30', count: 1 },
          { start: '2031-05-01', end: '2031-05-31', count: 1 },
        ],
      });
      assert.equal(
        (await store.timeline({ from: '2031-05-01', to: '2031-05-31' }, PAGE, 'auto')).buckets?.unit,
        'month',
      );
      assert.equal((await store.timeline({}, PAGE, 'decade')).buckets?.items[0]?.end, '2029-12-31');
      assert.equal((await store.timeline({}, PAGE, 'quarter')).buckets?.items[0]?.end, '2029-03-31');
    });

    const searches: [name: string, q: string, expected: string][] = [
      ['a name', 'Ilsa Maren', 'Ilsa Maren'],
      ['a beginning', 'ils', 'Ilsa Maren'],
      ['the beginning of a last name', 'mar', 'Ilsa Maren'],
      ['a typo', 'marn', 'Ilsa Maren'],
      ['an acronym', 'NTU', 'Northern Trade Union'],
      ['an alias', 'the republic', 'Norvania'],
      ['a Wikidata id', 'q900001', 'Norvania'],
      ['a country code', 'qx', 'Norvania'],
      ['an accent where there is none', 'Tómas', 'Tomas Rekk'],
    ];
    for (const [name, q, expected] of searches) {
      test(`search: ${name}`, async () => {
        assert.equal((await store.entities({ q }, PAGE)).items[0]?.name, expected);
      });
    }
    test('search: nothing like it', async () => {
      assert.deepEqual((await store.entities({ q: 'zzyzx' }, PAGE)).items, []);
      assert.deepEqual((await store.entities({ q: '!?' }, PAGE)).items, []);
    });

    test('entities by type, country and day', async () => {
      const names = async (filter: Parameters<Store['entities']>[0]) =>
        (await store.entities(filter, PAGE)).items.map(({ name }) => name);
      assert.deepEqual(await names({ types: ['country'] }), ['Norvania']);
      assert.deepEqual((await names({ country: 'QX' })).sort(), ['Ilsa Maren', 'Norvania', 'Port Alder']);
      assert.deepEqual(await names({ types: ['place'], from: '2031-05-05' }), []);
      assert.deepEqual(await names({ types: ['place'], to: '2031-05-04' }), ['Port Alder']);
    });

    test('mentions, the latest first, with their sentences', async () => {
      const { items } = await store.entityMentions(maren.id, PAGE);
      assert.deepEqual(
        items.map(({ document, text }) => [document, text]),
        [
          ['doc_b', 'Ilsa Maren'],
          ['doc_a', 'Ilsa Maren'],
          ['doc_a', 'Ilsa Maren'],
        ],
      );
      assert.equal(items[0]!.sentence, 'Ilsa Maren met Tomas Rekk.');
    });

    test('who shares events', async () => {
      const related = await store.relatedEntities(maren.id, { limit: 10 });
      assert.deepEqual(related.map(({ entity, events }) => [entity.name, events]).sort(), [
        ['Port Alder', 1],
        ['Tomas Rekk', 1],
      ]);
    });

    test('documents, the latest published first', async () => {
      const ids = async (filter: Parameters<Store['documents']>[0]) =>
        (await store.documents(filter, PAGE)).items.map(({ id }) => id);
      assert.deepEqual(await ids({}), ['doc_b', 'doc_a']);
      assert.deepEqual(await ids({ q: 'talks' }), ['doc_a']);
      assert.deepEqual(await ids({ to: '2031-05-04' }), ['doc_a']);
      assert.deepEqual(await ids({ publisher: 'Meridian Daily' }), ['doc_b']);
    });

    test('cursors of other lists are refused', async () => {
      const { next } = await store.documents({}, { limit: 1 });
      const refused = { code: 'invalid-cursor' };
      assert.equal((await store.documents({}, { limit: 1, cursor: next! })).items[0]?.id, 'doc_a');
      await assert.rejects(store.documents({ q: 'talks' }, { limit: 1, cursor: next! }), refused);
      await assert.rejects(store.timeline({}, { limit: 1, cursor: next! }), refused);
      await assert.rejects(store.entities({}, { limit: 1, cursor: 'nonsense' }), refused);
    });

    test('a deleted document takes its claims, mentions and counts along', async () => {
      const before = await store.timeline({ undated: 'include' }, PAGE);
      const extra = written(
        {
          id: 'doc_c',
          publishedAt: '2031-05-06',
          publisher: 'Capital Ledger',
          events: [
            { who: 'Ilsa Maren', verb: 'met', whom: 'Tomas Rekk', on: '2031-05-02' },
            { who: 'Ola Finn', verb: 'arrived', on: '2031-05-06' },
          ],
        },
        cast,
      );
      await store.addDocument(extra);
      const finn = (await store.entities({ q: 'Ola Finn' }, PAGE)).items[0]!;
      assert.equal(finn.events, 1);
      assert.equal(await store.deleteDocument('doc_c'), true);
      assert.deepEqual(await store.timeline({ undated: 'include' }, PAGE), before);
      assert.equal(await store.entity(finn.id), undefined);
      assert.deepEqual(await store.entity(maren.id), maren);
      assert.equal(await store.document('doc_c'), undefined);
    });
  });
}
