import type { EventMention } from '../../schemas/extraction.ts';
import { partCues } from './words.ts';

/** UTF-16 code units between the words and the event that they lead to: "on the sidelines of the G20 summit". */
const REACH = 60;

/**
 * Which mentions are part of which, where the text says so in one sentence: "met on the sidelines of the summit". From the
 * event before the words to the one after them.
 */
export function partsOf(mentions: readonly EventMention[], text: string): Map<EventMention, EventMention> {
  const parts = new Map<EventMention, EventMention>();
  const ordered = [...mentions].sort((a, b) => a.trigger.start - b.trigger.start);
  const cues = new Map<number, number[]>();
  ordered.forEach((whole, i) => {
    const before = ordered[i - 1];
    const { start } = whole.sentence;
    if (before === undefined || before.sentence.start !== start) return;
    if (!cues.has(start))
      cues.set(
        start,
        partCues(text.slice(start, whole.sentence.end)).map((at) => at + start),
      );
    const between = cues
      .get(start)!
      .some((at) => before.trigger.end < at && at < whole.trigger.start && whole.trigger.start - at < REACH);
    if (between && before.trigger.lemma !== whole.trigger.lemma) parts.set(before, whole);
  });
  return parts;
}
