import { hash } from '../learn/linear.ts';

/** Words a shingle has, and smallest hashes a fingerprint keeps. */
const SHINGLE = 5;
const SIZE = 32;
/** Hashes that two texts must share to count as copies: a Jaccard similarity of about a half. */
const COPY = 16;

/**
 * MinHash of a text over its runs of five words (Broder 1997; one permutation hashing after Li, Owen and Zhang 2012):
 * 32 numbers in base 36, of which two copies share most, whatever their length, headline and last paragraph.
 */
export function fingerprint(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{1,40}/gu) ?? [];
  const smallest = new Array<number>(SIZE).fill(-1);
  for (let i = 0; i + Math.min(SHINGLE, words.length) <= words.length && i < words.length; i++) {
    const value = hash(words.slice(i, i + SHINGLE).join(' ')) >>> 0;
    const bin = value % SIZE;
    const rest = Math.floor(value / SIZE);
    if (smallest[bin]! < 0 || rest < smallest[bin]!) smallest[bin] = rest;
  }
  return smallest.map((value) => (value < 0 ? '' : value.toString(36))).join('.');
}

/** Whether two fingerprints are of texts that are mostly the same. */
export function areCopies(a: string, b: string): boolean {
  if (a === b) return true;
  const [left, right] = [a.split('.'), b.split('.')];
  let both = 0;
  let used = 0;
  for (let i = 0; i < SIZE; i++) {
    if (left[i] === '' && right[i] === '') continue;
    used++;
    if (left[i] === right[i]) both++;
  }
  return both * SIZE >= COPY * used;
}

/**
 * Documents whose texts are copies, together: each joins the first that it is a copy of, so the order matters and belongs
 * to the caller. Only texts that share a hash are compared.
 */
export function groupCopies<T extends { readonly print: string }>(documents: readonly T[]): T[][] {
  const groups: T[][] = [];
  const exact = new Map<string, T[]>();
  const index = new Map<string, T[][]>();
  for (const document of documents) {
    const { print } = document;
    const keys = print.split('.').flatMap((value, bin) => (value === '' ? [] : [`${bin}.${value}`]));
    const near = new Set(keys.flatMap((key) => index.get(key) ?? []));
    const group = exact.get(print) ?? [...near].find(([first]) => areCopies(first!.print, print));
    if (group) {
      group.push(document);
      continue;
    }
    const own = [document];
    groups.push(own);
    exact.set(print, own);
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), own]);
  }
  return groups;
}
