import { hash, type LinearModel } from '../learn/linear.ts';
import { DAY, daysBetween } from './dates.ts';
import type { Draft } from './drafts.ts';
import { familyOf } from './families.ts';
import { mix } from './keys.ts';
import type { Anchor } from './relations.ts';
import type { ReadSentence } from './structure.ts';
import { wordsOf } from './structure-words.ts';
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
/** A day, or the days from it to publication, are taken when this likely; chosen for F1 out of fold. */
const DAY_THRESHOLD = 0.8;
const SINCE_THRESHOLD = 0.3;

/** day: on the day of the thread; since: from it to publication, where a dateline counts the day before too. */
export type Handed = 'day' | 'since' | 'no';

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

/**
 * The thread as each event without a date of its own finds it: the day the text has last come to or, far from it, the day
 * of the story, which the first sentence names. `visit` may date the event.
 */
export function followThread(
  drafts: readonly Draft[],
  datelines: readonly Thread[],
  published: string | undefined,
  visit: (draft: Draft, thread: Thread) => void,
): void {
  const headlines: Draft[] = [];
  let thread: Thread | undefined;
  /** Null where the first sentence names no day. */
  let story: Thread | null | undefined;
  let lead: number | undefined;
  let next = 0;
  const openStory = (): void => {
    story = thread !== undefined && isRecent(thread, published) ? thread : null;
    // What a headline tells, the first sentence tells again with its day.
    if (story !== null) for (const draft of headlines) visit(draft, story);
  };
  for (const draft of drafts) {
    const { index, paragraph, headline } = draft.sentence.view.sentence;
    if (lead !== undefined && index > lead && story === undefined) openStory();
    for (; next < datelines.length && datelines[next]!.sentence <= index; next++) thread = datelines[next];
    if (!headline) lead ??= index;
    if (draft.time === null) {
      if (!isPast(draft) || draft.when !== undefined || isBackground(draft)) continue;
      const near = thread && reaches(thread, index, published) ? thread : story;
      if (near) visit(draft, near);
      else if (headline && lead === undefined) headlines.push(draft);
      continue;
    }
    const { earliest, latest, basis } = draft.time;
    if (basis !== 'clause' && basis !== 'sentence') continue;
    const day = earliest !== null && earliest === latest ? earliest : undefined;
    if (day !== undefined) thread = { day, sentence: index, paragraph, event: draft };
  }
  if (story === undefined) openStory();
}

const isPast = ({ status }: Draft): boolean => status === 'happened' || status === 'ongoing';

const LONG_AGO = wordsOf('long ago');
const BEGINNINGS = wordsOf('beginnings');
/** "Had ruled", "first met", "was founded", "after voters rejected it": what went before the news, on no day that the text names. */
function isBackground({ sentence, anchor, trigger }: Draft): boolean {
  const { view } = sentence;
  const { token } = anchor;
  const group = view.groupAt[token];
  if (BEFORE.has(leadOf(sentence, anchor)) || lasts(sentence, anchor)) return true;
  if (BEGINNINGS.has(trigger.lemma) || (group?.tense === 'past' && group.perfect)) return true;
  for (let i = Math.max(0, token - 3); i < token; i++) if (LONG_AGO.has(view.tokens[i]!.lower)) return true;
  return LONG_AGO.has(view.tokens[token + 1]?.lower ?? '');
}

const BEFORE = wordsOf('earlier');
/** The word that seems to govern a noun or what stands before a verb: "after" in "after voters rejected it". */
function leadOf({ phrases, clauses }: ReadSentence, { token, verbal, phrase }: Anchor): string {
  const at = verbal ? (clauses.phraseAt[clauses.group[token]! - 1] ?? -1) : phrase;
  return phrases[at]?.preposition ?? '';
}

/** "A two-year war", "nine days of talks": no matter of a day. */
const lasts = ({ times, phrases }: ReadSentence, { verbal, phrase }: Anchor): boolean =>
  !verbal &&
  phrase >= 0 &&
  times.some(({ time, first, last }) => {
    const before = phrases[phrase]!.first - last;
    return time.type === 'DURATION' && before <= 1 && first < phrases[phrase]!.last;
  });

/** A day long before publication holds for the rest of its sentence only. */
const reaches = (thread: Thread, index: number, published: string | undefined): boolean =>
  index === thread.sentence || (index - thread.sentence <= FAR && isRecent(thread, published));

function isRecent({ day }: Thread, published: string | undefined): boolean {
  if (published === undefined) return false;
  const days = daysBetween(day, published);
  return days >= 0 && days <= 7;
}

const ageClass = (days: number): number => (days < 1 ? 0 : days < 8 ? 1 : days < 32 ? 2 : 3);

/** What the day of a thread says of an event without a date: its day, its earliest day, or nothing. */
export function handDown(model: LinearModel, draft: Draft, thread: Thread, published: string | undefined): Handed {
  const weights = model.probabilities(inheritFeatures(draft, thread, published));
  const likely = (label: Handed): number => weights[model.labels.indexOf(label)] ?? 0;
  const day = likely('day');
  if (thread.event !== undefined && day >= DAY_THRESHOLD) return 'day';
  if (day + likely('since') < SINCE_THRESHOLD) return 'no';
  // "Visited on 12 April and held talks": within its sentence the day goes on.
  if (thread.event !== undefined && draft.sentence.view.sentence.index === thread.sentence) return 'day';
  // A dateline long before publication is that of a diary, whose day it tells; another says when a report was written.
  const diary = thread.event === undefined && (published === undefined || daysBetween(thread.day, published) > 1);
  return diary ? 'day' : published === undefined ? 'no' : 'since';
}

/** The days from that of a thread to publication; of a dateline from the day before, of which reports are full. */
export function sinceThread({ day, event }: Thread, published: string): { earliest: string; latest: string } {
  const before = new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
  return { earliest: event === undefined ? before : day, latest: published };
}
