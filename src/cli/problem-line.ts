import { toProblem } from '../errors.ts';
import type { Line } from '../streams/lines.ts';

export const toLine = (value: object): string => `${JSON.stringify(value)}\n`;

/** What stands in the place of an extraction: which line it is, and what is wrong with it. */
export function problemLine({ number, text }: Line, error: unknown): string {
  const id = idOf(text);
  return toLine({ ...(id !== undefined && { id }), line: number, error: toProblem(error) });
}

function idOf(text: string | undefined): string | undefined {
  try {
    const { id } = JSON.parse(text ?? '');
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
