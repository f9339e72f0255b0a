import { readData } from '../data.ts';
import { NO_CLUSTER, readClusters } from '../names/clusters.ts';

interface WordClasses {
  readonly nouns: Readonly<Record<string, string>>;
  readonly verbs: Readonly<Record<string, string>>;
}

const table = (classes: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(classes).flatMap(([name, lemmas]) => lemmas.split(' ').map((lemma) => [lemma, name] as const)),
  );
const classes = readData<WordClasses>('en/events/wordnet.json');
const lists =
  readData<Readonly<Record<'light' | 'aspect' | 'never' | 'reporting', readonly string[]>>>(
    'en/events/lightverbs.json',
  );

/** The WordNet class of a lemma's most frequent sense: "act", "event", …; undefined for a thing or an unknown word. */
export const nounClasses: ReadonlyMap<string, string> = table(classes.nouns);
export const verbClasses: ReadonlyMap<string, string> = table(classes.verbs);
/** Verbs that carry the tense of an event noun: "hold talks". */
export const lightVerbs: ReadonlySet<string> = new Set(lists.light);
/** Verbs that say how far an event has come, not what it is. */
export const aspectVerbs: ReadonlySet<string> = new Set(lists.aspect);
/** Auxiliaries, which are never triggers. */
export const auxiliaries: ReadonlySet<string> = new Set(lists.never);
export const reportingVerbs: ReadonlySet<string> = new Set(lists.reporting);

/** Words that tell how a consultation takes place: "telephone", "summit", "visiting". */
export const modeCues: ReadonlyMap<string, string> = new Map(
  Object.entries(readData<Readonly<Record<string, string>>>('en/events/modes.json')).flatMap(([mode, words]) =>
    words.split(' ').map((word) => [word, mode] as const),
  ),
);

const clusters = readClusters();
/** The cluster of words used alike, as the name tagger knows them, and its coarse group; 0 for a word in none. */
export function groupAndCluster(lower: string): { group: number; cluster: number } {
  const packed = clusters.of(lower);
  return packed === NO_CLUSTER
    ? { group: 0, cluster: 0 }
    : { group: (packed >>> 16) + 1, cluster: (packed & 0xffff) + 1 };
}
