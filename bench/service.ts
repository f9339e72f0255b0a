import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Extraction } from '../schemas/extraction.ts';
import { loadConfig } from '../src/config.ts';
import { openService } from '../src/service.ts';
import { newsOf } from './corpus.ts';

/** Ten megabytes of news posted to the service with its default limits, and what other requests wait for meanwhile. */
const SIZE = 10_000_000;
const PAUSE = 250;

const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const service = await openService({
  ...loadConfig({ LOG_LEVEL: 'silent', PORT: '0' }),
  DATELINE_DATA: folder,
});
try {
  const address = await service.listen();
  let done = false;
  const others = askUntil(address, () => done);
  const start = performance.now();
  const { events } = await extract(address, newsOf(SIZE));
  const seconds = (performance.now() - start) / 1000;
  done = true;
  const waits = (await others).sort((a, b) => a - b);
  const ms = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))]!.toFixed(0);
  process.stdout.write(`${SIZE / 1e6} MB of news read in ${seconds.toFixed(1)} s: ${events.length} events\n`);
  process.stdout.write(`other requests meanwhile: ${waits.length}, p50 ${ms(0.5)} ms, longest ${ms(1)} ms\n`);
} finally {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
}

/** Reads a short text and asks for a timeline, again and again; the milliseconds of each. */
async function askUntil(address: string, done: () => boolean): Promise<number[]> {
  const waits: number[] = [];
  while (!done()) {
    for (const ask of [
      () => extract(address, 'They met on Tuesday.'),
      () => fetch(`${address}/v1/timeline?from=2017`),
    ]) {
      const start = performance.now();
      await ask();
      waits.push(performance.now() - start);
    }
    await wait(PAUSE);
  }
  return waits;
}

async function extract(address: string, text: string): Promise<Extraction> {
  const response = await fetch(`${address}/v1/extract?publishedAt=2017-07-18`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: text,
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Extraction;
}
