import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import type { Annotations, StoredDocument } from '../../schemas/document.ts';
import type { Entity, EntityMention, RelatedEntity } from '../../schemas/entity.ts';
import type { Event, EventSummary } from '../../schemas/event.ts';
import type { Page } from '../../schemas/page.ts';
import type { Timeline } from '../../schemas/timeline.ts';
import { packageRoot } from '../../src/data.ts';
import { json, problem, startClient } from './harness.ts';

const send = await startClient();
const get = <T>(url: string) => json<T>(send(url));
const post = (payload: object) => send({ method: 'POST', url: '/v1/documents', payload });

const folder = join(packageRoot, 'data', 'en', 'samples');
const samples = readdirSync(folder)
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { title: string; text: string });
const documents: StoredDocument[] = [];

before(async () => {
  for (const sample of samples) documents.push(await json<StoredDocument>(post(sample), 201));
});

test('a document sent again is the one there is', async () => {
  const response = await post(samples[0]!);
  assert.equal(response.statusCode, 200);
  assert.equal(response.headers.location, `/v1/documents/${documents[0]!.id}`);
  assert.deepEqual(response.json(), documents[0]);
  assert.equal((await get<Page<StoredDocument>>('/v1/documents')).total.value, samples.length);
});

test('a document, its text and its annotations', async () => {
  const { id, length } = documents[0]!;
  assert.deepEqual(await get(`/v1/documents/${id}`), documents[0]);
  const text = await send(`/v1/documents/${id}/text`);
  assert.equal(text.headers['content-type'], 'text/plain; charset=utf-8');
  assert.equal(text.body, samples[0]!.text);
  assert.equal(text.body.length, length);
  const { mentions, events, links } = await get<Annotations>(`/v1/documents/${id}/annotations`);
  for (const { start, end, text: quoted } of mentions) assert.equal(text.body.slice(start, end), quoted);
  assert.ok(events.every((event) => links.events[event.id] !== undefined));
  await get(`/v1/entities/${links.entities[mentions[0]!.entity]}`);
});

test('documents by publisher, words and day, page by page', async () => {
  const ids = async (query: string) => (await get<Page<StoredDocument>>(`/v1/documents?${query}`)).items;
  assert.ok((await ids('publisher=Harbour%20Wire')).every(({ publisher }) => publisher === 'Harbour Wire'));
  assert.deepEqual(
    (await ids('q=Qatar')).map(({ title }) => title),
    ['Arab states cut ties with Qatar'],
  );
  const first = await send('/v1/documents?limit=4&from=2017-05');
  const link = /<([^>]+)>; rel="?next"?/.exec(String(first.headers.link))![1]!;
  const [one, two] = [first.json<Page<StoredDocument>>(), await get<Page<StoredDocument>>(link)];
  const days = [...one.items, ...two.items].map(({ publishedAt }) => publishedAt);
  assert.deepEqual(days, [...days].sort().reverse());
  assert.equal(new Set([...one.items, ...two.items].map(({ id }) => id)).size, one.items.length + two.items.length);
});

test('entities by type and name', async () => {
  const names = async (query: string) =>
    (await get<Page<Entity>>(`/v1/entities?${query}`)).items.map(({ name }) => name);
  assert.equal((await names('q=putn'))[0], 'Vladimir Putin');
  assert.match((await names('q=CSTO'))[0]!, /Collective Security Treaty Organi[sz]ation/);
  assert.ok((await names('type=country')).includes('Russia'));
  assert.ok((await names('type=country&type=person')).includes('Vladimir Putin'));
  assert.deepEqual(await names('q=zzyzx'), []);
});

test('an entity by id, Wikidata id and country code', async () => {
  const putin = await get<Entity>('/v1/entities/Q7747');
  assert.deepEqual(await get(`/v1/entities/${putin.id}`), putin);
  assert.equal((await get<Entity>('/v1/entities/ru')).name, 'Russia');
  assert.ok(putin.documents >= 4 && putin.mentions >= putin.documents && putin.events > 0);
});

test('where an entity is mentioned, and with whom', async () => {
  const { items } = await get<Page<EntityMention>>('/v1/entities/Q7747/mentions');
  for (const { document, start, end, text, sentence = text } of items) {
    const body = (await send(`/v1/documents/${document}/text`)).body;
    assert.equal(body.slice(start, end), text);
    assert.ok(sentence.includes(text));
  }
  const related = await get<{ items: RelatedEntity[] }>('/v1/entities/Q7747/related?type=person');
  assert.ok(related.items.some(({ entity }) => entity.name === 'Donald Trump'));
});

test('a timeline is in order, inside its window, and about whom it is asked for', async () => {
  const all = await get<Timeline>('/v1/timeline?from=2017-04-01&to=2017-07-31&limit=200');
  const starts = all.items.map(({ time }) => time!.earliest!);
  assert.deepEqual(starts, [...starts].sort());
  for (const { time } of all.items) assert.ok(time!.earliest! <= '2017-07-31' && time!.latest! >= '2017-04-01');
  assert.ok(all.items.every(({ time }) => time?.basis !== 'publication'));
  const putin = await get<Timeline>('/v1/entities/Q7747/timeline?from=2017-04-01&to=2017-07-31&limit=200');
  assert.ok(putin.items.length > 0 && putin.items.length < all.items.length);
  assert.deepEqual(await get('/v1/timeline?from=2017-04-01&to=2017-07-31&limit=200&entity=Q7747'), putin);
  const wider = await get<Timeline>('/v1/timeline?from=2017-04-01&to=2017-07-31&limit=200&undated=include');
  assert.equal(wider.items.length, all.items.length + all.undated);
});

test('events are those of the timeline, one by one with their claims', async () => {
  const query = 'from=2017-05&to=2017-05&limit=5';
  const { items } = await get<Page<EventSummary>>(`/v1/events?${query}`);
  assert.deepEqual(items, (await get<Timeline>(`/v1/timeline?${query}`)).items);
  for (const { id, evidence } of items) {
    const event = await get<Event>(`/v1/events/${id}`);
    const claim = event.claims.find((each) => each.id === evidence.claim)!;
    assert.equal(claim.sentence.text, evidence.text);
    const body = (await send(`/v1/documents/${evidence.document}/text`)).body;
    assert.equal(body.slice(evidence.start, evidence.end), evidence.text);
  }
});

test('the same timeline as CSV and NDJSON', async () => {
  const { items } = await get<Timeline>('/v1/timeline?limit=3');
  const csv = await send('/v1/timeline?limit=3&format=csv');
  assert.match(String(csv.headers['content-type']), /^text\/csv/);
  assert.ok(items.every(({ id }) => csv.body.includes(id)));
  const lines = await send({ url: '/v1/timeline?limit=3', headers: { accept: 'application/x-ndjson' } });
  assert.deepEqual(
    lines.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    items,
  );
});

test('buckets count the events of the whole window', async () => {
  const { buckets, items } = await get<Timeline>('/v1/timeline?from=2017&to=2017&bucket=month&limit=200');
  assert.equal(buckets!.unit, 'month');
  assert.equal(
    buckets!.items.reduce((sum, { count }) => sum + count, 0),
    items.length,
  );
});

test('filters of events narrow', async () => {
  const count = async (query: string) => (await get<Timeline>(`/v1/timeline?limit=200&${query}`)).items.length;
  const whole = await count('');
  for (const query of [
    'country=FR',
    'type=CONSULT',
    'status=planned',
    'precision=month',
    'q=sanctions',
    'place=Hamburg',
    'publisher=Meridian%20Daily',
    `document=${documents[0]!.id}`,
    'match=within&from=2017-05&to=2017-05',
    'entity=Q7747&entity=Q22686',
  ]) {
    const narrowed = await count(query);
    assert.ok(narrowed > 0 && narrowed < whole, `${query}: ${narrowed} of ${whole}`);
  }
});

test('the most important first', async () => {
  const { items } = await get<Timeline>('/v1/timeline?sort=salience&limit=10');
  const salience = items.map((event) => event.salience);
  assert.deepEqual(
    salience,
    [...salience].sort((a, b) => b - a),
  );
});

const mistakes: [name: string, url: string, code: string, pointer?: string][] = [
  ['a window that ends before it starts', '/v1/timeline?from=2017-05&to=2017-04', 'invalid-parameter', '/query/to'],
  ['a day that does not exist', '/v1/timeline?from=2017-02-30', 'invalid-parameter', '/query/from'],
  ['an entity that nobody mentions', '/v1/timeline?entity=Q1', 'not-found', '/query/entity'],
  ['a cursor that nobody issued', '/v1/timeline?cursor=abc', 'invalid-cursor'],
  ['a cursor of another list', '', 'invalid-cursor'],
  ['a misspelt parameter', '/v1/timeline?form=2017', 'unknown-parameter', '/query/form'],
  ['an event that is not there', '/v1/events/evt_0', 'not-found', '/params/id'],
  ['a document that is not there', '/v1/documents/doc_0', 'not-found', '/params/id'],
  ['the text of a document that is not there', '/v1/documents/doc_0/text', 'not-found', '/params/id'],
  ['an entity that is not there', '/v1/entities/Q1', 'not-found', '/params/id'],
  ['the timeline of an entity that is not there', '/v1/entities/Q1/timeline', 'not-found'],
  ['a page of no size', '/v1/documents?limit=0', 'invalid-parameter', '/query/limit'],
];
for (const [name, url, code, pointer] of mistakes) {
  test(`refused: ${name}`, async () => {
    const cursor = url === '' && (await get<Page<StoredDocument>>('/v1/documents?limit=1')).next;
    const { errors } = await problem(send(url || `/v1/timeline?cursor=${cursor}`), code);
    if (pointer !== undefined) assert.equal(errors?.[0]?.pointer, pointer);
  });
}

test('texts and pages are taken as they are', async () => {
  const text = await send({
    method: 'POST',
    url: '/v1/documents?publishedAt=2017-05-04&publisher=Harbour%20Wire',
    payload: 'Theresa May met Mark Rutte in The Hague on Tuesday.',
    headers: { 'content-type': 'text/plain' },
  });
  assert.equal(text.statusCode, 201, text.body);
  const html = await send({
    method: 'POST',
    url: '/v1/documents',
    payload:
      '<html><head><meta property="article:published_time" content="2017-05-04"></head><body><p>Theresa May arrived in Lisbon on Wednesday.</p></body></html>',
    headers: { 'content-type': 'text/html' },
  });
  const page = html.json<StoredDocument>();
  assert.deepEqual([html.statusCode, page.publishedAt, page.contentType], [201, '2017-05-04', 'text/html']);
  for (const { id } of [text.json<StoredDocument>(), page]) {
    assert.equal((await send({ method: 'DELETE', url: `/v1/documents/${id}` })).statusCode, 204);
  }
});

test('an import answers line by line', async () => {
  const lines = [{ text: 'Angela Merkel visited Warsaw on May 2, 2017.' }, { txt: 1 }, samples[0]];
  const payload = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot JSON\n`;
  const headers = { 'content-type': 'application/x-ndjson' };
  const response = await send({ method: 'POST', url: '/v1/documents/bulk', payload, headers });
  const answers = response.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { line: number; status: number; id?: string });
  assert.deepEqual(
    answers.map(({ line, status }) => [line, status]),
    [
      [1, 201],
      [2, 400],
      [3, 200],
      [4, 400],
    ],
  );
  assert.equal((await send({ method: 'DELETE', url: `/v1/documents/${answers[0]!.id}` })).statusCode, 204);
});

test('a deleted document is gone, and everything else is as if it had never been there', async () => {
  const before = await get<Timeline>('/v1/timeline?limit=200&undated=include');
  const putin = await get<Entity>('/v1/entities/Q7747');
  const { id } = await json<StoredDocument>(
    post({
      text: 'Vladimir Putin and Donald Trump spoke by telephone on May 2, 2017. Nils Oddvar resigned on May 3, 2017.',
    }),
    201,
  );
  assert.notDeepEqual(await get('/v1/entities/Q7747'), putin);
  assert.equal((await send({ method: 'DELETE', url: `/v1/documents/${id}` })).statusCode, 204);
  await problem(send(`/v1/documents/${id}`), 'not-found');
  await problem(send({ method: 'DELETE', url: `/v1/documents/${id}` }), 'not-found');
  assert.deepEqual(await get('/v1/timeline?limit=200&undated=include'), before);
  assert.deepEqual(await get('/v1/entities/Q7747'), putin);
});

test('what has not changed is not sent again', async () => {
  const url = '/v1/timeline?from=2017-05';
  const tag = String((await send(url)).headers.etag);
  assert.equal((await send({ url, headers: { 'if-none-match': tag } })).statusCode, 304);
});

test('the service says that it is ready', async () => {
  assert.equal((await send('/readyz')).statusCode, 200);
});
