import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startClient } from './harness.ts';

const send = await startClient({ DATELINE_EXTRACT_TIMEOUT: 6000 });
const LIMIT = 10_000;

const hostile: [name: string, contentType: string, text: string][] = [
  ['8,000 characters of "http://"', 'text/plain', 'http://'.repeat(1143)],
  ['1 MB of "a"', 'text/plain', 'a'.repeat(1_000_000)],
  ['1 MB of "a" in one-letter words', 'text/plain', 'a '.repeat(500_000)],
  ['100,000 digits', 'text/plain', '7'.repeat(100_000)],
  ['100,000 opening quotation marks', 'text/plain', '\u201c'.repeat(100_000)],
  ['300 KB in one sentence of dates', 'text/plain', 'on May 4, 2017, '.repeat(18_000)],
  ['300 KB in one sentence of names', 'text/plain', 'Vladimir Putin, '.repeat(18_000)],
  ['100 KB of nested <div>', 'text/html', '<div>'.repeat(20_000)],
  ['100 KB of unclosed comments', 'text/html', '<!--'.repeat(25_000)],
  ['200 KB of one attribute', 'text/html', `<p title="${'x'.repeat(200_000)}">Putin</p>`],
];

for (const [name, contentType, payload] of hostile) {
  test(`${name}: answered or refused in time, while other requests go on`, async () => {
    const start = performance.now();
    let done = false;
    const answer = send({ method: 'POST', url: '/v1/extract', payload, headers: { 'content-type': contentType } });
    const settled = answer.finally(() => {
      done = true;
    });
    let slowest = 0;
    while (!done) {
      const asked = performance.now();
      assert.equal((await send('/livez')).statusCode, 200);
      slowest = Math.max(slowest, performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { statusCode, headers } = await settled;
    assert.ok(statusCode === 200 || String(headers['content-type']).startsWith('application/problem+json'));
    assert.ok(statusCode < 500, `answered ${statusCode}`);
    assert.ok(performance.now() - start < LIMIT, 'took too long');
    assert.ok(slowest < LIMIT / 4, `another request waited ${slowest} ms`);
  });
}
