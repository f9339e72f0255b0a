import type { Analysis } from '../analysis.ts';
import { findClauses } from './clauses.ts';
import { type SentenceView, viewSentences } from './features.ts';
import { findPhrases, type NameSpan } from './noun-phrases.ts';
import { rootsOf, type Structure } from './relations.ts';

/** Noun phrases and clauses of every sentence; linear in the text. */
export function readStructures(analysis: Analysis, views: readonly SentenceView[] = viewSentences(analysis)): Structure[] {
  const { names, times } = analysis;
  let name = 0;
  let time = 0;
  return views.map((view) => {
    const { firstToken, lastToken } = view.sentence;
    const spans: NameSpan[] = [];
    for (; name < names.length && names[name]!.firstToken < lastToken; name++) {
      const { firstToken: first, lastToken: last, type } = names[name]!;
      if (first >= firstToken) spans.push({ first: first - firstToken, last: last - firstToken, type });
    }
    const timed = view.tokens.map(({ start }) => {
      while (time < times.length && times[time]!.end <= start) time++;
      return times[time] !== undefined && times[time]!.start <= start;
    });
    const phrases = findPhrases(view, spans, timed);
    return { view, phrases, clauses: findClauses(view, phrases), roots: rootsOf(phrases) };
  });
}
