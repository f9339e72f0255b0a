import { readFileSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { DatelineError } from '../errors.ts';

interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from an earlier one with the same id; null where the system does not say. */
  readonly started: string | null;
}

/** Locks of this process: the operating system knows it only as a whole. */
const held = new Set<string>();

/**
 * Takes a lock file, or rejects with what to do about it. The lock of a process that is gone is taken over. Resolves to
 * what gives it back.
 */
export async function takeLock(file: string): Promise<() => Promise<void>> {
  const path = resolve(file);
  if (held.has(path)) throw inUse(path, process.pid);
  held.add(path);
  const me: Owner = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  try {
    for (;;) {
      if (await create(path, me)) break;
      const text = await readFile(path, 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const owner = parse(text);
      if (owner && isAlive(owner)) throw inUse(path, owner.pid, owner.host);
      await setAside(path, text);
    }
  } catch (error) {
    held.delete(path);
    throw error;
  }
  return async () => {
    held.delete(path);
    await rm(path, { force: true });
  };
}

async function create(path: string, owner: Owner): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(JSON.stringify(owner));
    await file.close();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves a dead lock away. Of several who see it dead one succeeds; who moved a living one by mistake puts it back. */
async function setAside(path: string, dead: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => {});
  const moved = await readFile(aside, 'utf8').catch(() => dead);
  if (moved === dead) await rm(aside, { force: true });
  else await rename(aside, path);
}

function parse(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner;
  } catch {
    return undefined;
  }
}

/** A process of another machine cannot be asked: it counts as alive. */
function isAlive({ pid, host, started }: Owner): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
  return started === null || startOf(pid) === started;
}

/** When a process started, in the words of Linux (field 22 of /proc/PID/stat); null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function inUse(path: string, pid: number, host?: string): DatelineError {
  const where = host === undefined || host === hostname() ? '' : ` on ${host}`;
  return new DatelineError('store-in-use', `The database is in use by process ${pid}${where}; the lock is ${path}.`);
}
