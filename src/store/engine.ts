import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { DatelineError } from '../errors.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

/** A database that answers, whichever engine runs it. */
export interface Engine {
  readonly db: Database;
  /** Whether other processes may write to it too. */
  readonly shared: boolean;
  /** What whoever starts it should know about it, in a sentence. */
  readonly notice?: string;
  /** What a database does to itself from time to time, where it does not; undefined where it does. */
  readonly maintain?: () => Promise<void>;
  close(): Promise<void>;
}

/** kysely over a pool of node-postgres connections: the same dialect, types and error codes on either engine. */
export function databaseOver(pool: pg.Pool): Database {
  // Whoever waits for a query hears of a lost connection; nobody else needs to, and the pool makes another.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

export type Trx = Transaction<Tables>;

/** All or nothing. Rejects with what went wrong, also where that took the connection along and the rollback failed too. */
export async function inTransaction<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  const failures: unknown[] = [];
  const noted = (trx: Trx) =>
    work(trx).catch((error: unknown) => {
      failures.push(error);
      throw error;
    });
  return db
    .transaction()
    .execute(noted)
    .catch((error: unknown) => {
      throw failures[0] ?? error;
    });
}

/** Days stay text, as everywhere in this program: a `Date` would have a time and a zone. */
const DATE = 1082;
const INT8 = 20;
export const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === DATE) return (value: string) => value;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/** SQLSTATE classes and codes that mean that the server is not there (for us). */
const UNAVAILABLE = /^(?:08|53|57P)/;
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE', 'EHOSTUNREACH', 'EAI_AGAIN']);

/** An error of the engine in the words of the catalogue; others as they are. */
export function translated(error: unknown): unknown {
  if (error instanceof DatelineError || !(error instanceof Error)) return error;
  const { code = '', message } = error as Error & { code?: string };
  if (error.cause instanceof DatelineError) return error.cause;
  if (code === '57014')
    return new DatelineError('query-timeout', 'The query was ended at its time limit.', { cause: error });
  if (
    UNAVAILABLE.test(code) ||
    NETWORK.has(code) ||
    /Connection terminated|timeout exceeded when trying/.test(message)
  ) {
    return new DatelineError('not-ready', 'The database does not answer.', { cause: error });
  }
  return error;
}
