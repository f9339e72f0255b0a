import type { EventType } from '../../schemas/extraction.ts';
import { overlap } from './days.ts';
import { same } from './parties.ts';
import { storyInCommon } from './story.ts';
import type { Party, Report } from './types.ts';

/** Categories so narrow that two of a kind on one day with the same people are one, whatever the words. */
const NARROW: ReadonlySet<EventType> = new Set([
  'AGREE',
  'CONSULT',
  'AID',
  'RETREAT',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'ELECT',
  'DISASTER',
  'DEATH',
]);
/** Categories whose participants all do the same: two meetings of one man on one day are two when the others differ. */
const MUTUAL: ReadonlySet<EventType> = new Set(['AGREE', 'CONSULT', 'COOPERATE']);

/** The kinds of event that a report may be found under: its word families, its senses, and its category where that is narrow. */
export const kindsOf = ({ stems, senses, type }: Pick<Report, 'stems' | 'senses' | 'type'>): string[] => [
  ...stems,
  ...senses,
  ...(NARROW.has(type) ? [type] : []),
];

/** What two reports have in common. */
export interface Common {
  /** 2: a word family; 1: only a sense or a narrow category; 0: none of them, or modes that exclude each other. */
  readonly kind: 0 | 1 | 2;
  /** Named participants of both. */
  readonly shared: number;
  /** Both have somebody whom the other leaves no room for. */
  readonly opposed: boolean;
  /** They have nobody in common, and each a person by a full name in the same part. */
  readonly strangers: boolean;
  /** Of the one with fewer named participants, how many there are. */
  readonly fewest: number;
  readonly place: 'same' | 'different' | 'unsaid';
  /** Neither gives days that the other excludes. */
  readonly days: boolean;
  /** How much their documents are about the same, 0 to 1. */
  readonly story: number;
}

export function compare(a: Report, b: Report): Common {
  const [left, right] = [named(a), named(b)];
  const restRight = [...right];
  const restLeft = left.filter((party) => {
    const at = restRight.findIndex((other) => same(party, other));
    if (at >= 0) restRight.splice(at, 1);
    return at < 0;
  });
  const mutual = [a, b].some(
    ({ type, parties }) => MUTUAL.has(type) || parties.some(({ role }) => role === 'reciprocal'),
  );
  return {
    // What is part of something is not the same as that.
    kind: a.partOf === b.id || b.partOf === a.id ? 0 : kindInCommon(a, b),
    shared: left.length - restLeft.length,
    opposed: restLeft.some((one) => restRight.some((other) => mutual || exclude(one, other))),
    strangers:
      restLeft.length === left.length &&
      restLeft.some((one) => inFull(one) && restRight.some((other) => inFull(other) && exclude(one, other))),
    fewest: Math.min(left.length, right.length),
    place: placeInCommon(a, b),
    days: overlap(a.days, b.days),
    story: a.document === b.document ? 1 : storyInCommon(a.story, b.story),
  };
}

/** Participants of one report whom another has no room for: it has somebody else of their sort in their part. */
export function leftOver(report: Report, other: Report): Party[] {
  const others = named(other);
  const strangers = named(report).filter((party) => !others.some((each) => same(party, each)));
  const free = others.filter((party) => !named(report).some((each) => same(party, each)));
  return strangers.filter((party) => free.some((each) => exclude(party, each)));
}

const named = ({ parties }: Report): Party[] =>
  parties.filter((party) => party.named && party.role !== 'place' && party.role !== 'topic');

/** In the same part, the same sort of party: if the one, then not the other. */
const exclude = (a: Party, b: Party): boolean => a.type === b.type && a.role === b.role;

/** Who does something, by more than a last name; what is done to whom is read wrongly more often. */
const inFull = ({ type, name, role }: Party): boolean =>
  type === 'person' && name.includes(' ') && role !== 'recipient' && role !== 'subject';

/** Of the ways to talk the one that excludes the others. */
const byTelephone = ({ mode }: Report): boolean => mode === 'phone';

function kindInCommon(a: Report, b: Report): Common['kind'] {
  if (byTelephone(a) !== byTelephone(b) && a.mode !== undefined && b.mode !== undefined && a.type === b.type) return 0;
  if (a.stems.some((stem) => b.stems.includes(stem))) return 2;
  if (a.senses.some((sense) => b.senses.includes(sense))) return 1;
  return a.type === b.type && NARROW.has(a.type) ? 1 : 0;
}

function placeInCommon(a: Report, b: Report): Common['place'] {
  const [here, there] = [a, b].map(({ parties }) => parties.find(({ role, named }) => role === 'place' && named));
  if (!here || !there) return 'unsaid';
  if (same(here, there)) return 'same';
  if (here.country !== undefined && there.country !== undefined && here.country !== there.country) return 'different';
  // A city in its country agrees with it; two cities do not; of a building nobody knows where it stands.
  const cities = [here, there].every(({ type, key }) => type === 'place' && !key.startsWith('place:'));
  return cities ? 'different' : 'unsaid';
}

/** Same kind, same day: one event when nobody is left over on both sides. */
export function sameOnDay(common: Common): boolean {
  const { kind, shared, opposed, fewest, place } = common;
  if (kind === 0 || place === 'different') return false;
  if (shared === 0) return kind === 2 && fewest === 0 && place === 'same';
  return !opposed || (shared >= 2 && shared / fewest >= 0.6);
}

/** Within a week or month, which many such events may share: two participants, or one and the very word. */
export const sameInSpan = (common: Common): boolean =>
  sameOnDay(common) && !common.opposed && (common.shared >= 2 || (common.shared === 1 && common.kind === 2));

/** Said to be moved from one date to another: the very word and the same people. */
export const sameMoved = (common: Common): boolean => sameInSpan(common) && common.kind === 2;
