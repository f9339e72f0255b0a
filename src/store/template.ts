import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** Fields of a tar header (POSIX ustar): offset and length in bytes. */
const BLOCK = 512;
const text = (header: Buffer, offset: number, length: number): string =>
  header.toString('latin1', offset, offset + length).replace(/\0.*$/s, '');
const FOLDER = '5';

/** Unpacks the packed folder of an empty database. The archive is one that the build has made. */
export async function unpackTemplate(archive: string, folder: string): Promise<void> {
  const bytes = await promisify(gunzip)(await readFile(archive));
  for (let at = 0; at + BLOCK <= bytes.length && bytes[at] !== 0; ) {
    const header = bytes.subarray(at, at + BLOCK);
    const path = join(folder, text(header, 345, 155), text(header, 0, 100));
    const size = Number.parseInt(text(header, 124, 12), 8);
    const content = at + BLOCK;
    if (text(header, 156, 1) === FOLDER) await mkdir(path, { recursive: true, mode: 0o700 });
    else {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeFile(path, bytes.subarray(content, content + size), { mode: 0o600 });
    }
    at = content + Math.ceil(size / BLOCK) * BLOCK;
  }
}
