import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { StoredDocument } from '../../schemas/document.ts';
import { open, type Store } from '../../src/store/open.ts';

const KILLS = 20;
const importer = fileURLToPath(new URL('./importer.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dateline-killed-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Imports from number `first` until it is killed `delay` ms after its first document; the numbers that it said are kept. */
async function importUntilKilled(first: number, delay: number): Promise<number[]> {
  const child = spawn(process.execPath, [importer, folder, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kept: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (kept.push(Number(line)) === 1) setTimeout(() => child.kill('SIGKILL'), delay);
  }
  return kept;
}

async function allDocuments(store: Store): Promise<StoredDocument[]> {
  const documents: StoredDocument[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await store.documents({}, { limit: 200, ...(cursor && { cursor }) });
    documents.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return documents;
}

test(`killed ${KILLS} times during an import, no document is lost that was said to be kept`, async (t) => {
  const kept: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    // From right after a transaction to well into the import.
    kept.push(...(await importUntilKilled(kill * 100_000, (kill * 67) % 400)));
  }
  t.diagnostic(`${kept.length} documents were kept`);
  assert.ok(kept.length >= KILLS);

  const store = await open({ DATELINE_DATA: folder, DATELINE_QUERY_TIMEOUT: 60_000, LOG_LEVEL: 'silent' });
  const documents = await allDocuments(store);
  const there = new Set(documents.map(({ id }) => id));
  assert.deepEqual(
    kept.filter((number) => !there.has(`doc_${number}`)),
    [],
  );
  // And each of them whole.
  for (const { id } of documents) {
    const { links, mentions } = (await store.annotations(id))!;
    assert.equal(Object.keys(links.events).length, 2, id);
    assert.equal(mentions.length, 3, id);
  }
  const counted = await store.entities({}, { limit: 200 });
  const mentions = counted.items.reduce((sum, entity) => sum + entity.mentions, 0);
  assert.equal(mentions, documents.length * 3);
  await store.close();
});
