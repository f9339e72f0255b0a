import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from '../src/store/open.ts';
import { reportOfStory } from './documents.ts';

/** What five hundred reports of one event cost, dated and undated: each added alone, and all in one import. */
const REPORTS = 500;
const folder = mkdtempSync(join(tmpdir(), 'dateline-burst-'));
try {
  for (const precision of ['day', 'none'] as const) {
    const reports = Array.from({ length: REPORTS }, (_, n) => reportOfStory(n, precision));
    const alone = await inStore(`${precision}-alone`, async (add) => {
      for (const report of reports) await add(report);
    });
    const together = await inStore(`${precision}-together`, async (add) => {
      await Promise.all(reports.map(add));
    });
    const longest = Math.max(...alone.times);
    process.stdout.write(
      `${REPORTS} reports of one ${precision === 'day' ? 'dated' : 'undated'} event: ` +
        `alone ${(alone.total / REPORTS).toFixed(1)} ms each, the longest ${longest.toFixed(0)} ms; ` +
        `in one import ${(together.total / REPORTS).toFixed(1)} ms each; ${alone.largest} reports in the largest event\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Add = (report: ReturnType<typeof reportOfStory>) => Promise<void>;

async function inStore(name: string, work: (add: Add) => Promise<void>) {
  const store = await open({
    DATELINE_DATA: join(folder, name),
    DATELINE_QUERY_TIMEOUT: 3_600_000,
    LOG_LEVEL: 'silent',
  });
  const times: number[] = [];
  const start = performance.now();
  await work(async (report) => {
    const began = performance.now();
    await store.addDocument(report);
    times.push(performance.now() - began);
  });
  const total = performance.now() - start;
  const { items } = await store.events({ sort: 'salience' }, { limit: 1 });
  const { documents = 0, copies = 0 } = items[0]?.corroboration ?? {};
  const largest = documents + copies;
  await store.close();
  return { times, total, largest };
}
