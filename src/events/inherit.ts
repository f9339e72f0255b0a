import { hash, type LinearModel } from '../learn/linear.ts';
import type { Draft } from './drafts.ts';
import { familyOf } from './families.ts';
import { mix } from './keys.ts';
import { reportingVerbs } from './words.ts';

/** A day that the text has come to: the last event dated to one day, or a line that is nothing but a date. */
export interface Thread {
  readonly day: string;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly paragraph: number;
  /** The event it dates; absent for a dateline. */
  readonly event?: Draft;
}

/** A day is handed on no further than this many sentences. */
const FAR = 6;
/** An event takes the day of the thread when it is this likely; chosen for F1 out of fold. */
export const INHERIT_THRESHOLD = 0.6;

/** Keys of an event without a date and the day the text has come to. */
export function inheritFeatures(draft: Draft, thread: Thread, published: string | undefined): number[] {
  const { sentence, anchor, trigger, classification, status, participants } = draft;
  const { view, times } = sentence;
  const group = view.groupAt[anchor.token] ?? (anchor.support >= 0 ? view.groupAt[anchor.support] : undefined);
  const tense = hash(group ? `${group.form}/${group.tense}/${group.perfect}/${group.modal ?? ''}` : 'noun');
  const far = Math.min(4, view.sentence.index - thread.sentence);
  const dateline = thread.event ? 0 : 1;
  const reporting = reportingVerbs.has(trigger.lemma) ? 1 : 0;
  const shared = thread.event?.participants.some(
    ({ entity }) => entity !== undefined && participants.some((other) => other.entity === entity),
  );
  const related = thread.event && familyOf(thread.event.trigger.lemma) === familyOf(trigger.lemma) ? 1 : 0;
  const same = thread.day === published ? 1 : 0;
  let t = 3000;
  const keys: number[] = [];
  const add = (key: number): void => {
    keys.push(mix(t++, key));
  };
  add(tense);
  add(mix(tense, far));
  add(mix(tense, dateline));
  add(mix(far, dateline));
  add(mix(tense, hash(status)));
  add(hash(status));
  add(mix(reporting, tense));
  add(mix(shared ? 1 : 0, far));
  add(related);
  const age = published === undefined ? 4 : ageClass(daysBetween(thread.day, published));
  add(mix(age, far));
  add(mix(age, mix(tense, far === 0 ? 1 : 0)));
  add(mix(same, dateline));
  add(mix(same, tense));
  add(mix(Math.min(2, times.length), tense));
  add(hash(classification.type));
  add(mix(view.inQuotes[anchor.token] ? 1 : 0, tense));
  add(mix(view.sentence.paragraph === thread.paragraph ? 1 : 0, tense));
  add(hash(trigger.kind));
  return keys;
}

/** The thread as each event without a date of its own finds it; `visit` may date the event. */
export function followThread(
  drafts: readonly Draft[],
  datelines: readonly Thread[],
  published: string | undefined,
  visit: (draft: Draft, thread: Thread) => void,
): void {
  let thread: Thread | undefined;
  let next = 0;
  for (const draft of drafts) {
    const { index, paragraph } = draft.sentence.view.sentence;
    for (; next < datelines.length && datelines[next]!.sentence <= index; next++) thread = datelines[next];
    if (draft.time === null) {
      const past = draft.status === 'happened' || draft.status === 'ongoing';
      if (thread && past && draft.when === undefined && reaches(thread, index, published)) visit(draft, thread);
      continue;
    }
    const { earliest, latest, basis } = draft.time;
    if (basis !== 'clause' && basis !== 'sentence') continue;
    // Another time than a day ends the thread: what follows may belong to either.
    const day = earliest !== null && earliest === latest ? earliest : undefined;
    if (day !== undefined) thread = { day, sentence: index, paragraph, event: draft };
  }
}

/** A day long before publication holds for the rest of its sentence only. */
function reaches({ day, sentence }: Thread, index: number, published: string | undefined): boolean {
  if (index === sentence) return true;
  if (index - sentence > FAR || published === undefined) return false;
  const days = daysBetween(day, published);
  return days >= 0 && days <= 7;
}

const ageClass = (days: number): number => (days < 1 ? 0 : days < 8 ? 1 : days < 32 ? 2 : 3);
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Whether an event happened on the day of the thread, by likelihood. */
export const inherits = (model: LinearModel, draft: Draft, thread: Thread, published: string | undefined): number =>
  model.probabilities(inheritFeatures(draft, thread, published))[model.labels.indexOf('yes')] ?? 0;
