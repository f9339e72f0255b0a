import type { CountedUnit, Draft, Meaning, Reading, Step } from '../types.ts';

/**
 * Counts that belong together: "two hours 30 minutes" is one length, "1 month and 21 days ago" one date, and "three days
 * after Easter" a date counted from another.
 */
export function joinCounts(drafts: readonly Draft[], { text }: Reading): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    let current = draft;
    for (let last = joined.at(-1); last !== undefined; last = joined.at(-1)) {
      if (last.meaning.kind !== 'duration' || current.start - last.end > LONGEST_GAP) break;
      const meaning = together(last, current, text);
      if (meaning === undefined) break;
      joined.pop();
      current = { ...current, start: last.start, meaning, rule: `${last.rule}+${current.rule}`, article: false };
    }
    joined.push(current);
  }
  return joined;
}
const LONGEST_GAP = 14;

const BESIDE = /^(?:,? (?:and )?|, | ?)$/;
const LASTS = /(?:last(?:ed|s|ing)?|for|took|takes|spent|after) $/;
const ENDS = /^ ?(?:-|to |until |till |through )/;
const FROM = /^ (?:(?<back>before|prior to|ahead of)|after|from|following|past) (?:the )?$/;

function together(left: Draft, right: Draft, text: string): Meaning | undefined {
  const gap = text.slice(left.end, right.start);
  const steps = stepsOf(left);
  if (steps === undefined) return undefined;
  const { meaning } = right;
  if (BESIDE.test(gap)) {
    const more = stepsOf(right);
    if (more !== undefined && SIZES.indexOf(more[0]!.unit) < SIZES.indexOf(steps.at(-1)!.unit))
      return { kind: 'duration', value: durationOf([...steps, ...more]) };
    if (right.rule === 'units-away' && meaning.kind === 'offset' && steps.every(isDated))
      return { ...meaning, steps: steps.map((step) => ({ ...step, count: step.count * Math.sign(meaning.count) })) };
    return undefined;
  }
  const from = FROM.exec(gap);
  if (from === null || !steps.every(isDated) || !isDay(meaning)) return undefined;
  // "lasting 64 days from 3 May" and "three days from Monday to Wednesday" are lengths.
  if (
    /^ from/.test(gap) &&
    (LASTS.test(text.slice(Math.max(0, left.start - 12), left.start)) ||
      ENDS.test(text.slice(right.end, right.end + 9)))
  )
    return undefined;
  // One count from a date is enough: a chain of them would be as deep as the text is long.
  if (meaning.kind === 'offset' && meaning.of !== undefined) return undefined;
  const sign = from.groups?.back === undefined ? 1 : -1;
  return {
    kind: 'offset',
    unit: 'day',
    count: 0,
    from: 'publication',
    of: meaning,
    steps: steps.map((step) => ({ ...step, count: step.count * sign })),
  };
}

export const isDated = (step: { unit: CountedUnit }): step is Step => !/second|minute|hour/.test(step.unit);
export const isDay = (meaning: Meaning): boolean =>
  meaning.kind === 'offset'
    ? meaning.unit === 'day' || meaning.fields?.weekday !== undefined
    : meaning.kind === 'calendar' &&
      (meaning.fields.day !== undefined || meaning.fields.feast !== undefined || (meaning.fields.weekday ?? 8) < 8);

const LETTERS: Readonly<Record<string, CountedUnit>> = {
  Y: 'year',
  Q: 'quarter',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};
const SIZES: readonly CountedUnit[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year'];
const WRITTEN = Object.fromEntries(Object.entries(LETTERS).map(([letter, unit]) => [unit, letter]));

/** The units of a counted duration; undefined for vague ones. */
export function stepsOf({
  meaning,
  rule,
}: Pick<Draft, 'meaning' | 'rule'>): readonly { unit: CountedUnit; count: number }[] | undefined {
  if (meaning.kind !== 'duration' || !/^counted-duration/.test(rule)) return undefined;
  const steps: { unit: CountedUnit; count: number }[] = [];
  let clock = '';
  for (const [, mark, count, letter] of meaning.value.slice(1).matchAll(/(T)?([\d.]+)([A-SU-Z]+)/g)) {
    clock ||= mark ?? '';
    const unit = LETTERS[clock + letter];
    if (unit === undefined || !Number.isInteger(Number(count))) return undefined;
    steps.push({ unit, count: Number(count) });
  }
  return steps.length === 0 ? undefined : steps;
}

function durationOf(steps: readonly { unit: CountedUnit; count: number }[]): string {
  let value = 'P';
  for (const { unit, count } of steps) {
    const letter = WRITTEN[unit]!;
    if (letter.startsWith('T') && !value.includes('T')) value += 'T';
    value += `${count}${letter.replace('T', '')}`;
  }
  return value;
}
