import { catalogue, DatelineError } from '../errors.ts';

/** What stops a command, and what to do about it: for whoever typed it. */
export class Failure extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.remedy = remedy;
  }
}

/** Errors of the operating system, with what to do about them. */
const remedies: Readonly<Record<string, string>> = {
  ENOENT: 'Check the path.',
  EISDIR: 'Name the files in it, for example with a pattern such as folder/*.txt.',
  EACCES: 'Check the permissions.',
  EPERM: 'Check the permissions.',
  EROFS: 'Choose a place that can be written to.',
  EEXIST: 'Name a folder: what is there is none.',
  ENOTDIR: 'Name a folder: what is there is none.',
  ENOSPC: 'Make room on the disk.',
  EADDRINUSE: 'Stop what is using the port, or choose another one with --port.',
};

/** Says what went wrong and what to do about it, and ends with exit code 1. A reader who went away is no error. */
export function fail(error: unknown): void {
  if ((error as { code?: string }).code === 'EPIPE') process.exit();
  process.stderr.write(`dateline: ${linesOf(error).join('\n          ')}\n`);
  process.exitCode = 1;
}

export function linesOf(error: unknown): string[] {
  if (error instanceof Failure) return [error.message, error.remedy];
  if (error instanceof DatelineError) return [error.message, catalogue[error.code].remedy];
  if (!(error instanceof Error)) return [String(error)];
  const remedy = remedies[(error as NodeJS.ErrnoException).code ?? ''];
  return remedy === undefined ? [error.stack ?? error.message] : [error.message, remedy];
}
