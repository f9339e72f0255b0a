/** CPU seconds of all threads of this process that `work` takes: unlike the clock, not disturbed by other processes. */
export function cpuSeconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Seconds for which short work is repeated, because its first dozen runs are still being compiled. */
const SETTLED = 1;

/** The least of at least so many measurements, after a first run that compiles the code. */
export function best(runs: number, work: () => void): number {
  work();
  let least = Number.POSITIVE_INFINITY;
  let spent = 0;
  for (let run = 0; run < runs || spent < SETTLED; run++) {
    const seconds = cpuSeconds(work);
    spent += seconds;
    least = Math.min(least, seconds);
  }
  return least;
}
