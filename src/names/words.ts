import { readData } from '../data.ts';
import { type Clusters, readClusters } from './clusters.ts';
import { hashText } from './hash.ts';
import { type ListedWord, type PhraseLists, readLists } from './lists.ts';
import { LANES } from './model.ts';
import { trimWord } from './trim.ts';

/** How a token may take part in a name. */
export const NEVER = 0;
/** Written with a capital. */
export const CAPITAL = 1;
/** Lower case, a mark or a number, part of a name only beside a capital. */
export const INNER = 2;
export const LEADING = 4;
export const TRAILING = 8;
/** A function word: no name on its own, though written with a capital where it opens a sentence. */
export const OPENER = 16;

/** Where a word stands, seen from the token in question: at it, before, after, two before, two after. */
export type Role = 0 | 1 | 2 | 3 | 4;

/** What the tagger knows of a token from its text alone; worked out once for each distinct text. */
export interface Word extends ListedWord {
  readonly lower: string;
  readonly part: number;
  readonly hash: number;
  readonly shape: number;
  readonly cluster: number;
  readonly group: number;
  /** Features of this word in each role, as 32-bit hashes. */
  readonly features: readonly Uint32Array[];
  /** Sums of the features' weights, role after role, and which roles the tagger has filled: it does when first needed. */
  readonly sums: Int32Array;
  summed: number;
}

/** Forgetting all words beyond this many bounds the memory that hostile texts can claim. */
const MOST_WORDS = 100_000;
/** Longer tokens are no words: read as their beginning. */
const LONGEST_WORD = 40;

const particles = readData<Record<'inner' | 'leading' | 'trailing' | 'openers', string[]>>('en/names/particles.json');
const inner = new Set(particles.inner);
const leading = new Set(particles.leading);
const trailing = new Set(particles.trailing);
const openers = new Set(particles.openers);

/** What the tagger knows beside the letters of a word; to leave some of it out shows what it is worth. */
export interface Sources {
  readonly lists: PhraseLists;
  readonly clusters: Clusters;
  /** Whether other places of a word in the document count. */
  readonly document: boolean;
}

/** Texts → words, with what the lists and clusters know of them. */
export class Words {
  readonly lists: PhraseLists;
  readonly document: boolean;
  readonly #clusters: Clusters;
  #words = new Map<string, Word>();

  constructor({ lists = readLists(), clusters = readClusters(), document = true }: Partial<Sources> = {}) {
    this.lists = lists;
    this.#clusters = clusters;
    this.document = document;
  }

  of(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    if (this.#words.size >= MOST_WORDS) this.#words = new Map();
    const word = this.#describe(trimWord(text.length > LONGEST_WORD ? text.slice(0, LONGEST_WORD) : text));
    this.#words.set(text, word);
    return word;
  }

  #describe(text: string): Word {
    const lower = text.toLowerCase();
    const packed = this.#clusters.of(lower);
    const cluster = packed & 0xffff;
    const group = packed >>> 16;
    const long = shapeOf(text);
    const short = long.replace(/(.)\1+/g, '$1');
    const listed = this.lists.bitsOf(lower);
    const shape = hashText(1, short);
    const own = [
      hashText(2, lower),
      hashText(3, long),
      shape,
      hashText(4, `${lower.slice(0, 2)}`),
      hashText(4, `${lower.slice(0, 3)}`),
      hashText(4, `${lower.slice(0, 4)}`),
      hashText(5, `${lower.slice(-1)}`),
      hashText(5, `${lower.slice(-2)}`),
      hashText(5, `${lower.slice(-3)}`),
      hashText(5, `${lower.slice(-4)}`),
      hashText(6, `${cluster}`),
      hashText(7, `${group} ${short}`),
      ...listFeatures(8, listed),
    ];
    const near = (seed: number) => [
      hashText(seed, lower),
      hashText(seed + 1, short),
      hashText(seed + 2, lower.slice(-3)),
      hashText(seed + 3, `${cluster}`),
      hashText(seed + 4, `${group} ${short}`),
      ...listFeatures(seed + 5, listed),
    ];
    const far = (seed: number) => [
      hashText(seed, lower),
      hashText(seed + 1, `${group} ${short}`),
      hashText(seed + 2, `${cluster}`),
      ...listFeatures(seed + 3, listed),
    ];
    const features = [own, near(20), near(30), far(40), far(50)];
    const part = partOf(text, lower);
    return {
      lower,
      part,
      capital: (part & CAPITAL) !== 0 || /^\p{N}/u.test(text),
      listed,
      longest: this.lists.longestFrom(lower),
      hash: hashText(9, lower),
      shape,
      cluster,
      group,
      features: features.map((of) => Uint32Array.from(of)),
      sums: new Int32Array(features.length * LANES),
      summed: 0,
    };
  }
}

function listFeatures(seed: number, bits: number): number[] {
  const features: number[] = [];
  for (let bit = 0; bits >>> bit !== 0; bit++) if ((bits >>> bit) & 1) features.push(hashText(seed, `list ${bit}`));
  return features;
}

/** "Mir-24" → "Xxx-dd": the classes of its characters, at most twelve of them. */
function shapeOf(text: string): string {
  return text
    .slice(0, 12)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, 'd')
    .replace(/[^Xxd.'’&-]/g, '_');
}

function partOf(text: string, lower: string): number {
  if (/\p{Lu}/u.test(text) || (/^\p{Lo}/u.test(text) && text !== lower))
    return CAPITAL | (openers.has(lower) ? OPENER : 0);
  let part = NEVER;
  if (inner.has(lower)) part |= INNER;
  if (leading.has(lower)) part |= LEADING;
  if (trailing.has(lower) || /^\d{1,4}$/.test(text)) part |= TRAILING | INNER;
  return part;
}
