import type { Token } from '../../text/types.ts';
import { verbClasses } from '../words.ts';
import { doubling, irregular } from './words.ts';

const bases = new Map<string, string>();
const participles = new Map<string, string>();
for (const line of irregular) {
  const [base, past, participle] = line.split(' ') as [string, string, string];
  for (const form of [...past.split('/'), ...participle.split('/')]) if (!verbClasses.has(form)) bases.set(form, base);
  participles.set(base, participle.split('/')[0]!);
}
// These are verbs of their own too, but in news they are the past of another.
for (const form of ['found', 'left', 'fell', 'saw', 'bound', 'felt', 'shot', 'struck', 'lost', 'held', 'led', 'met'])
  bases.set(form, bases.get(form) ?? irregular.find((line) => line.split(' ').includes(form))!.split(' ')[0]!);
bases.set('dying', 'die').set('lying', 'lie').set('tying', 'tie').set('vying', 'vie').set('has', 'have');

/**
 * The base form of a verb, from its own spelling and the verbs WordNet knows: taggers take "prolonged" or "staged" for
 * forms of other words.
 */
export function baseOf({ lower, lemma }: Pick<Token, 'lower' | 'lemma'>): string {
  const known = bases.get(lower);
  if (known !== undefined) return known;
  const stem = lower.slice(lower.lastIndexOf('-') + 1);
  const prefix = lower.slice(0, lower.length - stem.length);
  if (verbClasses.has(stem)) return prefix + stem;
  const spelled = spellings(stem);
  const found = spelled.find((each) => verbClasses.has(each));
  return prefix + (found ?? (spelled.length === 0 && prefix === '' ? lemma : (spelled.at(-1) ?? stem)));
}

/** What a form may be built from, likeliest first; the last is what the letters suggest for a word nobody knows. */
function spellings(form: string): string[] {
  const cut = (n: number): string => form.slice(0, -n);
  if (form.endsWith('ies') || form.endsWith('ied')) return [cut(1), `${cut(3)}y`];
  if (form.endsWith('ed')) return withEnding(cut(2));
  if (form.endsWith('ing') && form.length > 5) {
    const stem = cut(3);
    return stem.endsWith('ng') ? [stem, `${stem}e`, stem] : withEnding(stem);
  }
  if (form.endsWith('s') && !form.endsWith('ss'))
    return /(?:s|x|z|ch|sh|o)es$/.test(form) ? [cut(1), cut(2)] : [cut(1)];
  return [];
}

function withEnding(stem: string): string[] {
  const single = stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [];
  const likeliest =
    single.length > 0 && !/[lsfz]$/.test(stem) ? single[0]! : /[cvsgzu]$/.test(stem) ? `${stem}e` : stem;
  // "putting" is put, not putt.
  return /[lsfz]$/.test(stem) ? [`${stem}e`, stem, ...single, likeliest] : [`${stem}e`, ...single, stem, likeliest];
}

/** The third person singular of a verb: "visits", "denies", "reaches". */
export function third(base: string): string {
  if (base === 'be') return 'is';
  if (base === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

/** The "-ing" form of a verb: "visiting", "dying", "cutting". */
export function gerund(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base) && base !== 'be') return `${base.slice(0, -1)}ing`;
  return `${doubled(base)}ing`;
}

/** The past participle of a verb: "taken", "denied", "planned". */
export function participle(base: string): string {
  const known = participles.get(base);
  if (known !== undefined) return known;
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${doubled(base)}ed`;
}

/** A verb with its last consonant doubled where English does before a vowel. */
const doubled = (base: string): string =>
  doubling.has(base) || /^(?:[^aeiou]*|s?qu)[aeiou][bdfgklmnprtvz]$/.test(base) ? base + base.at(-1)! : base;

/** Longer lists are cut short. */
const LONGEST_LIST = 60;

/** "A", "A and B", "A, B and C"; of many long names the first two: "A, B and 3 others". */
export function list(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  const whole = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return names.length < 4 || whole.length <= LONGEST_LIST
    ? whole
    : `${names[0]}, ${names[1]} and ${names.length - 2} others`;
}

export const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);
