import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/data.ts';

/** The paragraphs of the sample briefs: ordinary news, the same on every machine. */
export function paragraphs(): string[] {
  const folder = join(packageRoot, 'data', 'en', 'samples');
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { title: string; text: string })
    .flatMap(({ title, text }) => [title, ...text.split('\n\n')]);
}

const months = 'January February March April May June July August September October November December'.split(' ');

/**
 * News of about `size` characters in many paragraphs. Each round through the samples names other people and other days,
 * so that what was seen once does not make the rest cheap.
 */
export function newsOf(size: number): string {
  const source = paragraphs();
  const pieces: string[] = [];
  for (let length = 0, i = 0; length < size; i++) {
    const round = Math.floor(i / source.length);
    const piece = source[i % source.length]!.replace(
      /\b(Macron|Lavrov|Tillerson|Comey|Merkel)\b/g,
      (name) => name + suffixOf(round),
    ).replace(
      /\b(January|April|May|June|July) (\d+)/g,
      (_, __, day) => `${months[round % 12]} ${1 + ((+day + round) % 28)}`,
    );
    pieces.push(piece);
    length += piece.length + 2;
  }
  return pieces.join('\n\n').slice(0, size);
}

const suffixOf = (round: number): string => ['', 'son', 'ov', 'escu', 'ini', 'berg', 'ard', 'el'][round % 8]!;
