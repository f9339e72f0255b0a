import { availableParallelism } from 'node:os';
import Type, { type Static } from 'typebox';
import { POSTGRES_URL } from '../schemas/patterns.ts';
import { compile, invalid } from './validation.ts';

const text = (description: string, value: string) => Type.String({ description, default: value });
const count = (description: string, value: number, range: { minimum?: number; maximum?: number } = {}) =>
  Type.Integer({ description, default: value, minimum: 0, ...range });

/** Every setting, as the environment variable that sets it. docs/configuration.md lists the same, which a test checks. */
export const Settings = Type.Object(
  {
    HOST: text('Address to listen on; 0.0.0.0 for every network', '127.0.0.1'),
    PORT: count('Port to listen on; 0 for any free one', 3000, { maximum: 65_535 }),
    LOG_LEVEL: Type.Unsafe<'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'>({
      type: 'string',
      enum: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      default: 'info',
      description: 'How much is logged to standard output, as JSON lines',
    }),
    DATABASE_URL: Type.Optional(
      Type.String({
        pattern: POSTGRES_URL,
        description: 'PostgreSQL to keep everything in; the embedded database without it',
        examples: ['postgres://user:secret@localhost/dateline'],
      }),
    ),
    DATELINE_DATA: text('Folder of the embedded database', '.dateline'),
    DATELINE_JOBS: count('Worker threads that read texts', availableParallelism(), { minimum: 1, maximum: 256 }),
    DATELINE_EXTRACT_TIMEOUT: count('Milliseconds that reading any text may take', 6000, { minimum: 1 }),
    DATELINE_EXTRACT_TIMEOUT_PER_MILLION: count('Further milliseconds for each million characters of it', 3200),
    DATELINE_EXTRACT_MEMORY: count('Megabytes of memory that reading a text may take', 2048, { minimum: 64 }),
    DATELINE_EXTRACT_QUEUE: count('Texts that may wait for a worker before further ones are turned away', 100),
    DATELINE_BODY_LIMIT: count('Bytes that the body of a request may have', 16 * 1024 * 1024, { minimum: 1 }),
    DATELINE_IDLE_TIMEOUT: count('Milliseconds that a connection may be silent before it is closed', 75_000),
    DATELINE_QUERY_TIMEOUT: count('Milliseconds that a query of the store may take', 10_000, { minimum: 1 }),
    DATELINE_RATE_LIMIT: count('Requests a minute that one address may make; 0 for any number', 0),
    DATELINE_MAX_EVENT_LOOP_DELAY: count(
      'Milliseconds of event loop delay beyond which load is shed; 0 for never',
      2000,
    ),
    DATELINE_SHUTDOWN_TIMEOUT: count('Milliseconds that requests under way have to finish on shutdown', 10_000),
    DATELINE_CORS_ORIGIN: Type.String({
      description: 'Origin whose pages may use the service: a URL without a path, * for any, empty for none',
      default: '',
      pattern: '^(?:\\*|https?://[^/]+)?$',
      examples: ['https://newsroom.example'],
    }),
    DATELINE_TRUST_PROXY: Type.Boolean({
      description: 'Whether X-Forwarded-* headers are believed: true behind a proxy of your own',
      default: false,
    }),
  },
  { additionalProperties: false },
);
export type Config = Static<typeof Settings>;

/** Read by the scripts under eval/ and never by the program; the one name with our prefix that is no setting. */
const EVALUATION_FOLDER = 'DATELINE_SHARED';

const check = compile(Settings, 'text');

/** The settings in an environment, with their defaults. A name that starts like ours and is not known is refused. */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const ours = Object.entries(environment).filter(
    ([name, value]) =>
      value !== undefined &&
      value !== '' &&
      name !== EVALUATION_FOLDER &&
      (name in Settings.properties || name.startsWith('DATELINE_')),
  );
  const config = Object.fromEntries(ours);
  const bad = check(config);
  if (bad.length > 0) throw invalid('invalid-setting', bad);
  return config as unknown as Config;
}
