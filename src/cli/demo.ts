import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Timeline } from '../../schemas/timeline.ts';
import { loadConfig } from '../config.ts';
import { packageRoot } from '../data.ts';
import { openService, type Service } from '../service.ts';
import { addAll } from './add.ts';
import { type Client, get, inProcess } from './client.ts';
import { submissions } from './inputs.ts';
import { table } from './timeline.ts';

export interface DemoOptions {
  readonly exit?: boolean;
  readonly port?: number;
}

/** `dateline demo`: the sample briefs in a database of their own, their timeline, and the service to explore them with. */
export async function demoCommand({ exit, port }: DemoOptions): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-demo-'));
  const { DATABASE_URL: _, ...settings } = loadConfig(process.env);
  // One user at a terminal is never turned away for load.
  const own = { DATELINE_DATA: join(folder, 'database'), LOG_LEVEL: 'warn' as const, DATELINE_MAX_EVENT_LOOP_DELAY: 0 };
  const config = { ...settings, ...own };
  let service: Service | undefined;
  const close = async () => {
    await service?.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    service = await openService({ ...config, ...(port !== undefined && { PORT: port }) });
    // Before the work, so that a port in use is known at once.
    const address = exit ? undefined : await service.listen();
    await load(inProcess(service, config.DATELINE_JOBS + 1));
    if (address === undefined) return await close();
    process.stdout.write(
      `\nThe service is at ${address}\n` +
        `  try its routes in the browser:   ${address}/docs\n` +
        `  what Putin took part in:         ${address}/v1/entities/Q7747/timeline\n` +
        '  stop it with Ctrl-C.\n',
    );
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());
  } catch (error) {
    await close();
    throw error;
  }
}

/** Adds the samples and prints what came of them. */
async function load(client: Client): Promise<void> {
  const { added } = await addAll(client, submissions(await samples()), ({ source, error }) => {
    if (error !== undefined) throw new Error(`${source}: ${error}`);
  });
  const timeline = await get<Timeline>(client, '/v1/timeline', { limit: 200 });
  process.stdout.write(`\nWhat ${added} short news briefs of 2017 say, in order:\n\n`);
  process.stdout.write(table(timeline, process.stdout.columns));
}

async function samples(): Promise<string[]> {
  const folder = join(packageRoot, 'data', 'en', 'samples');
  return (await readdir(folder)).sort().map((file) => join(folder, file));
}
