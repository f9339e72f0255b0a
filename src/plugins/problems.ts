import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { DatelineError, type ErrorCode, toProblem } from '../errors.ts';

/** Every error becomes a problem document; the text of an unforeseen one goes to the log alone. */
export function problems(app: App): void {
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0];
    return sendProblem(new DatelineError('no-such-route', `There is nothing at ${path}.`), request, reply);
  });
}

/** Also for the errors of the router, which come before there is a route. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = error instanceof DatelineError ? error : translate(error);
  if (known === undefined || known.statusCode === 500) request.log.error(error);
  return sendProblem(known ?? error, request, reply);
}

function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, request.id);
  if (error instanceof DatelineError) reply.headers(error.headers);
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

const fastifyErrors: Readonly<Record<string, [ErrorCode, string]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'No body of this type is read here.'],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body-too-large', 'The body is too large.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed-body', 'The body is empty, where its Content-Type says JSON.'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed-body', 'The body is not valid JSON.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['malformed-body', 'The body is not as long as its Content-Length says.'],
  FST_ERR_MAX_PARAM_LENGTH: ['uri-too-long', 'A part of the path is too long.'],
  FST_ERR_BAD_URL: ['no-such-route', 'The path is not a valid URL path.'],
};

function translate(error: FastifyError): DatelineError | undefined {
  const [code, detail] = fastifyErrors[error.code] ?? [];
  if (code && detail) return new DatelineError(code, detail, { cause: error });
  if (error instanceof SyntaxError && error.statusCode === 400) {
    return new DatelineError('malformed-body', `The body is not valid JSON: ${error.message}.`, { cause: error });
  }
  return undefined;
}

const brokenRequests: Readonly<Record<string, [ErrorCode, string]>> = {
  HPE_HEADER_OVERFLOW: ['header-too-large', 'The request headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: ['request-timeout', 'The request did not arrive in time.'],
};

/** Answers what is not even a request: there is neither a route nor a reply, only the socket. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const [code, detail] = brokenRequests[error.code ?? ''] ?? ['malformed-body', 'This is not a valid HTTP request.'];
  const problem = toProblem(new DatelineError(code, detail));
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\nContent-Type: application/problem+json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
