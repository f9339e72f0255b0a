import type { StoredDocument } from '../../schemas/document.ts';
import { mapInOrder } from '../streams/in-order.ts';
import { type Client, type ClientOptions, expectSuccess, openClient, Refusal } from './client.ts';
import type { Failure } from './failure.ts';
import { type Particulars, type Submission, submissions } from './inputs.ts';
import { type OutputOptions, progress } from './output.ts';

export interface AddOptions extends ClientOptions, OutputOptions, Particulars {}

interface Result {
  readonly source: string;
  readonly status: 'added' | 'known' | 'refused';
  readonly id?: string;
  readonly error?: string;
}

/** `dateline add`: POST /v1/documents for each text, in order, several at a time. */
export async function addCommand(files: readonly string[], options: AddOptions): Promise<void> {
  const client = await openClient(options, true);
  try {
    const counts = await addAll(client, submissions(files, options), (result) => {
      if (options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
      if (result.status === 'refused') progress(`${result.source}: ${result.error}\n`, true);
    });
    const summary = `${counts.added} added, ${counts.known} known already, ${counts.refused} refused\n`;
    if (options.json) progress(summary, true);
    else process.stdout.write(summary);
    if (counts.refused > 0) process.exitCode = 1;
  } finally {
    await client.close();
  }
}

/** Adds what comes, in its order, and counts what became of it. */
export async function addAll(
  client: Client,
  texts: AsyncIterable<Submission>,
  each: (result: Result) => void = () => {},
): Promise<Record<Result['status'], number>> {
  const counts = { added: 0, known: 0, refused: 0 };
  try {
    for await (const result of mapInOrder(texts, client.width, (text) => addOne(client, text))) {
      counts[result.status]++;
      each(result);
      progress(`${counts.added + counts.known + counts.refused} texts`);
    }
  } finally {
    progress('');
  }
  return counts;
}

async function addOne(client: Client, { source, body }: Submission): Promise<Result> {
  if (body instanceof Error) return refused(source, body);
  try {
    const answer = expectSuccess(await client.send('POST', '/v1/documents', body));
    const { id } = JSON.parse(answer.body) as StoredDocument;
    return { source, status: answer.status === 201 ? 'added' : 'known', id };
  } catch (error) {
    if (error instanceof Refusal) return refused(source, error);
    throw error;
  }
}

function refused(source: string, { message, remedy }: Failure): Result {
  return { source, status: 'refused', error: `${message} ${remedy}` };
}
