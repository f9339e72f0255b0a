import type { DateConfidence } from '../../src/events/dates.ts';
import { datelinesOf } from '../../src/events/discourse.ts';
import { draftEvents, type Judges } from '../../src/events/draft-events.ts';
import { followThread, INHERIT_THRESHOLD, inheritFeatures } from '../../src/events/inherit.ts';
import { readEvents } from '../../src/events/read-events.ts';
import { referents } from '../../src/events/referents.ts';
import type { LinearModel } from '../../src/learn/linear.ts';
import { type Example, train } from '../../src/learn/train.ts';
import type { GoldEvent, ReadDocument } from './recipe.ts';

interface DatedGold extends GoldEvent {
  readonly date?: string | null;
}

export const trainDays = (examples: readonly Example[]): LinearModel =>
  train(examples, { epochs: 10, rate: 0.05, penalty: 1e-2 });
/** What knows nothing: every event for itself. */
export const NOTHING: LinearModel = trainDays([
  { features: ['-'], label: 'no' },
  { features: ['+'], label: 'yes' },
]);

/** For each dated document, whether its undated events happened on the day the text had come to. */
export function dayExamples(documents: readonly ReadDocument[], judges: Judges): Example[][] {
  return documents.filter(({ gold }) => gold.dct !== undefined).map((document) => examplesOf(document, judges));
}

function examplesOf({ gold, reading }: ReadDocument, judges: Judges): Example[] {
  const { drafts, sentences } = draftEvents(reading, judges, referents(reading));
  const examples: Example[] = [];
  followThread(drafts, datelinesOf(sentences), gold.dct, (draft, thread) => {
    const token = draft.sentence.view.tokens[draft.anchor.token]!;
    const event = (gold.events as readonly DatedGold[]).find(
      ({ start, end }) => token.start < end && start < token.end,
    );
    if (!event?.date) return;
    const label = sayTheSame(event.date, thread.day, thread.day) ? 'yes' : 'no';
    examples.push({ features: inheritFeatures(draft, thread, gold.dct), label });
  });
  return examples;
}

/** How often a day handed on is right, measured on documents left out in turn. */
export function measureThread(days: readonly (readonly Example[])[]): number {
  let right = 1;
  let found = 2;
  for (let fold = 0; fold < 5; fold++) {
    const model = trainDays([...days.filter((_, i) => i % 5 !== fold).flat()]);
    const yes = model.labels.indexOf('yes');
    for (const { features, label } of days.filter((_, i) => i % 5 === fold).flat()) {
      if ((model.probabilities(features)[yes] ?? 0) < INHERIT_THRESHOLD) continue;
      found++;
      if (label === 'yes') right++;
    }
  }
  return Math.round((100 * right) / found) / 100;
}

/**
 * How often the day of publication as a bound, and the time of another event, are right for the events of dated documents.
 * `judges` have the models that decide, but for these two figures.
 */
export function measureOthers(
  documents: readonly ReadDocument[],
  judges: Judges,
): Pick<DateConfidence, 'discourse' | 'publication'> {
  const counts = { discourse: [1, 2], publication: [1, 2] };
  for (const { gold, reading } of documents.filter(({ gold: { dct } }) => dct !== undefined)) {
    for (const { trigger, time } of readEvents(reading, judges)) {
      const event = (gold.events as readonly DatedGold[]).find(
        ({ start, end }) => trigger.start < end && start < trigger.end,
      );
      if (!event?.date || !time || (time.basis !== 'discourse' && time.basis !== 'publication')) continue;
      if (time.earliest === null && time.latest === null) continue;
      const count = counts[time.basis];
      count[1]!++;
      if (sayTheSame(event.date, time.earliest ?? '', time.latest ?? '~')) count[0]!++;
    }
  }
  const share = ([right, found]: number[]): number => Math.round((100 * right!) / found!) / 100;
  return { discourse: share(counts.discourse), publication: share(counts.publication) };
}

/** Whether a gold date, perhaps a month or year, and the days from one to another can mean the same time. */
export const sayTheSame = (gold: string, from: string, to: string): boolean =>
  from.startsWith(gold) || to.startsWith(gold) || (from <= gold && gold <= to);
