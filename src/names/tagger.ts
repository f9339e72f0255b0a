import type { TextLayer } from '../text/types.ts';
import { addJointFeatures, readDocument } from './features.ts';
import { type Kind, kindOf, kinds, LABELS, OUTSIDE } from './labels.ts';
import type { Model } from './model.ts';
import { decode } from './viterbi.ts';
import type { Role, Word, Words } from './words.ts';

/** A name as a range of tokens, `lastToken` exclusive. */
export interface NameSpan {
  readonly firstToken: number;
  readonly lastToken: number;
  readonly kind: Kind;
}

/** Finds the names of a document with a linear sequence model; exact inference, linear in the document. */
export class Tagger {
  readonly #model: Model;
  readonly words: Words;
  #emissions = new Int32Array(64 * LABELS);
  #labels = new Uint8Array(64);

  constructor(model: Model, words: Words) {
    this.#model = model;
    this.words = words;
  }

  tag(text: TextLayer): NameSpan[] {
    const reading = readDocument(text, this.words);
    const names: NameSpan[] = [];
    const model = this.#model;
    const { rows } = model;
    const { words } = reading;
    let target = 0;
    let emissions = this.#emissions;
    const add = (feature: number): void => {
      const row = model.rowOf(feature);
      if (row < 0) return;
      for (let label = 0; label < LABELS; label++) emissions[target + label]! += rows[row + label]!;
    };
    for (let s = 0; s < reading.segments.length; s += 2) {
      const first = reading.segments[s]!;
      const last = reading.segments[s + 1]!;
      const length = last - first;
      if (this.#labels.length < length) {
        this.#labels = new Uint8Array(2 * length);
        this.#emissions = new Int32Array(2 * length * LABELS);
      }
      this.#emissions.fill(0, 0, length * LABELS);
      const { firstToken, lastToken } = reading.sentenceOf(first);
      emissions = this.#emissions;
      for (let i = first; i < last; i++) {
        const at = (i - first) * LABELS;
        this.#add(words[i]!, 0, at);
        if (i > firstToken) this.#add(words[i - 1]!, 1, at);
        if (i + 1 < lastToken) this.#add(words[i + 1]!, 2, at);
        if (i - 1 > firstToken) this.#add(words[i - 2]!, 3, at);
        if (i + 2 < lastToken) this.#add(words[i + 2]!, 4, at);
        target = at;
        addJointFeatures(reading, i, add);
      }
      decode(this.#emissions, this.#model.transitions, length, this.#labels);
      readNames(this.#labels, length, first, names);
    }
    return names;
  }

  #add(word: Word, role: Role, at: number): void {
    let sums = word.sums[role];
    if (sums === undefined) {
      sums = new Int32Array(LABELS);
      for (const feature of word.features[role]!) {
        const row = this.#model.rowOf(feature);
        if (row < 0) continue;
        for (let label = 0; label < LABELS; label++) sums[label]! += this.#model.rows[row + label]!;
      }
      word.sums[role] = sums;
    }
    for (let label = 0; label < LABELS; label++) this.#emissions[at + label]! += sums[label]!;
  }
}

/** The names that a well-formed label sequence spells. */
function readNames(labels: Uint8Array, length: number, offset: number, names: NameSpan[]): void {
  let start = 0;
  for (let i = 0; i < length; i++) {
    const label = labels[i]!;
    if (label === OUTSIDE) continue;
    const position = (label - 1) & 3;
    if (position === 0 || position === 3) start = i;
    if (position >= 2)
      names.push({ firstToken: offset + start, lastToken: offset + i + 1, kind: kinds[kindOf(label)]! });
  }
}
