import { open } from '../../src/store/open.ts';
import { written } from './written.ts';

/**
 * A process that imports documents until it is killed: `importer FOLDER FIRST`. It says the number of each document once it
 * is kept.
 */
const [folder, first] = process.argv.slice(2) as [string, string];
const store = await open({ DATELINE_DATA: folder, DATELINE_QUERY_TIMEOUT: 60_000, LOG_LEVEL: 'silent' });

/** As many at a time as an import has under way. */
const WIDTH = 3;
let next = Number(first);
await Promise.all(
  Array.from({ length: WIDTH }, async () => {
    for (;;) {
      const number = next++;
      await store.addDocument(numbered(number));
      process.stdout.write(`${number}\n`);
    }
  }),
);

function numbered(number: number) {
  const day = String(1 + (number % 28)).padStart(2, '0');
  const events = [
    { who: `Ada Berg ${number % 7}`, verb: 'met', whom: `Bo Lind ${number % 5}`, on: `2031-03-${day}` },
    { who: `Ada Berg ${number % 7}`, verb: 'left', on: `2031-03-${day}` },
  ];
  return written({ id: `doc_${number}`, publishedAt: `2031-03-${day}`, events }, {});
}
