import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from '../src/store/open.ts';
import { documentOf } from './documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const store = await open({
  DATELINE_DATA: folder,
  DATELINE_QUERY_TIMEOUT: 60_000,
  LOG_LEVEL: 'silent',
  ...(process.env.BENCH_DATABASE_URL && { DATABASE_URL: process.env.BENCH_DATABASE_URL }),
});
for (let i = 0; i < 3000; i += 250) {
  const t = performance.now();
  const c = process.cpuUsage();
  for (let j = i; j < i + 250; j++) await store.addDocument(documentOf(j));
  const u = process.cpuUsage(c);
  console.log(
    i,
    ((performance.now() - t) / 250).toFixed(1),
    'ms/doc',
    ((u.user + u.system) / 250e3).toFixed(1),
    'cpu ms/doc',
  );
}
await store.close();
rmSync(folder, { recursive: true, force: true });
