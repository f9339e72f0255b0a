import type { Problem } from '../../schemas/problem.ts';
import type { App } from '../app.ts';
import { type Config, loadConfig } from '../config.ts';
import { Failure } from './failure.ts';

/** Query parameters; a list repeats its name, `undefined` leaves it out. */
export type Query = Readonly<Record<string, string | number | readonly string[] | undefined>>;

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/**
 * How commands reach the data: over the HTTP interface, whether that of a running service (`--server`) or of one made
 * in this process for the purpose. So a command and its route never differ.
 */
export interface Client {
  /** How many requests are worked on at a time. */
  readonly width: number;
  send(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer>;
  close(): Promise<void>;
}

export interface ClientOptions {
  /** URL of a running service. */
  readonly server?: string | undefined;
}

/** The options of a command that are not its own are parameters of the route it asks. */
export interface CommandOptions extends ClientOptions {
  readonly json?: boolean;
  readonly [parameter: string]: unknown;
}

/** `reads` is whether texts will be sent: only then is it worth starting the workers that read them. */
export async function openClient({ server }: ClientOptions, reads = false): Promise<Client> {
  if (server !== undefined) return remoteClient(server);
  const config = quiet(loadConfig(process.env));
  const { openService } = await import('../service.ts');
  const { inlineExtractor } = await import('../extractor.ts');
  return inProcess(
    await (reads ? openService(config) : openService(config, inlineExtractor())),
    reads ? config.DATELINE_JOBS + 1 : 1,
  );
}

/** Asks for a path and reads its JSON; rejects with a Failure that carries the problem's detail and remedy. */
export async function get<T>(client: Client, path: string, query: Query = {}): Promise<T> {
  return JSON.parse((await getText(client, path, query)).body) as T;
}

export async function getText(client: Client, path: string, query: Query = {}): Promise<Answer> {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) parameters.append(name, String(each));
    }
  }
  return expectSuccess(await client.send('GET', parameters.size > 0 ? `${path}?${parameters}` : path));
}

/** What a command can do where the service speaks of requests. */
const remediesHere: Readonly<Record<string, string>> = {
  '/problems/invalid-parameter': 'Correct the option; --help says what each takes.',
  '/problems/invalid-body': 'Correct the text or its particulars; "dateline help add" shows them.',
};

export function expectSuccess(answer: Answer): Answer {
  if (answer.status < 400) return answer;
  const { type, detail, remedy } = JSON.parse(answer.body) as Problem;
  throw new Refusal(detail, remediesHere[type] ?? remedy);
}

/** The service answered, with a problem: the next request may do better. */
export class Refusal extends Failure {}

/** A command is one user at a terminal: it logs nothing and is never turned away for load. */
const quiet = (config: Config): Config => ({
  ...config,
  LOG_LEVEL: 'silent',
  DATELINE_RATE_LIMIT: 0,
  DATELINE_MAX_EVENT_LOOP_DELAY: 0,
});

/** A client of a service in this process. Closing it closes the service. */
export function inProcess({ app, close }: { app: App; close(): Promise<void> }, width: number): Client {
  return {
    width,
    async send(method, url, payload) {
      const { statusCode, headers, body } = await app.inject({ method, url, ...(payload && { payload }) });
      return { status: statusCode, contentType: String(headers['content-type']), body };
    },
    close,
  };
}

function remoteClient(server: string): Client {
  if (!URL.canParse(server)) throw new Failure(`${server} is not a URL.`, 'Name it like http://127.0.0.1:3000.');
  return {
    width: 4,
    async send(method, path, body) {
      const request = { method, ...(body && { body: JSON.stringify(body), headers: JSON_BODY }) };
      const response = await fetch(new URL(path, server), request).catch((cause: unknown) => {
        throw new Failure(
          `Nothing answers at ${server}.`,
          'Start the service with "dateline serve", or correct --server.',
          {
            cause,
          },
        );
      });
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        body: await response.text(),
      };
    },
    async close() {},
  };
}

const JSON_BODY = { 'content-type': 'application/json' };
