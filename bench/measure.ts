/** CPU seconds of all threads of this process that `work` takes: unlike the clock, not disturbed by other processes. */
export function cpuSeconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** The least of several measurements, after a first run that compiles the code. */
export function best(runs: number, work: () => void): number {
  work();
  return Math.min(...Array.from({ length: runs }, () => cpuSeconds(work)));
}
