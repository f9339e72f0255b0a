import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BEGIN, INSIDE, kinds, LABELS, LAST, labelOf, OUTSIDE, UNIT } from '../../src/names/labels.ts';
import { trimWord } from '../../src/names/trim.ts';
import { textStage } from '../../src/text/stage.ts';
import type { TextLayer } from '../../src/text/types.ts';

/** An annotated name; offsets are UTF-16 code units. */
interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly fine?: string;
}

export interface GoldDocument {
  readonly set: string;
  readonly id: string;
  readonly source: string;
  readonly text: TextLayer;
  /** For each token the bit set of labels that agree with the annotation. */
  readonly allowed: Uint32Array;
}

/** Any label: nothing is known of the token. */
export const ANYTHING = (1 << LABELS) - 1;

/** Reads a JSONL set; `countries` decides which places of sets without fine types are countries. */
export function readSet(folder: string, set: string, countries: ReadonlySet<string>): GoldDocument[] {
  return readFileSync(join(folder, 'entities', set), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { id, text, spans } = JSON.parse(line) as { id: string; text: string; spans: GoldSpan[] };
      const layer = textStage.apply({
        document: { id, text, timezone: 'UTC' },
        warnings: [],
      } as unknown as Parameters<typeof textStage.apply>[0]).text;
      return { set, id, source: text, text: layer, allowed: allow(layer, toUnits(text, spans), text, countries) };
    });
}

/** The fold of a document, by a hash of its id. */
export const foldOf = (id: string, folds: number): number =>
  createHash('sha256').update(id).digest().readUInt32LE(0) % folds;

/** Annotations count code points. */
function toUnits(text: string, spans: readonly GoldSpan[]): readonly GoldSpan[] {
  if (!/[\uD800-\uDBFF]/.test(text)) return spans;
  const units = [0];
  for (const character of text) units.push(units.at(-1)! + character.length);
  return spans.map((span) => ({ ...span, start: units[span.start]!, end: units[span.end]! }));
}

function allow(
  { tokens }: TextLayer,
  spans: readonly GoldSpan[],
  source: string,
  countries: ReadonlySet<string>,
): Uint32Array {
  const allowed = new Uint32Array(tokens.length).fill(1 << OUTSIDE);
  let first = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    while (first < tokens.length && tokens[first]!.end <= span.start) first++;
    let last = first;
    while (last < tokens.length && tokens[last]!.start < span.end) last++;
    if (last === first) continue;
    const final = tokens[last - 1]!;
    const fits = tokens[first]!.start === span.start && final.start + trimWord(final.text).length === span.end;
    const possible = kindsOf(span, source.slice(span.start, span.end), countries);
    for (let i = first; i < last; i++) {
      const position = last - first === 1 ? UNIT : i === first ? BEGIN : i === last - 1 ? LAST : INSIDE;
      allowed[i] = fits ? possible.reduce((set, kind) => set | (1 << labelOf(kind, position)), 0) : ANYTHING;
    }
    first = last;
  }
  return allowed;
}

const kindIndex = (name: string): number => kinds.indexOf(name as (typeof kinds)[number]);

/** The kinds an annotation may stand for: one where it is fine, else all those of its coarse type. */
function kindsOf({ type, fine }: GoldSpan, name: string, countries: ReadonlySet<string>): number[] {
  if (fine !== undefined) return [kindIndex(fine)];
  if (type === 'PER') return [kindIndex('person')];
  if (type === 'ORG') return [kindIndex('organisation')];
  if (type === 'LOC') return [kindIndex(countries.has(name.toLowerCase()) ? 'country' : 'place')];
  return [kindIndex('people'), kindIndex('misc')];
}

/** Every name that a finely annotated set calls a country. */
export function countryNames(folder: string, set: string): Set<string> {
  const names = new Set<string>();
  for (const line of readFileSync(join(folder, 'entities', set), 'utf8')
    .trim()
    .split('\n')) {
    const { text, spans } = JSON.parse(line) as { text: string; spans: GoldSpan[] };
    for (const { start, end, fine } of toUnits(text, spans)) {
      if (fine === 'country') names.add(text.slice(start, end).toLowerCase());
    }
  }
  return names;
}
