import type { EventTime } from '../../schemas/extraction.ts';
import { type DateConfidence, daysBetween, timeBetween, timeOfOther } from './dates.ts';
import type { Draft } from './drafts.ts';
import { followThread, handDown, sinceThread, type Thread } from './inherit.ts';
import type { ReadSentence } from './structure.ts';
import type { StructureModels } from './structure-models.ts';
import { wordsOf } from './structure-words.ts';

/** Words before another event that give its date to this one; those of `LOOSE` only where it is no finer than a year. */
const ROUND = wordsOf('around');
const LOOSE = wordsOf('loosely');
const COARSE = new Set(['year', 'decade', 'century', 'millennium']);
const REACH = 12;

/** Gives undated events of a sentence the date of another event they are placed around: "a meeting around the summit". `redate` is told. */
export function dateAround(drafts: readonly Draft[], confidence: DateConfidence, redate: (draft: Draft) => void): void {
  drafts.forEach((draft, i) => {
    if (draft.time !== null) return;
    const { tokens } = draft.sentence.view;
    const { token } = draft.anchor;
    let linkAt = token + 1;
    while (linkAt <= token + REACH && !isLink(tokens[linkAt]?.lower)) linkAt++;
    // What stands between has the better claim: "spoke of a meeting around the summit".
    const { triggers } = draft.sentence;
    if (linkAt > token + REACH || triggers[linkAt]! > triggers[token + 1]!) return;
    const others = drafts
      .slice(i + 1, i + 1 + 2 * REACH)
      .filter((other) => other.anchor.token > linkAt && other.anchor.token <= linkAt + REACH && other.time !== null);
    const near = ROUND.has(tokens[linkAt]!.lower)
      ? others.find(({ anchor }) => !anchor.verbal && anchor.token <= linkAt + 4)
      : others.find(({ time }) => COARSE.has(time!.precision));
    if (!near) return;
    draft.time = timeOfOther(near.time!, draft.sentence.view.sentence, confidence.discourse, true);
    redate(draft);
  });
}

const isLink = (word: string | undefined): boolean => word !== undefined && (ROUND.has(word) || LOOSE.has(word));

/** The dated mention of the same event, which dates the others; the surest first. */
export function dateFromCluster(
  drafts: readonly Draft[],
  clusters: readonly number[],
  published: string | undefined,
  confidence: DateConfidence,
): void {
  const dated = new Map<number, EventTime>();
  drafts.forEach(({ time }, i) => {
    if (time?.earliest === undefined || time.earliest === null || time.basis === 'publication') return;
    const known = dated.get(clusters[i]!);
    if (!known || known.confidence < time.confidence) dated.set(clusters[i]!, time);
  });
  drafts.forEach((draft, i) => {
    const time = dated.get(clusters[i]!);
    if (draft.time === null && time && !(isOld(time, published) && isNews(draft)))
      draft.time = timeOfOther(time, draft.sentence.view.sentence, confidence.discourse, false);
  });
}

/** A headline in the present tells what is new, whatever happened before under the same name. */
const isNews = ({ sentence: { view }, anchor: { token } }: Draft): boolean =>
  view.sentence.headline && view.groupAt[token]?.tense === 'present';

const NEWS_DAYS = 31;
const isOld = ({ latest }: EventTime, published: string | undefined): boolean =>
  latest !== null && published !== undefined && daysBetween(latest, published) > NEWS_DAYS;

/** Lines that are nothing but a day: datelines and the dates of a chronicle. */
export function datelinesOf(sentences: readonly ReadSentence[]): Thread[] {
  return sentences.flatMap(({ view, times }) => {
    const [placed] = times;
    if (times.length !== 1 || !placed || view.tokens.length > placed.last - placed.first + 2) return [];
    const { earliest, latest } = placed.time;
    const { index, paragraph } = view.sentence;
    return earliest !== null && earliest === latest ? [{ day: earliest, sentence: index, paragraph }] : [];
  });
}

/**
 * Gives events without a date the day the text has come to, where they are likely to have happened on it, or the days
 * from it to publication.
 */
export function dateFromThread(
  drafts: readonly Draft[],
  sentences: readonly ReadSentence[],
  published: string | undefined,
  { inherit, confidence }: Pick<StructureModels, 'inherit' | 'confidence'>,
): void {
  followThread(drafts, datelinesOf(sentences), published, (draft, thread) => {
    const handed = handDown(inherit, draft, thread, published);
    if (handed === 'day') draft.time = timeBetween(thread.day, thread.day, confidence.thread);
    else if (handed === 'since' && published !== undefined) {
      const { earliest, latest } = sinceThread(thread, published);
      draft.time = timeBetween(earliest, latest, confidence.since);
    }
  });
}
