import { readData } from '../data.ts';
import { type Common, compare } from './match.ts';
import { sentencesInCommon } from './sentence.ts';
import type { Report } from './types.ts';
import { isSaying } from './words.ts';

/** What speaks for and against two reports being of one event, each a number; a yes is 1. */
export type Measure =
  | 'story'
  | 'sentence'
  | 'sameText'
  | 'shared'
  | 'opposed'
  | 'samePlace'
  | 'otherPlace'
  | 'nouns'
  | 'leads'
  | 'saying';

/** Learned (`npm run train:merging`): the log-odds that each measure adds from a number on. */
interface Weights {
  readonly bias: number;
  readonly steps: Readonly<Record<Measure, readonly (readonly [from: number, weight: number])[]>>;
}
const { bias, steps } = readData<Weights>('en/timelines/likeness.json');
const measures = Object.keys(steps) as Measure[];

/** Reports of the same word are one event as likely as not, or surely. */
export const LIKELY = 0.4;
export const SURE = 0.9;

/**
 * Whether two reports can be of one event that nothing but the news dates: the very word, days that agree, and not the
 * same of two people: "Ada Berg resigned" and "Bo Lind resigned", however alike the texts.
 */
export const comparable = ({ kind, days, strangers }: Common): boolean => kind === 2 && days && !strangers;

/** How likely two reports are of one event, where neither names the day: 0 to 1. */
export function likeness(a: Report, b: Report, common = compare(a, b)): number {
  if (!comparable(common)) return 0;
  const values = measuresOf(a, b, common);
  let sum = bias;
  for (const measure of measures) {
    for (const [from, weight] of steps[measure]) if (values[measure] >= from) sum += weight;
  }
  return 1 / (1 + Math.exp(-sum));
}

export function measuresOf(a: Report, b: Report, common: Common): Record<Measure, number> {
  return {
    story: common.story,
    sentence: sentencesInCommon(a, b),
    sameText: Number(a.document === b.document),
    shared: common.shared,
    opposed: Number(common.opposed),
    samePlace: Number(common.place === 'same'),
    otherPlace: Number(common.place === 'different'),
    nouns: nounsInCommon(a, b),
    leads: Number(a.lead) + Number(b.lead),
    saying: Number(a.stems.some(isSaying) && b.stems.some(isSaying)),
  };
}

/** "Five insurgents" in both. */
const nounsInCommon = (a: Report, b: Report): number =>
  a.parties.filter(({ named, key }) => !named && b.parties.some((other) => other.key === key)).length;
