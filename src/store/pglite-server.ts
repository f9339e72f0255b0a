import { Worker } from 'node:worker_threads';
import { DatelineError } from '../errors.ts';

type Answer = Uint8Array | 'ready' | 'closed';

/**
 * PGlite in a worker thread, spoken to in the wire protocol. A query that overruns its limit ends the thread, which is the
 * only way to end it; the next exchange starts another, and what was committed is there again.
 */
export class PGliteServer {
  readonly #folder: string;
  #timeout: number;
  #worker: Promise<Worker> | undefined;

  /** `timeout` in milliseconds; 0 for any time. */
  constructor(folder: string, timeout = 0) {
    this.#folder = folder;
    this.#timeout = timeout;
  }

  async ready(): Promise<void> {
    await this.#started();
  }

  /** Sends messages of the client and resolves to those of the server. One exchange at a time. */
  async exchange(messages: Uint8Array): Promise<Uint8Array> {
    const worker = await this.#started();
    const answer = nextMessage(worker, this.#timeout);
    worker.postMessage(messages);
    try {
      return (await answer) as Uint8Array;
    } catch (error) {
      this.#worker = undefined;
      await worker.terminate();
      throw error;
    }
  }

  /** For work of our own that may take longer than anybody's question. */
  async withoutLimit<T>(work: () => Promise<T>): Promise<T> {
    const timeout = this.#timeout;
    this.#timeout = 0;
    try {
      return await work();
    } finally {
      this.#timeout = timeout;
    }
  }

  async close(): Promise<void> {
    const worker = await this.#worker?.catch(() => undefined);
    this.#worker = undefined;
    if (worker === undefined) return;
    const closed = nextMessage(worker, 0);
    worker.postMessage('close');
    await closed.finally(() => worker.terminate());
  }

  #started(): Promise<Worker> {
    this.#worker ??= start(this.#folder);
    this.#worker.catch(() => {
      this.#worker = undefined;
    });
    return this.#worker;
  }
}

async function start(folder: string): Promise<Worker> {
  const worker = new Worker(new URL('./pglite-worker.js', import.meta.url), {
    workerData: { folder },
    execArgv: [],
  });
  try {
    await nextMessage(worker, 0);
  } catch (cause) {
    await worker.terminate();
    throw new DatelineError('not-ready', `The embedded database in ${folder} does not start.`, { cause });
  }
  // Whoever waits for an answer hears of an error; between answers there is nobody to tell.
  worker.on('error', () => {});
  worker.unref();
  return worker;
}

/** The next thing the worker says. Rejects when it ends instead, or says nothing for `timeout` milliseconds. */
function nextMessage(worker: Worker, timeout: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const overdue =
      timeout > 0
        ? setTimeout(() => {
            settle(() => reject(new DatelineError('query-timeout', `The query was ended after ${timeout} ms.`)));
          }, timeout)
        : undefined;
    const said = (answer: Answer) => settle(() => resolve(answer));
    const failed = (cause: unknown) =>
      settle(() => reject(new DatelineError('not-ready', 'The embedded database ended unexpectedly.', { cause })));
    const settle = (act: () => void) => {
      clearTimeout(overdue);
      worker.off('message', said).off('error', failed).off('exit', failed);
      worker.unref();
      act();
    };
    // While somebody waits, the process does.
    worker.ref();
    worker.once('message', said).once('error', failed).once('exit', failed);
  });
}
