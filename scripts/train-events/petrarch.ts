import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dictionary } from '../../src/events/dictionary.ts';
import { nounClasses } from '../../src/events/words.ts';

type Lists = Record<string, string>;
interface Block {
  readonly verbs: Record<string, Set<string>>;
  readonly objects: Record<string, Set<string>>;
}

/**
 * Distils the verb dictionary of PETRARCH (MIT): its blocks of verbs used alike, with the PLOVER category of each verb and
 * of each object, particle or preposition with its noun that gives the verb another one. Patterns of more words, of
 * subjects and of passives are left out.
 */
export function writeDictionary(shared: string, file: string): void {
  const { map } = JSON.parse(readFileSync(join(shared, 'eval', 'events', 'data', 'cameo2plover.json'), 'utf8')) as {
    map: Record<string, { plover: string }>;
  };
  const categoryOf = (code: string): string | undefined =>
    (map[code] ?? map[code.slice(0, 3)] ?? map[code.slice(0, 2)])?.plover ?? OUTSIDE[code.slice(0, 2)];
  const sets: Record<string, Set<string>> = {};
  const blocks: Block[] = [];
  let own = '';
  let set: Set<string> | undefined;
  for (const raw of readFileSync(join(shared, 'facts', 'petrarch', 'CAMEO.2.0.txt'), 'latin1').split('\n')) {
    const line = raw.split('#')[0]!.trimEnd();
    const heading = /^--- .*\[(\d*)/.exec(line);
    if (heading) {
      own = heading[1]!;
      set = undefined;
      blocks.push({ verbs: {}, objects: {} });
    } else if (line.startsWith('&')) {
      set = new Set();
      sets[line.slice(1).toLowerCase()] = set;
    } else if (line.startsWith('+') && set) set.add(nounOf(line.slice(1)));
    else readEntry(line, own, blocks.at(-1), categoryOf);
  }
  const dictionary: Dictionary = {
    sets: lists(sets),
    blocks: blocks.map(({ verbs, objects }) => ({ verbs: lists(verbs), objects: lists(objects) })),
  };
  writeFileSync(file, `${JSON.stringify(dictionary)}\n`);
}

/** CAMEO's statements and appeals, which PLOVER does not code: what they are among our types. */
const OUTSIDE: Readonly<Record<string, string>> = { '01': 'STATEMENT', '02': 'REQUEST' };

function readEntry(
  line: string,
  own: string,
  block: Block | undefined,
  categoryOf: (code: string) => string | undefined,
): void {
  const pattern = /^- \* (.+?)\s+\[(\d+)/.exec(line);
  const verb = /^\+?([A-Z][A-Z_-]*)\s*(?:\{[^}]*\}\s*)?(?:\[(\d+|---)[^\]]*\])?\s*$/.exec(line);
  if (pattern) add(block?.objects, categoryOf(pattern[2]!), objectOf(pattern[1]!));
  else if (verb) add(block?.verbs, categoryOf(verb[2] ?? own) ?? NONE, wordOf(verb[1]!));
}
/** Verbs whose objects alone tell the category. */
const NONE = '-';

function add(
  lists: Record<string, Set<string>> | undefined,
  category: string | undefined,
  word: string | undefined,
): void {
  if (lists === undefined || category === undefined || !word) return;
  if (Object.values(lists).some((known) => known.has(word))) return;
  lists[category] ??= new Set();
  lists[category].add(word);
}

/** "PLEDGE" → pledge, "{FULL SUPPORT}" → support, "(FOR RELEASE)" → for_release, "DOWN (FROM)" → +down, "&WEAPON" → &weapon. */
function objectOf(pattern: string): string | undefined {
  const governed = /^\(([A-Z]+)(?: (.+))?\)$/.exec(pattern);
  if (governed) {
    const [, preposition, phrase] = governed;
    return phrase === undefined ? `+${preposition!.toLowerCase()}` : joined(preposition!, nounOf(phrase));
  }
  const particle = /^(UP|DOWN|OUT|OFF|IN|ON|OVER|BACK|AWAY|ASIDE|AGAINST|FOR|WITH)(?: \(.*\))?$/.exec(pattern);
  if (particle) return `+${particle[1]!.toLowerCase()}`;
  return /[()*]/.test(pattern) ? undefined : nounOf(pattern);
}

const joined = (preposition: string, noun: string): string | undefined =>
  noun === '' ? undefined : `${preposition.toLowerCase()}_${noun}`;

/** The singular of the last word of a phrase; a set of words by its name. */
function nounOf(phrase: string): string {
  const last = phrase.replaceAll(/[{}]/g, '').trim().replace(/_$/, '').split(/[ _]/).at(-1)!.toLowerCase();
  for (const singular of [last.replace(/ies$/, 'y'), last.replace(/es$/, ''), last.replace(/s$/, '')])
    if (singular !== last && nounClasses.has(singular)) return singular;
  return /^&?[a-z]+$/.test(last) ? last : '';
}

const wordOf = (verb: string): string => {
  const word = verb.replace(/_$/, '').toLowerCase();
  return /^[a-z]+$/.test(word) ? word : '';
};

const lists = (found: Record<string, ReadonlySet<string>>): Lists =>
  Object.fromEntries(
    Object.entries(found)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, words]) => [
        name,
        [...words]
          .filter((word) => word !== '')
          .sort()
          .join(' '),
      ]),
  );
