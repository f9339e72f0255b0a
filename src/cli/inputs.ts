import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { linesOf } from '../streams/lines.ts';
import { Failure } from './failure.ts';

/** What the options say about every text that does not say it itself. */
export interface Particulars {
  readonly published?: string;
  readonly timezone?: string;
  readonly publisher?: string;
  readonly title?: string;
  readonly url?: string;
}

export interface Submission {
  /** For messages: a file, or a line of one. */
  readonly source: string;
  /** A body of POST /v1/documents, or what keeps it from being one. */
  readonly body: object | Failure;
}

/** Bytes; V8 holds no longer string. */
export const LONGEST_LINE = 500e6;
const NEWLINE = 0x0a;

/** The bytes of files one after the other, or of standard input. A last line without its end is given one. */
export async function* bytesOf(files: readonly string[]): AsyncGenerator<Uint8Array> {
  if (files.length === 0) {
    if (process.stdin.isTTY)
      throw new Failure('There is nothing to read.', 'Name files, or pipe documents in, one a line.');
    yield* process.stdin;
  }
  for (const file of files) {
    let last: number | undefined;
    for await (const chunk of createReadStream(file)) {
      yield chunk;
      last = chunk.at(-1);
    }
    if (last !== NEWLINE) yield Buffer.of(NEWLINE);
  }
}

/** The texts in files: NDJSON holds one a line, JSON one with its particulars, any other file is itself the text. */
export async function* submissions(files: readonly string[], options: Particulars = {}): AsyncGenerator<Submission> {
  const about = fieldsOf(options);
  if (files.length === 0) yield* lines('line', bytesOf([]), about);
  for (const file of files) {
    const kind = extname(file).toLowerCase();
    if (kind === '.ndjson' || kind === '.jsonl') yield* lines(file, bytesOf([file]), about);
    else if (kind === '.json') yield { source: file, body: parse(await readFile(file, 'utf8'), about) };
    else {
      const contentType = kind === '.html' || kind === '.htm' ? 'text/html' : 'text/plain';
      yield { source: file, body: { text: await readFile(file, 'utf8'), contentType, ...about } };
    }
  }
}

async function* lines(source: string, bytes: AsyncIterable<Uint8Array>, about: object): AsyncGenerator<Submission> {
  for await (const { number, text } of linesOf(bytes, LONGEST_LINE)) {
    const body = text === undefined ? new Failure('The line is too long.', 'Send it in pieces.') : parse(text, about);
    yield { source: `${source}:${number}`, body };
  }
}

/** What a document says of itself goes before what the options say of all; its id is the store's to give. */
function parse(json: string, about: object): object | Failure {
  try {
    const { id: _, ...document } = JSON.parse(json);
    return { ...about, ...document };
  } catch {
    return new Failure('This is not valid JSON.', 'Write {"text": "…", "publishedAt": "2017-05-04"}.');
  }
}

function fieldsOf({ published, timezone, publisher, title, url }: Particulars): object {
  return {
    ...(published !== undefined && { publishedAt: published }),
    ...(timezone !== undefined && { timezone }),
    ...(publisher !== undefined && { publisher }),
    ...(title !== undefined && { title }),
    ...(url !== undefined && { url }),
  };
}
