/** Names come again and again; forgetting all beyond this many bounds the memory that hostile texts can claim. */
const MOST_NAMES = 20_000;
const LONGEST_KEPT = 100;

/** The same function of a name, which works out each answer once. */
export function remembered<T>(work: (name: string) => T): (name: string) => T {
  const kept = new Map<string, T>();
  return (name) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const answer = work(name);
    if (kept.size >= MOST_NAMES) kept.clear();
    if (name.length <= LONGEST_KEPT) kept.set(name, answer);
    return answer;
  };
}
