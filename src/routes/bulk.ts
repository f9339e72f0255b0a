import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { NewDocument } from '../../schemas/document.ts';
import type { App, Deps } from '../app.ts';
import type { Config } from '../config.ts';
import { DatelineError, toProblem } from '../errors.ts';
import { ingest } from '../ingest.ts';
import { mapInOrder } from '../streams/in-order.ts';
import { type Line, linesOf } from '../streams/lines.ts';
import { compile, invalid } from '../validation.ts';
import { callerGone } from './caller-gone.ts';

const NDJSON = 'application/x-ndjson';
const check = compile(NewDocument, 'json');

/** Many documents in one request: an answer a line, in their order, as they are stored. */
export function bulkRoutes(app: App, deps: Deps, config: Config): void {
  app.addContentTypeParser(NDJSON, async (_: FastifyRequest, lines: Readable) => lines);

  app.post(
    '/v1/documents/bulk',
    {
      // The lines are limited, not how many there are.
      bodyLimit: Number.MAX_SAFE_INTEGER,
      config: { produces: [NDJSON] },
      schema: {
        operationId: 'addDocuments',
        tags: ['documents'],
        summary: 'Read and keep many texts, one JSON object a line',
        description:
          'Each line is a body of POST /v1/documents. The answer has a line for each, in the same order, with its status ' +
          '(201, 200 or that of an error) and the id or the problem; a bad line does not stop the others.',
        body: { content: { [NDJSON]: { schema: Type.Any({ examples: [EXAMPLE] }) } } },
        response: {
          200: {
            description: 'One result a line',
            content: { [NDJSON]: { schema: Type.Unsafe<Readable>({ type: 'string' }) } },
          },
        },
      },
    },
    async (request, reply) => {
      const gone = callerGone(reply);
      const lines = linesOf(request.body as Readable, config.DATELINE_BODY_LIMIT);
      const results = mapInOrder(lines, deps.extractor.jobs + 1, (line) => addLine(deps, line, gone));
      return reply.type(NDJSON).send(Readable.from(results));
    },
  );
}

const EXAMPLE =
  '{"text":"Tillerson visited Moscow on April 12.","publishedAt":"2017-04-13","publisher":"Example News"}\n';

async function addLine(deps: Deps, line: Line, signal: AbortSignal): Promise<string> {
  const result = await addOne(deps, line, signal).catch((error: unknown) => {
    const problem = toProblem(error);
    return { status: problem.status, error: problem };
  });
  return `${JSON.stringify({ line: line.number, ...result })}\n`;
}

async function addOne(deps: Deps, { number, text }: Line, signal: AbortSignal) {
  if (text === undefined) throw new DatelineError('body-too-large', `Line ${number} is too long.`);
  const submitted = parse(text, number);
  const bad = check(submitted);
  if (bad.length > 0) throw invalid('malformed-line', bad);
  const { document, created } = await ingest(deps, submitted as NewDocument, new Date().toISOString(), signal);
  return { status: created ? 201 : 200, id: document.id };
}

function parse(text: string, number: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DatelineError('malformed-line', `Line ${number} is not valid JSON.`, { cause });
  }
}
