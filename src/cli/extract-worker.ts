import type { Line } from '../streams/lines.ts';
import { timed } from '../timed-task.ts';
import { answerLine, type LineOptions } from './extract-line.ts';

/** What each worker of `dateline extract` runs: lines in, lines out, so that the main thread only passes them on. */
export default timed(({ line, options }: { line: Line; options: LineOptions }): string => answerLine(line, options));
