import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { InjectOptions, Response } from 'light-my-request';
import { type App, buildApp } from '../../src/app.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { extractorPool } from '../../src/extractor.ts';
import { open, type Store } from '../../src/store/open.ts';
import { contractOf } from './contract-check.ts';

/** Settings for tests: no logs, and no shedding of load because the machine that runs the tests is busy. */
export const settings = { LOG_LEVEL: 'silent', DATELINE_MAX_EVENT_LOOP_DELAY: '0' };

export interface Client {
  readonly app: App;
  /** Sends a request and holds the answer against the OpenAPI document. */
  (request: InjectOptions | string): Promise<Response>;
}

let store: Promise<Store> | undefined;

/** An embedded database in a folder of its own, for all services of a file: opening one takes a second. */
function sharedStore(): Promise<Store> {
  store ??= openStore();
  return store;
}

async function openStore(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-service-'));
  const opened = await open({ ...loadConfig(settings), DATELINE_DATA: folder });
  // The process of a test file ends with its tests; what they left open ends with it.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return opened;
}

/** The real service in this process, without a port, shared by the tests of a file. */
export async function startClient(overrides: Partial<Config> = {}): Promise<Client> {
  const extractor = extractorPool({ jobs: 1, timeout: 60_000 });
  const app = await buildApp({ ...loadConfig(settings), ...overrides }, { extractor, store: await sharedStore() });
  after(async () => {
    await app.close();
    await extractor.close();
  });
  const check = contractOf(app);
  const send = async (request: InjectOptions | string) => {
    const options = typeof request === 'string' ? { url: request } : request;
    const response = await app.inject(options);
    check(options, response);
    return response;
  };
  return Object.assign(send, { app });
}

/** The answer's JSON, which must come with this status. */
export async function json<T = Record<string, unknown>>(answer: Promise<Response>, status = 200): Promise<T> {
  const response = await answer;
  assert.equal(response.statusCode, status, response.body.slice(0, 2000));
  return response.json();
}

/** The answer is a problem of this type; its body. */
export async function problem(answer: Promise<Response>, code: string) {
  const response = await answer;
  assert.match(response.headers['content-type'] as string, /^application\/problem\+json/);
  const body = response.json<{
    type: string;
    status: number;
    detail: string;
    errors?: { pointer: string; detail: string }[];
  }>();
  assert.equal(body.type, `/problems/${code}`, response.body);
  assert.equal(body.status, response.statusCode);
  return { ...body, headers: response.headers };
}
