import type { DateConfidence } from '../../src/events/dates.ts';
import { datelinesOf } from '../../src/events/discourse.ts';
import { draftEvents, type Judges } from '../../src/events/draft-events.ts';
import type { Draft } from '../../src/events/drafts.ts';
import {
  followThread,
  type Handed,
  handDown,
  inheritFeatures,
  sinceThread,
  type Thread,
} from '../../src/events/inherit.ts';
import { readEvents } from '../../src/events/read-events.ts';
import { referents } from '../../src/events/referents.ts';
import type { LinearModel } from '../../src/learn/linear.ts';
import { type Example, train } from '../../src/learn/train.ts';
import type { GoldEvent, ReadDocument } from './recipe.ts';

interface DatedGold extends GoldEvent {
  readonly date?: string | null;
}
/** An event without a date, the day the text had come to, and what that day says of it. */
interface DayExample extends Example {
  readonly features: number[];
  readonly label: Handed;
  readonly draft: Draft;
  readonly thread: Thread;
  readonly published: string;
  /** Whether the gold data says a date. */
  readonly dated: boolean;
}

export const trainDays = (examples: readonly Example[]): LinearModel =>
  train(examples, { epochs: 10, rate: 0.05, penalty: 1e-2 });
/** What knows nothing: every event for itself. */
export const NOTHING: LinearModel = trainDays([
  ...Array.from({ length: 9 }, () => ({ features: ['-'], label: 'no' })),
  { features: ['+'], label: 'day' },
]);

/** For each dated document, whether its undated events happened on the day the text had come to. */
export function dayExamples(documents: readonly ReadDocument[], judges: Judges): DayExample[][] {
  return documents.flatMap((document) =>
    document.gold.dct === undefined ? [] : [examplesOf(document, document.gold.dct, judges)],
  );
}

function examplesOf({ gold, reading }: ReadDocument, published: string, judges: Judges): DayExample[] {
  const { drafts, sentences } = draftEvents(reading, judges, referents(reading));
  const examples: DayExample[] = [];
  followThread(drafts, datelinesOf(sentences), published, (draft, thread) => {
    const token = draft.sentence.view.tokens[draft.anchor.token]!;
    const event = (gold.events as readonly DatedGold[]).find(
      ({ start, end }) => token.start < end && start < token.end,
    );
    const label = event && handedDown(event, thread, published);
    if (label === undefined) return;
    const features = inheritFeatures(draft, thread, published);
    examples.push({ features, label, draft, thread, published, dated: Boolean(event?.date) });
  });
  return examples;
}

/** Of an event without a date only this is known: what never happened did so on no day. */
function handedDown({ date, status, full }: DatedGold, thread: Thread, published: string): Handed | undefined {
  if (!date) return full && status !== 'happened' ? 'no' : undefined;
  if (sayTheSame(date, thread.day, thread.day)) return 'day';
  const { earliest, latest } = sinceThread(thread, published);
  return sayTheSame(date, earliest, latest) ? 'since' : 'no';
}

/** How often a day handed on, and the days since, are right, measured on documents left out in turn. */
export function measureThread(days: readonly (readonly DayExample[])[]): Pick<DateConfidence, 'thread' | 'since'> {
  const counts = { day: [1, 2], since: [1, 2] };
  for (let fold = 0; fold < 5; fold++) {
    const model = trainDays([...days.filter((_, i) => i % 5 !== fold).flat()]);
    for (const { label, draft, thread, published, dated } of days.filter((_, i) => i % 5 === fold).flat()) {
      const handed = handDown(model, draft, thread, published);
      if (handed === 'no' || !dated) continue;
      counts[handed][1]!++;
      if (label === 'day' || label === handed) counts[handed][0]!++;
    }
  }
  return { thread: share(counts.day), since: share(counts.since) };
}

const share = ([right, found]: number[]): number => Math.round((100 * right!) / found!) / 100;

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
  return { discourse: share(counts.discourse), publication: share(counts.publication) };
}

/** Whether a gold date, perhaps a month or year, and the days from one to another can mean the same time. */
export const sayTheSame = (gold: string, from: string, to: string): boolean =>
  from.startsWith(gold) || to.startsWith(gold) || (from <= gold && gold <= to);
