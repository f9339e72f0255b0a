import { type App, buildApp } from './app.ts';
import type { Config } from './config.ts';
import { type Extractor, extractorPool } from './extractor.ts';
import { open } from './store/open.ts';

/** The whole service in this process. */
export interface Service {
  readonly app: App;
  /** Starts to listen; the address as a URL. */
  listen(): Promise<string>;
  /** Finishes what is under way, then closes everything. Doing it twice does it once. */
  close(): Promise<void>;
}

/** Opens the store that a configuration asks for, and the application over it and what reads its texts. */
export async function openService(config: Config, reader?: Extractor): Promise<Service> {
  const store = await open(config);
  // After the store: when that does not open, no workers are left behind.
  const extractor = reader ?? workersOf(config);
  const app = await buildApp(config, { extractor, store });
  let closed: Promise<void> | undefined;
  const closeAll = async () => {
    await app.close();
    await extractor.close();
    await store.close();
  };
  return {
    app,
    listen() {
      if (store.notice !== undefined) app.log.info(store.notice);
      return app.listen({ host: config.HOST, port: config.PORT });
    },
    close: () => {
      closed ??= closeAll();
      return closed;
    },
  };
}

function workersOf(config: Config): Extractor {
  return extractorPool({
    jobs: config.DATELINE_JOBS,
    timeout: config.DATELINE_EXTRACT_TIMEOUT,
    timeoutPerMillion: config.DATELINE_EXTRACT_TIMEOUT_PER_MILLION,
    memory: config.DATELINE_EXTRACT_MEMORY,
    maxQueue: config.DATELINE_EXTRACT_QUEUE,
  });
}
