import type { Line } from '../streams/lines.ts';
import { answerLine, type LineOptions } from './extract-line.ts';

/** What each worker of `dateline extract` runs: lines in, lines out, so that the main thread only passes them on. */
export default ({ line, options }: { line: Line; options: LineOptions }): string => answerLine(line, options);
