import type { TextLayer } from '../text/types.ts';
import { addJointFeatures, readDocument } from './features.ts';
import { type Kind, kindOf, kinds, LABELS, OUTSIDE } from './labels.ts';
import { LANES, type Model, readLanes } from './model.ts';
import { decode, spreadOf } from './viterbi.ts';
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
  readonly #spread: number;
  readonly words: Words;
  #lanes = new Int32Array(64 * LANES);
  #emissions = new Int32Array(64 * LABELS);
  #labels = new Uint8Array(64);

  constructor(model: Model, words: Words) {
    this.#model = model;
    this.#spread = spreadOf(model.transitions);
    this.words = words;
  }

  tag(text: TextLayer): NameSpan[] {
    const reading = readDocument(text, this.words);
    const { words, context } = reading;
    const names: NameSpan[] = [];
    const model = this.#model;
    /** What stands beside each token, where another place of its word asks for it. */
    const neighbours = new Map<number, Int32Array>();
    let lanes = this.#lanes;
    let at = 0;
    const add = (feature: number) => model.add(feature, lanes, at);
    const visit = (token: number) => {
      let sums = neighbours.get(token);
      if (sums === undefined) {
        const fresh = new Int32Array(LANES);
        context?.addNeighbours(token, (feature) => model.add(feature, fresh, 0));
        neighbours.set(token, fresh);
        sums = fresh;
      }
      addLanes(sums, 0, lanes, at);
    };
    for (let s = 0; s < reading.segments.length; s += 2) {
      const first = reading.segments[s]!;
      const last = reading.segments[s + 1]!;
      const length = last - first;
      this.#reserve(length);
      lanes = this.#lanes;
      lanes.fill(0, 0, length * LANES);
      const { firstToken, lastToken } = reading.sentenceOf(first);
      for (let i = first; i < last; i++) {
        at = (i - first) * LANES;
        this.#addWord(words[i]!, 0, at);
        if (i > firstToken) this.#addWord(words[i - 1]!, 1, at);
        if (i + 1 < lastToken) this.#addWord(words[i + 1]!, 2, at);
        if (i - 1 > firstToken) this.#addWord(words[i - 2]!, 3, at);
        if (i + 2 < lastToken) this.#addWord(words[i + 2]!, 4, at);
        addJointFeatures(reading, i, add, visit);
        readLanes(lanes, at, this.#emissions, (i - first) * LABELS);
      }
      decode(this.#emissions, model.transitions, length, this.#labels, this.#spread);
      readNames(this.#labels, length, first, names);
    }
    return names;
  }

  #reserve(length: number): void {
    if (this.#labels.length >= length) return;
    this.#labels = new Uint8Array(2 * length);
    this.#lanes = new Int32Array(2 * length * LANES);
    this.#emissions = new Int32Array(2 * length * LABELS);
  }

  #addWord(word: Word, role: Role, at: number): void {
    const from = role * LANES;
    if ((word.summed & (1 << role)) === 0) {
      for (const feature of word.features[role]!) this.#model.add(feature, word.sums, from);
      word.summed |= 1 << role;
    }
    addLanes(word.sums, from, this.#lanes, at);
  }
}

function addLanes(sums: Int32Array, from: number, lanes: Int32Array, at: number): void {
  for (let lane = 0; lane < LANES; lane++) lanes[at + lane]! += sums[from + lane]!;
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
