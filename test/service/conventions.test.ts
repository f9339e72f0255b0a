import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { json, problem, startClient } from './harness.ts';

const send = await startClient();
const post = (payload: string | object, headers: Record<string, string> = {}, query = '') =>
  send({ method: 'POST', url: `/v1/extract${query}`, payload, headers });

test('the root leads to the documentation', async () => {
  const { statusCode, headers } = await send('/');
  assert.deepEqual([statusCode, headers.location], [302, '/docs']);
});

test('a path that is not there', async () => {
  const { detail } = await problem(send('/v1/nothing?x=1'), 'no-such-route');
  assert.match(detail, /\/v1\/nothing/);
});

test('a path that is no valid URL', async () => {
  await problem(send('/v1/extract/%zz'), 'no-such-route');
});

test('a method that the path does not take', async () => {
  const { headers } = await problem(send('/v1/extract'), 'method-not-allowed');
  assert.equal(headers.allow, 'POST, OPTIONS');
});

test('OPTIONS says what the path takes', async () => {
  const response = await send({ method: 'OPTIONS', url: '/livez' });
  assert.equal(response.statusCode, 204);
  assert.equal(response.headers.allow, 'GET, HEAD, OPTIONS');
});

test('an unknown parameter is named and the nearest suggested', async () => {
  const { errors } = await problem(post({ text: 'a' }, {}, '?timezon=UTC'), 'unknown-parameter');
  assert.deepEqual(errors, [{ pointer: '/query/timezon', detail: 'is not known here; did you mean "timezone"?' }]);
});

test('a route without parameters refuses every parameter', async () => {
  const { errors } = await problem(send('/livez?verbose=1'), 'unknown-parameter');
  assert.equal(errors?.[0]?.pointer, '/query/verbose');
});

const badBodies: [name: string, body: object, pointer: string, detail: RegExp][] = [
  ['a field that is missing', { publishedAt: '2017-05-04' }, '/body/text', /is missing/],
  ['an unknown field', { text: 'a', publishedOn: '2017-05-04' }, '/body/publishedOn', /did you mean "publishedAt"/],
  ['a field of the wrong type', { text: 7 }, '/body/text', /must be string/],
  ['an empty text', { text: '' }, '/body/text', /must not be empty/],
  ['a date that does not exist', { text: 'a', publishedAt: '2017-02-29' }, '/body/publishedAt', /date/],
  ['a date in another notation', { text: 'a', publishedAt: '4 May 2017' }, '/body/publishedAt', /2017-05-04/],
  ['a time zone that does not exist', { text: 'a', timezone: 'Mars/Olympus' }, '/body/timezone', /Europe\/Moscow/],
  ['a character that no store can keep', { text: 'a\u0000b' }, '/body/text', /U\+0000/],
];
for (const [name, body, pointer, detail] of badBodies) {
  test(`bad body: ${name}`, async () => {
    const { errors } = await problem(post(body), 'invalid-body');
    assert.equal(errors?.[0]?.pointer, pointer);
    assert.match(errors?.[0]?.detail ?? '', detail);
  });
}

const badKeys: [url: string, pointer: string, detail: RegExp][] = [
  ['/v1/timeline?entity=Putin', '/query/entity/0', /Wikidata id \(Q7747\)/],
  ['/v1/timeline?country=Russia', '/query/country', /such as RU/],
  ['/v1/timeline?recurring=13', '/query/recurring', /07-07/],
  ['/v1/events/summit', '/params/id', /starts with evt_/],
];
for (const [url, pointer, detail] of badKeys) {
  test(`a key of the wrong form: ${url}`, async () => {
    const { errors } = await problem(send(url), 'invalid-parameter');
    assert.equal(errors?.[0]?.pointer, pointer);
    assert.match(errors?.[0]?.detail ?? '', detail);
  });
}

test('an empty plain text is told so in few words', async () => {
  const { detail } = await problem(post('', { 'content-type': 'text/plain' }), 'invalid-body');
  assert.equal(detail, 'It must not be empty.');
});

test('several bad fields are all named', async () => {
  const { errors } = await problem(post({ text: 7, publishedAt: 'x', more: 1 }), 'invalid-body');
  assert.deepEqual(errors?.map(({ pointer }) => pointer).sort(), ['/body/more', '/body/publishedAt', '/body/text']);
});

test('JSON that is none', async () => {
  await problem(post('{"text":', { 'content-type': 'application/json' }), 'malformed-body');
});
test('no body at all', async () => {
  await problem(send({ method: 'POST', url: '/v1/extract' }), 'malformed-body');
});
test('an empty JSON body', async () => {
  await problem(post('', { 'content-type': 'application/json' }), 'malformed-body');
});
test('bytes that are not in the encoding they claim', async () => {
  const payload = Buffer.from([0x41, 0xff, 0xfe]);
  await problem(
    send({ method: 'POST', url: '/v1/extract', payload, headers: { 'content-type': 'text/plain' } }),
    'malformed-body',
  );
});
test('a media type that is not read', async () => {
  const { detail } = await problem(post('<a/>', { 'content-type': 'application/xml' }), 'unsupported-media-type');
  assert.match(detail, /application\/json, text\/plain, text\/html/);
});
test('a format that cannot be made', async () => {
  const { detail } = await problem(post({ text: 'a' }, { accept: 'image/png' }), 'not-acceptable');
  assert.match(detail, /application\/json/);
});
test('a body beyond the limit', async () => {
  const small = await startClient({ DATELINE_BODY_LIMIT: 100 });
  await problem(small({ method: 'POST', url: '/v1/extract', payload: { text: 'a'.repeat(200) } }), 'body-too-large');
});

test('a text in another encoding is read in it', async () => {
  const payload = Buffer.from('Angela Merkel met Fran\u00e7ois Hollande in Besan\u00e7on.', 'latin1');
  const headers = { 'content-type': 'text/plain; charset=iso-8859-1' };
  const response = await send({ method: 'POST', url: '/v1/extract', payload, headers });
  assert.equal(response.statusCode, 200);
});

test('the caller\u2019s request id comes back', async () => {
  const response = await send({ url: '/livez', headers: { 'x-request-id': 'desk-42' } });
  assert.equal(response.headers['x-request-id'], 'desk-42');
});
test('a request id that could forge log lines is replaced', async () => {
  const response = await send({ url: '/livez', headers: { 'x-request-id': 'a b"}' } });
  assert.match(String(response.headers['x-request-id']), /^[0-9a-f-]{36}$/);
});
test('a trace gives the request its id and comes back', async () => {
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
  const response = await send({ url: '/livez', headers: { traceparent } });
  assert.equal(response.headers.traceparent, traceparent);
  assert.equal(response.headers['x-request-id'], '4bf92f3577b34da6a3ce929d0e0e4736');
});
test('a problem names its request', async () => {
  const response = await send({ url: '/v1/nothing', headers: { 'x-request-id': 'desk-43' } });
  assert.equal(response.json().instance, 'desk-43');
});

test('an entity tag saves the second download', async () => {
  const first = await send('/problems');
  const tag = String(first.headers.etag);
  for (const given of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*']) {
    const again = await send({ url: '/problems', headers: { 'if-none-match': given } });
    assert.equal(again.statusCode, 304, given);
    assert.equal(again.body, '');
  }
  assert.equal((await send({ url: '/problems', headers: { 'if-none-match': '"other"' } })).statusCode, 200);
});
test('only what was found has an entity tag', async () => {
  assert.equal((await send({ url: '/v1/nothing', headers: { 'if-none-match': '*' } })).statusCode, 404);
});
test('a long answer is compressed for whoever accepts that', async () => {
  const response = await send.app.inject({ url: '/problems', headers: { 'accept-encoding': 'gzip' } });
  assert.equal(response.headers['content-encoding'], 'gzip');
});

test('every problem type leads to its explanation', async () => {
  const { items } = await json<{ items: { type: string }[] }>(send('/problems'));
  for (const { type } of items) assert.equal((await json<{ type: string }>(send(type))).type, type);
});
test('an unknown problem type', async () => {
  await problem(send('/problems/nope'), 'not-found');
});

test('a limit on the rate is announced, enforced, and spares health checks', async () => {
  const limited = await startClient({ DATELINE_RATE_LIMIT: 2 });
  assert.equal((await limited('/problems')).headers['ratelimit-remaining'], '1');
  await limited('/problems');
  const { headers } = await problem(limited('/problems'), 'too-many-requests');
  assert.ok(Number(headers['retry-after']) > 0);
  assert.equal((await limited('/livez')).statusCode, 200);
});

test('a text is read over a real connection too', async () => {
  const { app } = await startClient();
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const headers = { 'content-type': 'text/plain' };
  const response = await fetch(`${address}/v1/extract`, { method: 'POST', headers, body: 'Putin met Trump.' });
  assert.equal(response.status, 200);
});

test('a caller who goes away leaves no work behind', async () => {
  const { app } = await startClient();
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const headers = { 'content-type': 'text/plain' };
  const send = (body: string, signal?: AbortSignal) =>
    fetch(`${address}/v1/extract`, { method: 'POST', headers, body, signal: signal ?? null });
  await send('Warm.');
  const long = 'The minister met the president in Hamburg on July 7, 2017. '.repeat(20_000);
  const given = performance.now();
  await assert.rejects(send(long, AbortSignal.timeout(300)));
  assert.equal((await send('Next.')).status, 200);
  assert.ok(performance.now() - given < 10_000);
});

test('what is no HTTP at all is answered with a problem', async () => {
  const { app } = await startClient();
  await app.listen({ port: 0, host: '127.0.0.1' });
  const answer = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = connect((app.server.address() as { port: number }).port, '127.0.0.1', () =>
      socket.write('what?\r\n\r\n'),
    );
    socket.on('data', (data) => {
      received += data;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
  assert.match(answer, /^HTTP\/1.1 400/);
  assert.match(answer, /\/problems\/malformed-body/);
});
