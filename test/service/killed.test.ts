import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Annotations, StoredDocument } from '../../schemas/document.ts';
import type { Entity } from '../../schemas/entity.ts';
import type { Page } from '../../schemas/page.ts';
import { type StartedService, startedService } from '../started-service.ts';

const KILLS = 20;
/** Milliseconds after which a service that says it is busy is asked again. */
const BUSY = 200;
/** Requests under way at a time. */
const WIDTH = 3;
const folder = mkdtempSync(join(tmpdir(), 'dateline-killed-'));
let running: ChildProcess | undefined;
after(() => {
  running?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function serve(): Promise<StartedService> {
  const service = await startedService(['serve', '--port', '0'], { DATELINE_DATA: folder });
  running = service.child;
  return service;
}

const who = ['Ada Berg', 'Bo Lind', 'Cy Holm', 'Dora Falk', 'Emil Roos'];
const documentOf = (number: number) => {
  const day = 1 + (number % 28);
  const [one, other] = [who[number % 5], who[(number + 1 + (number % 3)) % 5]];
  return {
    publishedAt: `2031-03-${String(day).padStart(2, '0')}`,
    title: `Report ${number}`,
    text: `${one} met ${other} in Oslo on March ${day}, 2031. ${other} left Oslo the next day.`,
  };
};

/** Posts documents until the service is killed, `delay` ms after its first answer; the ids of those answered with 201. */
async function postUntilKilled({ address, end }: StartedService, first: number, delay: number): Promise<string[]> {
  const kept: string[] = [];
  let next = first;
  let killed: Promise<unknown> | undefined;
  const post = async () => {
    for (;;) {
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(documentOf(next++)),
      };
      // Of a service that is killed no answer comes.
      const response = await fetch(`${address}/v1/documents`, request).catch(() => undefined);
      if (response === undefined) return;
      if (response.status === 503) {
        await setTimeout(BUSY);
        continue;
      }
      assert.equal(response.status, 201);
      const answer = (await response.json().catch(() => undefined)) as StoredDocument | undefined;
      if (answer === undefined) return;
      kept.push(answer.id);
      killed ??= setTimeout(delay).then(() => end('SIGKILL'));
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, post));
  await killed;
  return kept;
}

/** What a path leads to, asked again as long as the service is busy. */
async function get<T>(address: string, path: string): Promise<T> {
  for (;;) {
    const response = await fetch(address + path);
    if (response.status !== 503) return (await response.json()) as T;
    await setTimeout(BUSY);
  }
}

async function everything<T>(address: string, path: string): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await get(address, `${path}?limit=200${cursor === null ? '' : `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

test(`killed ${KILLS} times while documents are posted, the service has every one that it answered with 201`, async (t) => {
  const kept: string[] = [];
  let service = await serve();
  for (let kill = 0; kill < KILLS; kill++) {
    // From right after a transaction to well into the import.
    kept.push(...(await postUntilKilled(service, kill * 100_000, (kill * 67) % 400)));
    service = await serve();
    const there = new Set((await everything<StoredDocument>(service.address, '/v1/documents')).map(({ id }) => id));
    assert.deepEqual(
      kept.filter((id) => !there.has(id)),
      [],
      `lost after kill ${kill + 1}`,
    );
  }
  t.diagnostic(`${kept.length} documents were kept`);
  assert.ok(kept.length >= KILLS);

  // And each of them whole: with the events that it tells, and counted once for everybody whom it names.
  const documents = await everything<StoredDocument>(service.address, '/v1/documents');
  for (const { id, counts } of documents) {
    const { links, mentions } = await get<Annotations>(service.address, `/v1/documents/${id}/annotations`);
    assert.ok(counts.events > 0 && counts.mentions > 0, id);
    assert.equal(Object.keys(links.events).length, counts.events, id);
    assert.equal(mentions.length, counts.mentions, id);
  }
  const named = await everything<Entity>(service.address, '/v1/entities');
  assert.equal(
    named.reduce((sum, { mentions }) => sum + mentions, 0),
    documents.reduce((sum, { counts }) => sum + counts.mentions, 0),
  );
  await service.end('SIGKILL');
});
