import { readData } from '../data.ts';
import type { Token } from '../text/types.ts';

type Lists = Readonly<
  Record<
    | 'irregular'
    | 'modals'
    | 'future'
    | 'participles'
    | 'pasts'
    | 'unchanging'
    | 'controls'
    | 'infinitiveNouns'
    | 'days',
    readonly string[]
  >
>;
const lists = readData<Lists>('en/events/verbs.json');
const set = (name: keyof Lists): ReadonlySet<string> => new Set(lists[name]);
export const modals = set('modals');
/** Modals that put a verb in the future. */
export const future = set('future');
const participles = set('participles');
const pasts = set('pasts');
/** Verbs whose past looks like their bare form. */
export const unchanging = set('unchanging');
/** Verbs whose object does what the infinitive says: "urge Iran to halt". */
export const controls = set('controls');
/** Nouns that an infinitive completes: "a plan to send troops". */
export const infinitiveNouns = set('infinitiveNouns');

export type Form = 'base' | 'third' | 'ing' | 'past' | 'participle' | 'either';
/** The form of a verb from its spelling; "either" past tense or past participle. */
export function formOf({ lower, lemma }: Token): Form {
  if (lower.endsWith('ing') && (lower !== lemma || lower === 'being' || lower === 'having')) return 'ing';
  if (participles.has(lower)) return 'participle';
  if (pasts.has(lower)) return 'past';
  if (lower === 'are' || lower === 'am' || lower === "'re" || lower === "'m") return 'third';
  if (lower === lemma) return 'base';
  return lower.endsWith('s') ? 'third' : 'either';
}

/** Names of days, which may stand between a participle and the finite verb: "the list released Friday is". */
export const days = set('days');

const irregular: ReadonlyMap<string, string> = new Map(
  lists.irregular.map((pair) => pair.split(' ') as [string, string]),
);
/**
 * The lemmas a word may have as a verb, likeliest first: the tagger takes "rescued" for a noun of its own and "staged"
 * for a form of "stag".
 */
export function verbLemmas({ lower, lemma }: Token): readonly string[] {
  const known = irregular.get(lower);
  if (known !== undefined) return [known];
  if (!lower.endsWith('ed') || lower.length < 5) return [lemma];
  const stem = lower.slice(0, -2);
  return [lemma, `${stem}e`, stem, ...(lower.endsWith('ied') ? [`${lower.slice(0, -3)}y`] : []), stem.slice(0, -1)];
}
