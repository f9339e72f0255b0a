import type { Analysis } from '../analysis.ts';

/** Sentences read together. A document of more is a collection, and no event is told of from one end to the other. */
const BLOCK = 2000;

/**
 * The parts in which the events of a document are read, cut between paragraphs where that is near, each with its own
 * names and times: what is worked out about a sentence takes far more room than what is kept of it.
 */
export function* blocksOf(analysis: Analysis): Generator<Analysis> {
  const { text, names, times } = analysis;
  const { sentences } = text;
  let name = 0;
  let time = 0;
  for (let first = 0; first < sentences.length; ) {
    let last = Math.min(first + BLOCK, sentences.length);
    const far = Math.min(first + 2 * BLOCK, sentences.length);
    while (last < far && sentences[last]!.paragraph === sentences[last - 1]!.paragraph) last++;
    const { end } = sentences[last - 1]!;
    const nextName = firstFrom(names, name, end);
    const nextTime = firstFrom(times, time, end);
    yield {
      ...analysis,
      text: { ...text, sentences: sentences.slice(first, last) },
      names: names.slice(name, nextName),
      times: times.slice(time, nextTime),
    };
    [first, name, time] = [last, nextName, nextTime];
  }
}

function firstFrom(spans: readonly { start: number }[], from: number, offset: number): number {
  let i = from;
  while (i < spans.length && spans[i]!.start < offset) i++;
  return i;
}
