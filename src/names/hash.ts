/** 32-bit FNV-1a over UTF-16 code units, started from `seed` so that templates do not collide. */
export function hashText(seed: number, text: string): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** Joins two hashes under a template's number; not symmetric. */
export function hashPair(seed: number, a: number, b: number): number {
  return mix((Math.imul(a, 0x85ebca6b) + Math.imul(b, 0xc2b2ae35)) ^ Math.imul(seed, 0x9e3779b1));
}

/** Final avalanche of MurmurHash3; the result is an unsigned 32-bit integer. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
