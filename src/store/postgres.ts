import pg from 'pg';
import { databaseOver, type Engine, types } from './engine.ts';

export interface PostgresOptions {
  readonly url: string;
  /** Milliseconds that a query may take. */
  readonly timeout: number;
}

const CONNECTIONS = 10;
const CONNECT_TIMEOUT = 5000;

/** PostgreSQL at a URL. Connections are made when they are needed, and again when they are lost. */
export function openPostgres({ url, timeout }: PostgresOptions): Engine {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: timeout,
    // A generic plan does not know how wide the window is: it reads a hundred times as much.
    options: '-c plan_cache_mode=force_custom_plan -c jit=off',
    application_name: 'dateline',
    types,
  });
  const db = databaseOver(pool);
  return { db, shared: true, close: () => db.destroy() };
}
