/** Features as 32-bit keys: cheaper than strings where a model looks at many pairs. */

/** Mixes two 32-bit keys into one (the finaliser of MurmurHash3). */
export const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ b;
  h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
  return h ^ (h >>> 13);
};

/** A count as one of eight classes. */
export const bucket = (n: number): number => (n < 4 ? n : n < 7 ? 4 : n < 12 ? 5 : n < 20 ? 6 : 7);
