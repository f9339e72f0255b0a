const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

/**
 * The same value with every `start` and `end` counted in code points of `text` instead of UTF-16 code units: for readers
 * in languages whose strings are made of code points. Linear in the text and the value.
 */
export function inCodePoints<T>(value: T, text: string): T {
  return ASTRAL.test(text) ? (recount(value, countsOf(text)) as T) : value;
}

/** For each code unit, how many code points begin before it. */
function countsOf(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    counts[at] = count;
    const low = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    const afterHigh = at > 0 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
    if (low && afterHigh) counts[at] = count - 1;
    else count++;
  }
  counts[text.length] = count;
  return counts;
}

function recount(value: unknown, counts: Uint32Array): unknown {
  if (Array.isArray(value)) return value.map((item) => recount(item, counts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      (name === 'start' || name === 'end') && typeof field === 'number' ? counts[field] : recount(field, counts),
    ]),
  );
}
