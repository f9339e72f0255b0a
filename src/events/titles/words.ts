import { readData } from '../../data.ts';

type Lists =
  | 'doubling'
  | 'plurals'
  | 'adverbs'
  | 'particles'
  | 'adjuncts'
  | 'links'
  | 'places'
  | 'determiners'
  | 'times'
  | 'titles'
  | 'denials'
  | 'clausal'
  | 'completed'
  | 'carriers';
interface Words extends Readonly<Record<Lists, string>> {
  readonly irregular: readonly string[];
  readonly backshift: Readonly<Record<string, string>>;
}

const words = readData<Words>('en/events/titles.json');
const set = (name: Lists): ReadonlySet<string> => new Set(words[name].split(' '));

/** Base, past and participle of verbs that do not form them with -ed; "/" parts variants. */
export const irregular: readonly string[] = words.irregular;
/** The present of what indirect speech puts in the past: "was" → "is". */
export const backshift: ReadonlyMap<string, string> = new Map(Object.entries(words.backshift));
/** Verbs of several syllables that double their last consonant: "admit". */
export const doubling = set('doubling');
/** Nouns that take a plural verb without ending in -s of their own. */
export const plurals = set('plurals');
/** Adverbs a title cannot do without: "more". */
export const adverbs = set('adverbs');
/** Words that belong to the verb they follow: "pull out". */
export const particles = set('particles');
/** Prepositions and conjunctions after which only circumstances follow. */
export const adjuncts = set('adjuncts');
/** Prepositions that may link a noun to what makes it clear. */
export const links = set('links');
/** Prepositions of place. */
export const places = set('places');
/** Determiners that are kept: their loss would change what is said. */
export const determiners = set('determiners');
/** Nouns that tell when or in which respect and are left out with their preposition. */
export const times = set('times');
/** Nouns that name an office and stand beside names. */
export const titles = set('titles');
/** Verbs whose complement is a gerund where it has the same subject. */
export const denials = set('denials');
/** Verbs of saying, which a clause may complete: "says truce holds". */
export const telling: ReadonlySet<string> = new Set(
  readData<Readonly<Record<'verbs', string>>>('en/events/cues.json').verbs.split(' '),
);
/** Event nouns of verbs: "agree" → "agreement". */
export const nouns: ReadonlyMap<string, string> = new Map(
  Object.entries(
    readData<Readonly<Record<'nouns', Readonly<Record<string, string>>>>>('en/timelines/wordnet.json').nouns,
  ).flatMap(([verb, all]) => {
    const noun = all.split(' ').find((each) => !/(?:er|or|ing)$/.test(each));
    return noun === undefined ? [] : [[verb, noun] as const];
  }),
);
/** Verbs that nothing but a clause completes: "says truce holds". */
export const clausal = set('clausal');
/** Verbs whose subject does what their object names: "express regret". */
export const carriers = set('carriers');
/** Prepositions that tie a gerund to what governs it: "accused of killing". */
export const completed = set('completed');
