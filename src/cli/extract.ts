import { availableParallelism } from 'node:os';
import { pipeline } from 'node:stream/promises';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Problem } from '../../schemas/problem.ts';
import { loadConfig } from '../config.ts';
import { mapInOrder } from '../streams/in-order.ts';
import { type Line, linesOf } from '../streams/lines.ts';
import { workerPool } from '../worker-pool.ts';
import type { LineOptions } from './extract-line.ts';
import { bytesOf, LONGEST_LINE, type Particulars, submissions } from './inputs.ts';
import type { OutputOptions } from './output.ts';
import { problemLine } from './problem-line.ts';

export interface ExtractOptions extends LineOptions, OutputOptions, Particulars {
  readonly ndjson?: boolean;
  readonly jobs?: number;
}

/** `dateline extract`: documents to what is in them, line by line, in bounded memory. */
export async function extractCommand(files: readonly string[], options: ExtractOptions): Promise<void> {
  const byLine = options.ndjson === true || files.length === 0;
  const reader = await makeReader(options.jobs ?? (byLine ? availableParallelism() : 1), options);
  try {
    const lines = byLine ? linesOf(bytesOf(files), LONGEST_LINE) : linesFrom(files, options);
    const answers = mapInOrder(lines, reader.width, reader.answer);
    const forPeople = !byLine && options.json !== true && process.stdout.isTTY;
    await pipeline(byLine ? answers : ofFiles(answers, forPeople), process.stdout, { end: false });
  } finally {
    await reader.close();
  }
}

/** Whole files as the lines that they would be. */
async function* linesFrom(files: readonly string[], options: Particulars): AsyncGenerator<Line> {
  let number = 0;
  for await (const { source, body } of submissions(files, options)) {
    if (body instanceof Error) throw body;
    // Where a text comes from says nothing about what is in it.
    const { url: _, publisher: __, ...document } = body as Record<string, unknown>;
    yield { number: ++number, text: JSON.stringify({ id: source, ...document }) };
  }
}

/** Whoever names files waits for them: one that cannot be read makes the exit code 1, and people are told in words. */
async function* ofFiles(answers: AsyncIterable<string>, forPeople: boolean): AsyncGenerator<string> {
  const { extractionTables } = await import('./tables.ts');
  for await (const answer of answers) {
    const extraction = JSON.parse(answer) as Extraction | { id: string; error: Problem };
    if ('error' in extraction) process.exitCode = 1;
    if (!forPeople) yield answer;
    else if ('error' in extraction) process.stderr.write(`${extraction.id}: ${extraction.error.detail}\n`);
    else yield extractionTables(extraction, process.stdout.columns);
  }
}

interface Reader {
  /** Lines taken up before the first of them is answered. */
  readonly width: number;
  answer(line: Line): Promise<string>;
  close(): Promise<void>;
}

async function makeReader(jobs: number, { explain = false, offsets }: LineOptions): Promise<Reader> {
  const options = { explain, offsets };
  if (jobs === 1) {
    const { answerLine } = await import('./extract-line.ts');
    return { width: 1, answer: async (line) => answerLine(line, options), close: async () => {} };
  }
  const config = loadConfig(process.env);
  const worker = new URL('./extract-worker.js', import.meta.url);
  const { run, close } = workerPool<{ line: Line; options: LineOptions }, string>(worker, {
    jobs,
    timeout: config.DATELINE_EXTRACT_TIMEOUT,
    timeoutPerMillion: config.DATELINE_EXTRACT_TIMEOUT_PER_MILLION,
    memory: config.DATELINE_EXTRACT_MEMORY,
  });
  const answer = (line: Line) =>
    run({ line, options }, line.text?.length ?? 0).catch((error: unknown) => problemLine(line, error));
  return { width: jobs * 4, answer, close };
}
