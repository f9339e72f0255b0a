import { ExtractRequest } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { DatelineError } from '../errors.ts';
import { nearest } from '../nearest.ts';
import { type ReadingTask, read } from '../reading.ts';
import type { Line } from '../streams/lines.ts';
import { compile, invalid } from '../validation.ts';
import { inCodePoints } from './code-points.ts';
import { problemLine, toLine } from './problem-line.ts';

export interface LineOptions {
  readonly explain?: boolean;
  readonly offsets: 'utf16' | 'codepoint';
}

const check = compile(ExtractRequest, 'json');
const known = Object.keys(ExtractRequest.properties);

/** The answer to one line: its extraction, or what is wrong with it. Never throws. */
export function answerLine(line: Line, options: LineOptions): string {
  try {
    const fields = parse(line);
    const { request, warnings } = toRequest(fields);
    const extraction = extract({ ...request, id: request.id ?? String(line.number) }, options);
    return toLine(
      warnings.length > 0 ? { ...extraction, warnings: [...warnings, ...extraction.warnings] } : extraction,
    );
  } catch (error) {
    return problemLine(line, error);
  }
}

function extract(task: ReadingTask, { explain, offsets }: LineOptions): Extraction {
  try {
    const { extraction } = read({ ...task, explain: explain === true });
    return offsets === 'codepoint' ? inCodePoints(extraction, extraction.text ?? task.text) : extraction;
  } catch (cause) {
    throw new DatelineError('extraction-failed', 'The analysis ended in an error.', { cause });
  }
}

function parse({ number, text }: Line): Record<string, unknown> {
  if (text === undefined) throw new DatelineError('malformed-line', `Line ${number} is too long.`);
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (cause) {
    throw new DatelineError('malformed-line', `Line ${number} is not valid JSON.`, { cause });
  }
  if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) return fields as Record<string, unknown>;
  throw new DatelineError('malformed-line', `Line ${number} is not a JSON object.`);
}

/** A null says nothing, like an absent field; a field that is not known is left out, with a warning. */
function toRequest(fields: Record<string, unknown>): { request: ExtractRequest; warnings: string[] } {
  const said = Object.entries(fields).filter(([, value]) => value !== null);
  const request = Object.fromEntries(said.filter(([name]) => known.includes(name)));
  const bad = check(request);
  if (bad.length > 0) throw invalid('malformed-line', bad);
  const strange = said.map(([name]) => name).filter((name) => !known.includes(name));
  return { request: request as ExtractRequest, warnings: strange.map(warnOf) };
}

function warnOf(name: string): string {
  const meant = nearest(name, known);
  return `The field "${name.slice(0, 100)}" is not known and was not read${meant ? `; did you mean "${meant}"?` : '.'}`;
}
