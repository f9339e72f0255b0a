import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../src/data.ts';

const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url));

/** A service in a process of its own, as somebody starts it from the command line. */
export interface StartedService {
  readonly address: string;
  readonly child: ChildProcess;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<unknown>;
}

/** Starts `dateline` with these arguments and waits until it says where it listens. */
export async function startedService(args: readonly string[], env: NodeJS.ProcessEnv): Promise<StartedService> {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd: packageRoot,
    env: { ...process.env, ...env, DATABASE_URL: '', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let log = '';
  for await (const chunk of child.stdout) {
    log += chunk;
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(log)?.[0];
    if (address === undefined) continue;
    child.stdout.resume();
    return {
      address,
      child,
      end: (signal) => {
        child.kill(signal);
        return ended;
      },
    };
  }
  throw new Error(`The service ended without saying where it listens: ${log}`);
}
