/** What every command that prints something understands. */
export interface OutputOptions {
  readonly json?: boolean | undefined;
}

/** Prints for people on a terminal; for programs, or with --json, prints JSON. */
export function print<T>(value: T, { json }: OutputOptions, table: (value: T, columns: number) => string): void {
  const forPeople = json !== true && process.stdout.isTTY;
  process.stdout.write(forPeople ? table(value, process.stdout.columns) : `${JSON.stringify(value, null, 2)}\n`);
}

/** A line on standard error that is written over as work goes on; unless that is a terminal only what `always` says. */
export function progress(text: string, always = false): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  else if (always) process.stderr.write(text);
}
