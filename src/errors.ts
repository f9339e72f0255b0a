import type { Problem } from '../schemas/problem.ts';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What to do about it, for whoever sent the request. */
  readonly remedy: string;
}

/**
 * Every error that leaves this program, over HTTP or from the command line. The code is the last part of the problem's
 * `type`; docs/errors.md explains each, and a test compares the two.
 */
export const catalogue = {
  'invalid-parameter': {
    status: 400,
    title: 'A parameter has a value that cannot be used',
    remedy: 'Correct the parameters named in `errors`; /docs describes each with an example.',
  },
  'unknown-parameter': {
    status: 400,
    title: 'A parameter is not known here',
    remedy: 'Remove or rename the parameters named in `errors`.',
  },
  'invalid-body': {
    status: 400,
    title: 'The body does not have the shape that is asked for',
    remedy: 'Correct the fields named in `errors`; /docs shows a working body.',
  },
  'malformed-body': {
    status: 400,
    title: 'The body cannot be read',
    remedy: 'Send valid JSON in UTF-8, or the text itself as text/plain or text/html.',
  },
  'malformed-line': {
    status: 400,
    title: 'The line cannot be read',
    remedy: 'Send one JSON object a line, each with a `text`.',
  },
  'invalid-cursor': {
    status: 400,
    title: 'The cursor was not issued for this list',
    remedy: 'Use `next` of the page before as it stands and with the same filters, or start again without a cursor.',
  },
  'not-found': {
    status: 404,
    title: 'There is no such record',
    remedy: 'Check the id; it may have been deleted. The lists name what there is.',
  },
  'no-such-route': {
    status: 404,
    title: 'There is nothing at this path',
    remedy: 'See /docs for the paths there are.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The path does not take this method',
    remedy: 'Use one of the methods in the Allow header.',
  },
  'not-acceptable': {
    status: 406,
    title: 'None of the formats accepted can be made',
    remedy: 'Accept one of the media types named in the detail, or ask with `format` where there is that parameter.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    remedy: 'Send it again, faster or in smaller pieces.',
  },
  conflict: {
    status: 409,
    title: 'The record is not in the state that this needs',
    remedy: 'Read the record again; somebody else may have changed it.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is larger than this service takes',
    remedy: 'Send a shorter text, or several; DATELINE_BODY_LIMIT sets the limit.',
  },
  'uri-too-long': {
    status: 414,
    title: 'The address is too long',
    remedy: 'Shorten the parameters.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is of a type that is not read here',
    remedy: 'Send the Content-Type named in the detail.',
  },
  'extraction-timeout': {
    status: 422,
    title: 'The text could not be analysed in the time allowed',
    remedy:
      'Send a long text in parts; check that it is prose and not generated data. DATELINE_EXTRACT_TIMEOUT and DATELINE_EXTRACT_TIMEOUT_PER_MILLION set the limit.',
  },
  'extraction-failed': {
    status: 422,
    title: 'The text could not be analysed',
    remedy: 'Send a shorter text. If an ordinary text does this, please report it with the text.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests',
    remedy: 'Wait for as long as the Retry-After header says.',
  },
  'header-too-large': {
    status: 431,
    title: 'The request headers are too large',
    remedy: 'Send fewer or shorter headers.',
  },
  'request-abandoned': {
    status: 499,
    title: 'The caller went away before the answer',
    remedy: 'Nothing: only the log says so.',
  },
  'internal-error': {
    status: 500,
    title: 'Something went wrong in the service',
    remedy: 'Try again; if it happens again, report it with the request id.',
  },
  'invalid-setting': {
    status: 500,
    title: 'A setting cannot be used',
    remedy: 'Correct the environment variable named in the detail; docs/configuration.md lists all of them.',
  },
  overloaded: {
    status: 503,
    title: 'The service is busy',
    remedy: 'Wait for as long as the Retry-After header says, then send it again.',
  },
  'query-timeout': {
    status: 503,
    title: 'The answer took too long to find',
    remedy: 'Narrow the request: a shorter window, fewer filters, a smaller page.',
  },
  'not-ready': {
    status: 503,
    title: 'The service is not ready',
    remedy: 'Wait for /readyz to answer 200; where it does not, check that PostgreSQL runs at DATABASE_URL.',
  },
  'store-in-use': {
    status: 503,
    title: 'Another process has the embedded database open',
    remedy:
      'Stop that process, ask it with --server http://127.0.0.1:3000, give this one a folder of its own with DATELINE_DATA, or use PostgreSQL with DATABASE_URL.',
  },
} as const satisfies Record<string, ProblemKind>;

export type ErrorCode = keyof typeof catalogue;

export interface FieldError {
  /** JSON pointer into the request: `/query/from`, `/body/publishedAt`, `/params/id`. */
  readonly pointer: string;
  readonly detail: string;
}

interface ProblemOptions extends ErrorOptions {
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error that says what is wrong and what to do about it. `detail` is written for whoever sent the request. */
export class DatelineError extends Error {
  readonly code: ErrorCode;
  readonly statusCode: number;
  readonly errors: readonly FieldError[];
  /** Response headers that belong to it, such as Allow and Retry-After. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, detail: string, { errors = [], headers = {}, ...options }: ProblemOptions = {}) {
    super(detail, options);
    this.name = 'DatelineError';
    this.code = code;
    this.statusCode = catalogue[code].status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** The problem document (RFC 9457) of an error; an error from outside the catalogue keeps its text to itself. */
export function toProblem(error: unknown, instance?: string): Problem {
  const known =
    error instanceof DatelineError
      ? error
      : new DatelineError('internal-error', 'The service met an error it has no name for.');
  const { status, title, remedy } = catalogue[known.code];
  return {
    type: `/problems/${known.code}`,
    title,
    status,
    detail: known.message,
    remedy,
    ...(instance !== undefined && { instance }),
    ...(known.errors.length > 0 && { errors: [...known.errors] }),
  };
}
