import type { TimeExpression } from '../../schemas/extraction.ts';
import type { Analysis } from '../analysis.ts';
import { findClauses } from './clauses.ts';
import type { SentenceView } from './features.ts';
import { findPhrases, type NameSpan } from './noun-phrases.ts';
import { rootsOf, type Structure } from './relations.ts';
import { type PlacedTime, placeTimes } from './when.ts';

/** A sentence with its phrases and clauses, and the temporal expressions in it. */
export interface ReadSentence extends Structure {
  readonly times: readonly PlacedTime[];
}

/** Noun phrases, clauses and expressions of every sentence; `triggers` in the order of their tokens. Linear in the text. */
export function readStructures(
  analysis: Pick<Analysis, 'text' | 'names' | 'times'>,
  views: readonly SentenceView[],
  triggers: readonly { readonly token: number }[],
): ReadSentence[] {
  const { names, times } = analysis;
  let name = 0;
  let time = 0;
  let trigger = 0;
  return views.map((view) => {
    const { firstToken, lastToken, end } = view.sentence;
    const spans: NameSpan[] = [];
    for (; name < names.length && names[name]!.firstToken < lastToken; name++) {
      const { firstToken: first, lastToken: last, type } = names[name]!;
      if (first >= firstToken) spans.push({ first: first - firstToken, last: last - firstToken, type });
    }
    const inside: TimeExpression[] = [];
    for (; time < times.length && times[time]!.start < end; time++) inside.push(times[time]!);
    const placed = placeTimes(view, inside);
    const timed: boolean[] = new Array(view.tokens.length).fill(false);
    for (const { first, last } of placed) timed.fill(true, first, last);
    const before = new Int32Array(view.tokens.length + 1);
    for (; trigger < triggers.length && triggers[trigger]!.token < lastToken; trigger++)
      before[triggers[trigger]!.token - firstToken + 1] = 1;
    for (let i = 1; i < before.length; i++) before[i]! += before[i - 1]!;
    const phrases = findPhrases(view, spans, timed);
    return {
      view,
      phrases,
      clauses: findClauses(view, phrases),
      roots: rootsOf(phrases),
      times: placed,
      triggers: before,
      phraseKeys: [],
    };
  });
}
