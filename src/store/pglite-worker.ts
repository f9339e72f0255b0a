import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';

/** PGlite in a thread of its own: what comes in and goes out is the wire protocol of PostgreSQL. */
const { folder } = workerData as { folder: string };
const port = parentPort!;

const database = await PGlite.create({ dataDir: folder, extensions: { pg_trgm } });
await database.exec("set jit = off; set plan_cache_mode = 'force_custom_plan'");
port.postMessage('ready');

port.on('message', async (message: Uint8Array | 'close') => {
  if (message !== 'close') {
    port.postMessage(await database.execProtocolRaw(message));
    return;
  }
  await database.close();
  port.postMessage('closed');
});
