import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { DatelineError } from './errors.ts';
import { elapsed, newClock, type TimedTask } from './timed-task.ts';

export interface PoolOptions {
  /** Worker threads; one a core by default. */
  readonly jobs?: number;
  /** Milliseconds that any text may take, however short. */
  readonly timeout?: number;
  /** Further milliseconds for each million characters. */
  readonly timeoutPerMillion?: number;
  /** How many texts may wait for a worker before the next one is turned away. */
  readonly maxQueue?: number;
  /** Megabytes of heap a worker may use. */
  readonly memory?: number;
}

/** Work on texts in worker threads. */
export interface WorkerPool<Task, Result> {
  readonly jobs: number;
  /** `length` is that of the text in characters. Rejects with a DatelineError, or with the reason of `signal`. */
  run(task: Task, length: number, signal?: AbortSignal): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Workers that each run the default export of a module of this package, made by `timed`. A text that takes too long, or too much memory,
 * costs its worker and ends in an error; the pool replaces the worker and goes on. The clock starts when a worker that
 * has loaded its models takes the text up.
 */
export function workerPool<Task, Result>(worker: URL, options: PoolOptions = {}): WorkerPool<Task, Result> {
  const { jobs = availableParallelism(), timeout = 6000, timeoutPerMillion = 3200, memory = 2048 } = options;
  const pool = new Piscina<TimedTask<Task>, Result>({
    filename: fileURLToPath(worker),
    minThreads: jobs,
    maxThreads: jobs,
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const slots = new Slots(jobs, options.maxQueue ?? Number.POSITIVE_INFINITY);
  /** What ends each task that is waiting or under way. */
  const underWay = new Set<AbortController>();
  let closed = false;
  return {
    jobs,
    async run(task, length, signal) {
      // One controller a task, and nothing that outlives it: a signal derived from a lasting one is never given back.
      const ending = new AbortController();
      const cancel = () => ending.abort(signal?.reason);
      if (closed) ending.abort(shuttingDown());
      if (signal?.aborted) cancel();
      signal?.addEventListener('abort', cancel);
      underWay.add(ending);
      try {
        await slots.take(ending.signal);
        try {
          return await runLimited(task, length, ending);
        } finally {
          slots.free();
        }
      } finally {
        underWay.delete(ending);
        signal?.removeEventListener('abort', cancel);
      }
    },
    async close() {
      closed = true;
      for (const ending of underWay) ending.abort(shuttingDown());
      await pool.destroy();
    },
  };

  async function runLimited(task: Task, length: number, ending: AbortController): Promise<Result> {
    const limit = timeout + (timeoutPerMillion * length) / 1e6;
    const clock = newClock();
    const look = () => {
      const left = limit - elapsed(clock);
      if (left <= 0) ending.abort(tooSlow(limit));
      else overdue = setTimeout(look, Math.ceil(left));
    };
    let overdue = setTimeout(look, Math.ceil(limit));
    try {
      return await pool.run({ task, clock }, { signal: ending.signal });
    } catch (cause) {
      ending.signal.throwIfAborted();
      throw failed(cause);
    } finally {
      clearTimeout(overdue);
    }
  }
}

const shuttingDown = () => new DatelineError('not-ready', 'The service is shutting down.');

const tooSlow = (limit: number) =>
  new DatelineError('extraction-timeout', `The analysis was ended after ${(limit / 1000).toFixed(1)} seconds.`);

const failed = (cause: unknown) =>
  new DatelineError(
    'extraction-failed',
    (cause as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? 'The analysis needed more memory than a worker has.'
      : 'The analysis ended in an error.',
    { cause },
  );

/** Places for `count` at a time, the rest in line in the order they came. */
class Slots {
  #free: number;
  readonly #limit: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number, limit: number) {
    this.#free = count;
    this.#limit = limit;
  }

  async take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    if (this.#waiting.size >= this.#limit) {
      throw new DatelineError('overloaded', `${this.#waiting.size} texts are already waiting to be read.`, {
        headers: { 'retry-after': '5' },
      });
    }
    await new Promise<void>((resolve, reject) => {
      const granted = () => {
        signal.removeEventListener('abort', gaveUp);
        resolve();
      };
      const gaveUp = () => {
        this.#waiting.delete(granted);
        reject(signal.reason);
      };
      this.#waiting.add(granted);
      signal.addEventListener('abort', gaveUp, { once: true });
    });
  }

  free(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#free++;
    else {
      this.#waiting.delete(next);
      next();
    }
  }
}
