import type { EntityType } from '../../schemas/extraction.ts';
import type { Phrase } from './noun-phrases.ts';
import type { Referents } from './referents.ts';
import type { Structure } from './relations.ts';
import { wordsOf } from './structure-words.ts';

/** Whom pronouns and "the two leaders" mean, told sentence by sentence. */
export interface Antecedents {
  /** The entities a phrase without a name stands for; none where nobody fits. */
  of(structure: Structure, phrase: Phrase): readonly string[];
  /** Takes a sentence that has been dealt with into account. */
  pass(structure: Structure): void;
}

interface Candidate {
  readonly entity: string;
  readonly type: EntityType;
  readonly subject: boolean;
}

const ONE = wordsOf('one');
const THING = wordsOf('thing');
const MANY = wordsOf('many');
/** "the two leaders", "the sides": a pair of persons or of countries and organisations. */
const STATES: readonly EntityType[] = ['country', 'organisation', 'place'];
const PAIRS: ReadonlyMap<string, readonly EntityType[]> = new Map([
  ...[...wordsOf('leaders')].map((noun) => [noun, ['person']] as [string, EntityType[]]),
  ...[...wordsOf('states')].map((noun) => [noun, STATES] as const),
]);
const TYPES: Readonly<Record<'one' | 'thing', readonly EntityType[]>> = { one: ['person'], thing: STATES };

/** The nearest fitting subject, else the nearest fitting name, of this sentence before the phrase or of the one before. */
export function antecedents(known: Referents): Antecedents {
  let last: Candidate[] = [];
  let pairs: (readonly string[])[] = [];
  const spanOf = ({ view }: Structure, { first, last }: Phrase) => ({
    start: view.tokens[first]!.start,
    end: view.tokens[last - 1]!.end,
  });
  const candidate = (structure: Structure, phrase: Phrase): Candidate | undefined => {
    if (phrase.kind !== 'name' && phrase.kind !== 'noun') return undefined;
    const entity = known.within(spanOf(structure, phrase));
    const record = entity === undefined ? undefined : known.record(entity);
    if (!record || record.type === 'people' || (phrase.kind === 'noun' && record.type !== 'person')) return undefined;
    return { entity: record.id, type: record.type, subject: subjects(structure).has(structure.roots[phrase.index]!) };
  };
  const pick = (found: readonly Candidate[], types: readonly EntityType[]): string | undefined =>
    (
      found.findLast(({ type, subject }) => subject && types.includes(type)) ??
      found.findLast(({ type }) => types.includes(type))
    )?.entity;
  return {
    of(structure, phrase) {
      const { lower } = structure.view.tokens[phrase.head]!;
      const pair = PAIRS.get(lower);
      const many = MANY.has(lower) || (pair !== undefined && isTwo(structure, phrase));
      if (many) {
        const wanted = pair ?? ['person', 'country', 'organisation'];
        const own = pairsOf(structure, phrase.first, candidate);
        return (
          [...pairs, ...own].findLast((each) => each.every((entity) => wanted.includes(known.record(entity)!.type))) ??
          (pair === undefined ? [] : onlyTwo(last, wanted))
        );
      }
      const types = ONE.has(lower) ? TYPES.one : THING.has(lower) ? TYPES.thing : undefined;
      if (types === undefined) return [];
      const before: Candidate[] = [];
      for (let p = Math.max(0, phrase.index - 30); p < phrase.index; p++) {
        const each =
          structure.phrases[p]!.last <= phrase.first ? candidate(structure, structure.phrases[p]!) : undefined;
        if (each) before.push(each);
      }
      const found = pick(before, types) ?? pick(last, types);
      return found === undefined ? [] : [found];
    },
    pass(structure) {
      const found = structure.phrases.slice(0, 60).flatMap((phrase) => candidate(structure, phrase) ?? []);
      if (found.length > 0) last = found;
      const own = pairsOf(structure, Number.POSITIVE_INFINITY, candidate);
      if (own.length > 0) pairs = own;
    },
  };
}

/** Those of a sentence that are of the wanted sort, where they are two. */
function onlyTwo(found: readonly Candidate[], wanted: readonly EntityType[]): string[] {
  const fitting = new Set(found.filter(({ type }) => wanted.includes(type)).map(({ entity }) => entity));
  return fitting.size === 2 ? [...fitting] : [];
}

function isTwo({ view }: Structure, { first, head }: Phrase): boolean {
  for (let i = Math.max(0, first - 1); i < head; i++) if (/^(?:two|both)$/.test(view.tokens[i]!.lower)) return true;
  return false;
}

const subjectCache = new WeakMap<Structure, ReadonlySet<number>>();
function subjects(structure: Structure): ReadonlySet<number> {
  const known = subjectCache.get(structure);
  if (known) return known;
  const found = new Set<number>();
  structure.clauses.subject.forEach((subject) => {
    if (subject >= 0) found.add(structure.roots[subject]!);
  });
  subjectCache.set(structure, found);
  return found;
}

/** Names joined by "and", two and two. */
function pairsOf(
  structure: Structure,
  before: number,
  candidate: (structure: Structure, phrase: Phrase) => Candidate | undefined,
): string[][] {
  const found: string[][] = [];
  for (const phrase of structure.phrases.slice(0, 60)) {
    if (phrase.conjunct === undefined || phrase.last > before) continue;
    const [a, b] = [candidate(structure, structure.phrases[phrase.conjunct]!), candidate(structure, phrase)];
    if (a && b && a.entity !== b.entity && (a.type === 'person') === (b.type === 'person'))
      found.push([a.entity, b.entity]);
  }
  return found;
}
