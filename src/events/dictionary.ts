import { readData } from '../data.ts';

/**
 * `data/en/events/dictionary.json`: blocks of verbs used alike, with the PLOVER category of each ("-": its object tells),
 * and of what stands after any of them: a noun ("pledge"), a preposition and a noun ("for_release"), a particle ("+down"),
 * one of a set of nouns ("&weapon").
 */
export interface Dictionary {
  readonly sets: Readonly<Record<string, string>>;
  readonly blocks: readonly {
    readonly verbs: Readonly<Record<string, string>>;
    readonly objects: Readonly<Record<string, string>>;
  }[];
}

interface Entry {
  readonly category: string | undefined;
  readonly objects: ReadonlyMap<string, string>;
}

const verbs: ReadonlyMap<string, Entry[]> = expand(readData<Dictionary>('en/events/dictionary.json'));

function expand({ sets, blocks }: Dictionary): Map<string, Entry[]> {
  const members = (word: string): string[] => {
    const [before, name] = word.split('&');
    return name === undefined ? [word] : (sets[name] ?? '').split(' ').map((noun) => before + noun);
  };
  const found = new Map<string, Entry[]>();
  for (const { verbs, objects } of blocks) {
    const after = new Map(
      Object.entries(objects).flatMap(([category, words]) =>
        words.split(' ').flatMap((word) => members(word).map((each) => [each, category] as const)),
      ),
    );
    for (const [name, words] of Object.entries(verbs)) {
      const entry = { category: name === '-' ? undefined : name, objects: after };
      for (const verb of words.split(' ')) found.set(verb, [...(found.get(verb) ?? []), entry]);
    }
  }
  return found;
}

export const isVerbOfDictionary = (lemma: string): boolean => verbs.has(lemma);

/** The PLOVER category of a verb by itself, as the dictionary of PETRARCH has it. */
export const categoryOf = (verb: string): string | undefined =>
  verbs.get(verb)?.find(({ category }) => category !== undefined)?.category;

/** The PLOVER category of a verb with what stands after it. */
export function categoryWith(verb: string, after: string): string | undefined {
  for (const { objects } of verbs.get(verb) ?? []) {
    const category = objects.get(after);
    if (category !== undefined) return category;
  }
  return undefined;
}
