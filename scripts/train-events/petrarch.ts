import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Distils the verb dictionary of PETRARCH (MIT) to `{ CATEGORY: "verb verb object …" }`: the PLOVER category of each
 * verb, and of each verb with the object a pattern names.
 */
export function writeCategories(shared: string, file: string): void {
  const { map } = JSON.parse(readFileSync(join(shared, 'eval', 'events', 'data', 'cameo2plover.json'), 'utf8')) as {
    map: Record<string, { plover: string }>;
  };
  const categoryOf = (code: string): string | undefined =>
    (map[code] ?? map[code.slice(0, 3)] ?? map[code.slice(0, 2)])?.plover;
  const found: Record<string, Set<string>> = {};
  const add = (category: string | undefined, entry: string): void => {
    if (category === undefined || !/^[a-z]+( [a-z]+)?$/.test(entry)) return;
    found[category] ??= new Set();
    found[category].add(entry);
  };
  let code = '';
  for (const line of readFileSync(join(shared, 'facts', 'petrarch', 'CAMEO.2.0.txt'), 'latin1').split('\n')) {
    const block = /^--- .*\[(\d+|---)\]/.exec(line);
    if (block) code = block[1]!;
    const pattern = /^- \* \{?([A-Z_]+(?: [A-Z_]+)*)\}?\s+\[(\d+)\]\s+# ([A-Z]+)/.exec(line);
    if (pattern)
      add(categoryOf(pattern[2]!), `${pattern[3]} ${pattern[1]!.split(' ').at(-1)}`.toLowerCase().replaceAll('_', ''));
    const verb = /^([A-Z]+)\s*(?:\{[^}]*\}\s*)?(?:\[(\d+)\])?\s*(?:#.*)?$/.exec(line);
    if (verb) add(categoryOf(verb[2] ?? code), verb[1]!.toLowerCase());
    if (line.startsWith('&')) code = '';
  }
  const sorted = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(sorted.map(([k, v]) => [k, [...v].sort().join(',')])))}\n`);
}
