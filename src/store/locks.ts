import { sql } from 'kysely';
import type { Trx } from './engine.ts';

/** Numbers of advisory locks. On the embedded database they are free of cost: its one connection never waits for itself. */
export const LOCKS = { migration: 7_283_001, writing: 7_283_002 } as const;

/** Waits for a lock that is given back with the transaction. */
export async function lock(trx: Trx, number: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${number})`.execute(trx);
}
