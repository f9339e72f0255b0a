import type { TextLayer } from '../text/types.ts';
import type { DocumentContext } from './context.ts';
import { hasOtherPlaces, jointFeatures, MOST_FEATURES, type Reading, readDocument, sentenceOf } from './features.ts';
import { type Kind, kindOf, kinds, LABELS, OUTSIDE } from './labels.ts';
import { LANES, type Model, readLanes } from './model.ts';
import { decode, spreadOf } from './viterbi.ts';
import { featuresOf, ROLES, type Role, type Word, type Words } from './words.ts';

/** A name as a range of tokens, `lastToken` exclusive. */
export interface NameSpan {
  readonly firstToken: number;
  readonly lastToken: number;
  readonly kind: Kind;
}

/** What is kept of a word: for each role whether it is summed, and the sums of the weights of its features. */
const ROW = ROLES * (LANES + 1);

/** Finds the names of a document with a linear sequence model; exact inference, linear in the document. */
export class Tagger {
  readonly #model: Model;
  readonly #spread: number;
  readonly words: Words;
  /** Rows of words, the first of which stays empty. */
  #rows = new Int32Array(ROW << 12);
  #used = ROW;
  #owner: object | undefined;
  #lanes = new Int32Array(64 * LANES);
  #emissions = new Int32Array(64 * LABELS);
  #labels = new Uint8Array(64);
  readonly #features = new Uint32Array(MOST_FEATURES);

  constructor(model: Model, words: Words) {
    this.#model = model;
    this.#spread = spreadOf(model.transitions);
    this.words = words;
  }

  read(text: TextLayer): Reading {
    return readDocument(text, this.words);
  }

  tag(reading: Reading): NameSpan[] {
    if (this.#owner !== this.words.owner) this.#forget();
    const { segments } = reading;
    const names: NameSpan[] = [];
    for (let s = 0; s < segments.length; s += 2) {
      const first = segments[s]!;
      const length = segments[s + 1]! - first;
      this.#reserve(length);
      this.#score(reading, first, length);
      decode(this.#emissions, this.#model.transitions, length, this.#labels, this.#spread);
      readNames(this.#labels, length, first, names);
    }
    return names;
  }

  /** The emissions of the tokens of a segment. */
  #score(reading: Reading, first: number, length: number): void {
    const { words } = reading;
    const sentence = sentenceOf(reading, first);
    const { firstToken, lastToken } = sentence;
    const features = this.#features;
    const lanes = this.#lanes;
    for (let i = first; i < first + length; i++) {
      const at = (i - first) * LANES;
      const own = this.#rowOf(words[i]!, 0);
      const before = i > firstToken ? this.#rowOf(words[i - 1]!, 1) : 0;
      const after = i + 1 < lastToken ? this.#rowOf(words[i + 1]!, 2) : 0;
      const second = i - 1 > firstToken ? this.#rowOf(words[i - 2]!, 3) : 0;
      const next = i + 2 < lastToken ? this.#rowOf(words[i + 2]!, 4) : 0;
      const rows = this.#rows;
      for (let lane = 0; lane < LANES; lane++) {
        lanes[at + lane] =
          rows[own + lane]! + rows[before + lane]! + rows[after + lane]! + rows[second + lane]! + rows[next + lane]!;
      }
      this.#model.add(features, jointFeatures(reading, sentence, i, features), lanes, at);
      if (hasOtherPlaces(reading, i)) this.#addOtherPlaces(reading, i, at);
      readLanes(lanes, at, this.#emissions, (i - first) * LABELS);
    }
  }

  /** Adds what stands beside the other places of the word at token `i`: what stands beside all of them, less its own. */
  #addOtherPlaces({ words, context }: Reading, i: number, at: number): void {
    const { letters } = words[i]!;
    letters.sums ??= this.#sumPlaces(letters.at, context);
    const { sums } = letters;
    const lanes = this.#lanes;
    for (let lane = 0; lane < LANES; lane++) lanes[at + lane]! += sums[lane]!;
    const own = (letters.at.indexOf(i) + 1) * LANES;
    if (own > 0) for (let lane = 0; lane < LANES; lane++) lanes[at + lane]! -= sums[own + lane]!;
  }

  #sumPlaces(places: readonly number[], context: DocumentContext): Int32Array {
    const sums = new Int32Array((places.length + 1) * LANES);
    for (let k = 0, from = LANES; k < places.length; k++, from += LANES) {
      this.#model.add(this.#features, context.addNeighbours(places[k]!, this.#features), sums, from);
      for (let lane = 0; lane < LANES; lane++) sums[lane]! += sums[from + lane]!;
    }
    return sums;
  }

  /** Where the sums of a word in a role begin. */
  #rowOf(word: Word, role: Role): number {
    if (word.row === 0) word.row = this.#nextRow();
    const mark = word.row + role;
    const from = word.row + ROLES + role * LANES;
    if (this.#rows[mark] === 0) {
      const features = featuresOf(word, role);
      this.#model.add(features, features.length, this.#rows, from);
      this.#rows[mark] = 1;
    }
    return from;
  }

  #nextRow(): number {
    const row = this.#used;
    this.#used += ROW;
    if (this.#used > this.#rows.length) {
      const larger = new Int32Array(2 * this.#rows.length);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    return row;
  }

  /** Nobody asks again for words that were forgotten. */
  #forget(): void {
    this.#owner = this.words.owner;
    this.#rows = new Int32Array(ROW << 12);
    this.#used = ROW;
  }

  #reserve(length: number): void {
    if (this.#labels.length >= length) return;
    this.#labels = new Uint8Array(2 * length);
    this.#lanes = new Int32Array(2 * length * LANES);
    this.#emissions = new Int32Array(2 * length * LABELS);
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
