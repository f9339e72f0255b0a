import { foldOf } from '../src/learn/linear.ts';

/** What the system says of a sentence, first choice first. */
export interface Coded {
  readonly trigger: string;
  readonly plover: string;
  readonly source: string[];
  readonly target: string[];
}
export interface Answer {
  readonly id: string;
  readonly events: readonly Coded[];
}
export interface GoldRecord {
  readonly id: string;
  readonly text: string;
  readonly events: readonly { readonly plover?: string; readonly source?: string; readonly target?: string }[];
}

/**
 * PETRARCH's unit tests have made-up codes for verbs and actors ("restore ties" shares intelligence, Gollum is HOB): what
 * they measure is who does it to whom. So words and actors are given, to the first event alone: its word has the code that
 * it mostly goes with in the other four folds; a name that is no code itself has the one code of the sentence that no other
 * name accounts for, else the one it mostly goes with in the other folds. Who is source and who is target is not given.
 */
export function inTheirCodes(records: readonly GoldRecord[], answers: readonly Answer[]): Answer[] {
  const known = new Set(records.flatMap(codesOf));
  return answers.map(({ id, events: [first] }, n) => {
    if (first === undefined) return { id, events: [] };
    const words = new Votes();
    const names = new Votes();
    for (const [r, record] of records.entries()) {
      const event = answers[r]!.events[0];
      if (foldOf(record.id) === foldOf(id) || event === undefined) continue;
      if (record.events[0]?.plover) words.add(event.trigger, record.events[0].plover);
      for (const name of namesIn(record)) for (const code of unexplained(record)) names.add(name, code);
    }
    const { trigger, source, target } = first;
    const left = unexplained(records[n]!).filter((code) => !source.includes(code) && !target.includes(code));
    const only = left.length === 1 ? left[0] : undefined;
    const coded = (name: string) => (known.has(name) ? name : (only ?? names.most(name) ?? name));
    const plover = words.most(trigger) ?? first.plover;
    return { id, events: [{ trigger, plover, source: source.map(coded), target: target.map(coded) }] };
  });
}

const codesOf = ({ events }: GoldRecord): string[] => [
  ...new Set(events.flatMap(({ source, target }) => [source, target].flatMap((code) => code?.slice(0, 3) || []))),
];
const namesIn = ({ text }: GoldRecord): string[] =>
  (text.match(/\b[A-Z][A-Za-z]{2}/g) ?? []).map((name) => name.toUpperCase());

/** The codes of a sentence that are not the first letters of a name in it. */
function unexplained(record: GoldRecord): string[] {
  const names = new Set(namesIn(record));
  return codesOf(record).filter((code) => !names.has(code));
}

/** What goes most often with what. */
class Votes {
  readonly #counts = new Map<string, Map<string, number>>();

  add(key: string, value: string): void {
    const counts = this.#counts.get(key) ?? new Map<string, number>();
    this.#counts.set(key, counts.set(value, (counts.get(value) ?? 0) + 1));
  }

  most(key: string): string | undefined {
    return [...(this.#counts.get(key) ?? [])].sort(([, a], [, b]) => b - a)[0]?.[0];
  }
}
