export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line end; undefined when the line is longer than the limit. */
  readonly text: string | undefined;
}

/**
 * The lines of a stream of UTF-8 bytes, empty ones left out, however the bytes are cut up. A line beyond `limit` bytes is
 * skipped without being kept, so that memory is bounded.
 */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let pieces: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  const finish = (): Line | undefined => {
    number++;
    const text = size > limit ? undefined : decoder.decode(Buffer.concat(pieces)).trim();
    pieces = [];
    size = 0;
    return text === '' ? undefined : { number, text };
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      keep(chunk.subarray(start, end));
      const line = finish();
      if (line) yield line;
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  const last = finish();
  if (last) yield last;

  function keep(piece: Uint8Array): void {
    size += piece.length;
    if (size > limit) pieces = [];
    else pieces.push(piece);
  }
}

const NEWLINE = 0x0a;
