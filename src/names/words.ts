import { readData } from '../data.ts';
import type { Form } from '../text/types.ts';
import { type Clusters, readClusters } from './clusters.ts';
import { hashText } from './hash.ts';
import { hashWord, type ListedWord, type PhraseLists, readLists } from './lists.ts';
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
  readonly owner: object;
  readonly text: string;
  readonly lower: string;
  readonly part: number;
  readonly shape: number;
  readonly cluster: number;
  readonly group: number;
  readonly letters: Letters;
  /** The beginning of what the tagger keeps of it; 0 for none yet. */
  row: number;
  /** Features of this word in each role, as 32-bit hashes, once somebody has asked for them. */
  readonly features: (Uint32Array | undefined)[];
}

/** What capitals and small letters share: where the document that is being read has the word. */
export interface Letters {
  /** Number of the document; the rest holds for no other. */
  document: number;
  small: boolean;
  /** Where it stands with a capital, not at the start of a sentence. */
  readonly at: number[];
  /** For the tagger: sums of what stands beside it at all these places together, then at each of them. */
  sums: Int32Array | undefined;
}

/** Forgetting all words beyond this many bounds the memory that hostile texts can claim. */
const MOST_WORDS = 100_000;
/** Longer tokens are no words: read as their beginning. */
const LONGEST_WORD = 40;
/** Roles of a word. */
export const ROLES = 5;

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
  #letters = new Map<string, Letters>();
  #owner = {};

  constructor({ lists = readLists(), clusters = readClusters(), document = true }: Partial<Sources> = {}) {
    this.lists = lists;
    this.#clusters = clusters;
    this.document = document;
  }

  /** Changes when all words are forgotten, which happens between documents only. */
  get owner(): object {
    return this.#owner;
  }

  startDocument(): void {
    if (this.#words.size < MOST_WORDS) return;
    this.#words = new Map();
    this.#letters = new Map();
    this.#owner = {};
  }

  of(form: Form): Word {
    if (form.word?.owner === this.#owner) return form.word as Word;
    const word = this.spelled(form.text);
    form.word = word;
    return word;
  }

  /** The word of a text that is no token's. */
  spelled(text: string): Word {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const word = this.#describe(trimWord(text.length > LONGEST_WORD ? text.slice(0, LONGEST_WORD) : text));
    this.#words.set(text, word);
    return word;
  }

  #describe(text: string): Word {
    const lower = text.toLowerCase();
    const packed = this.#clusters.of(lower);
    const part = partOf(text, lower);
    return {
      owner: this.#owner,
      text,
      lower,
      part,
      capital: (part & CAPITAL) !== 0 || /^\p{N}/u.test(text),
      listed: this.lists.bitsOf(lower),
      longest: this.lists.longestFrom(lower),
      hash: hashWord(lower),
      shape: hashText(1, shortShape(shapeOf(text))),
      cluster: packed & 0xffff,
      group: packed >>> 16,
      letters: this.#lettersOf(lower),
      row: 0,
      features: [undefined, undefined, undefined, undefined, undefined],
    };
  }

  #lettersOf(lower: string): Letters {
    let letters = this.#letters.get(lower);
    if (letters === undefined) {
      letters = { document: 0, small: false, at: [], sums: undefined };
      this.#letters.set(lower, letters);
    }
    return letters;
  }
}

/** The features of a word in a role, from its text alone. */
export function featuresOf(word: Word, role: Role): Uint32Array {
  word.features[role] ??= Uint32Array.from(
    role === 0 ? ownFeatures(word) : role < 3 ? near(word, role) : far(word, role),
  );
  return word.features[role];
}

function ownFeatures({ text, lower, cluster, group, listed, shape }: Word): number[] {
  const long = shapeOf(text);
  return [
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
    hashText(7, `${group} ${shortShape(long)}`),
    ...listFeatures(8, listed),
  ];
}

function near({ text, lower, cluster, group, listed }: Word, role: number): number[] {
  const seed = 10 + 10 * role;
  const short = shortShape(shapeOf(text));
  return [
    hashText(seed, lower),
    hashText(seed + 1, short),
    hashText(seed + 2, lower.slice(-3)),
    hashText(seed + 3, `${cluster}`),
    hashText(seed + 4, `${group} ${short}`),
    ...listFeatures(seed + 5, listed),
  ];
}

function far({ text, lower, cluster, group, listed }: Word, role: number): number[] {
  const seed = 10 + 10 * role;
  return [
    hashText(seed, lower),
    hashText(seed + 1, `${group} ${shortShape(shapeOf(text))}`),
    hashText(seed + 2, `${cluster}`),
    ...listFeatures(seed + 3, listed),
  ];
}

function listFeatures(seed: number, bits: number): number[] {
  const features: number[] = [];
  for (let bit = 0; bits >>> bit !== 0; bit++) if ((bits >>> bit) & 1) features.push(hashText(seed, `list ${bit}`));
  return features;
}

/** "Xxx-dd" → "Xx-d" */
const shortShape = (long: string): string => long.replace(/(.)\1+/g, '$1');

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
