/** A task with a clock that its worker starts, so that waiting for the worker to be ready does not count. */
export interface TimedTask<Task> {
  readonly task: Task;
  /** Holds one float64: when the work began, in milliseconds since the epoch; 0 before. */
  readonly clock: SharedArrayBuffer;
}

export const newClock = (): SharedArrayBuffer => new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);

/** Milliseconds since the work began; 0 while it has not. */
export function elapsed(clock: SharedArrayBuffer): number {
  const began = new Float64Array(clock)[0]!;
  return began === 0 ? 0 : now() - began;
}

/** What a worker of a pool runs: `work`, with its clock started. */
export const timed =
  <Task, Result>(work: (task: Task) => Result) =>
  ({ task, clock }: TimedTask<Task>): Result => {
    new Float64Array(clock)[0] = now();
    return work(task);
  };

/** Monotonic, and the same in every thread. */
const now = (): number => performance.timeOrigin + performance.now();
