import type { Reading, ReadingTask } from './reading.ts';
import { type PoolOptions, workerPool } from './worker-pool.ts';

/** Reads texts, wherever that happens. Rejects with a DatelineError, or with the reason of `signal`. */
export interface Extractor {
  /** How many texts are read at a time. */
  readonly jobs: number;
  read(task: ReadingTask, signal?: AbortSignal): Promise<Reading>;
  close(): Promise<void>;
}

/** Reads in the calling thread, without a time limit: for the command line and trusted input. */
export function inlineExtractor(): Extractor {
  return {
    jobs: 1,
    async read(task, signal) {
      signal?.throwIfAborted();
      // Loaded when it is needed: a thread that leaves the reading to workers has no use for the language model.
      const { read } = await import('./reading.ts');
      return read(task);
    },
    async close() {},
  };
}

/** Reads in worker threads, each text under a time limit. */
export function extractorPool(options: PoolOptions = {}): Extractor {
  const worker = new URL('./extractor-worker.js', import.meta.url);
  const { jobs, run, close } = workerPool<ReadingTask, Reading>(worker, options);
  return { jobs, read: (task, signal) => run(task, task.text.length, signal), close };
}
