import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { openEmbedded } from '../../src/store/embedded.ts';
import type { Database, Engine } from '../../src/store/engine.ts';
import { listMigrations, migrate } from '../../src/store/migrate.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { engines, type TestEngine } from './engines.ts';

async function openEmpty(engine: TestEngine): Promise<Engine> {
  const { DATABASE_URL: url, DATELINE_DATA: folder } = await engine.configuration();
  return url === undefined ? openEmbedded({ folder, timeout: 20_000 }) : openPostgres({ url, timeout: 20_000 });
}

const schemaOf = async (db: Database) =>
  (
    await sql`select table_name, column_name, data_type from information_schema.columns
      where table_schema = 'public' order by 1, 2`.execute(db)
  ).rows;

for (const engine of engines) {
  describe(engine.name, () => {
    test('a second migration does no harm, nor do two at once', async () => {
      const { db, close } = await openEmpty(engine);
      await Promise.all([migrate(db), migrate(db)]);
      const schema = await schemaOf(db);
      assert.ok(schema.length > 40);
      await migrate(db);
      assert.deepEqual(await schemaOf(db), schema);
      const applied = await db.selectFrom('migrations').select(['version', 'name']).orderBy('version').execute();
      assert.deepEqual(applied, listMigrations());
      await close();
    });

    test('a database that a newer program has written is left alone', async () => {
      const { db, close } = await openEmpty(engine);
      await migrate(db);
      await db.insertInto('migrations').values({ version: 9999, name: '9999_later.sql' }).execute();
      await assert.rejects(migrate(db), { code: 'not-ready', message: /version 9999/ });
      await close();
    });
  });
}

test('migrations are numbered from one without a gap', () => {
  assert.deepEqual(
    listMigrations().map(({ version }) => version),
    listMigrations().map((_, i) => i + 1),
  );
});
