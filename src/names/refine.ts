import type { EntityType } from '../../schemas/extraction.ts';
import type { NameMention } from '../analysis.ts';
import type { Token } from '../text/types.ts';
import { isInserted } from './brackets.ts';
import { addKnownNames } from './complete.ts';
import { type Draft, nameOf } from './drafts.ts';
import type { Reading } from './features.ts';
import { withSecondHalf } from './hyphens.ts';
import { splitPairs } from './pairs.ts';
import { isNoName, strip } from './strip.ts';
import type { NameSpan } from './tagger.ts';
import { trimWord } from './trim.ts';
import type { Words } from './words.ts';

/**
 * Puts right what the model, which sees a few words at a time, cannot know: titles and articles are no part of a name,
 * "Putin-Trump" is two people, a name keeps its type through a document, a surname alone is that person.
 */
export function refine(names: readonly NameSpan[], source: string, reading: Reading, vocabulary: Words): NameMention[] {
  const { tokens } = reading.text;
  const { lists } = vocabulary;
  const drafts: Draft[] = [];
  for (const { firstToken, lastToken, kind } of names) {
    const draft = strip({ firstToken, lastToken, type: kind === 'misc' ? undefined : kind }, tokens, lists);
    if (!isNoName(draft, tokens)) drafts.push(withSecondHalf(draft, tokens));
  }
  const votes = countTypes(drafts, tokens);
  const single = splitPairs(drafts, tokens, votes, lists);
  for (const draft of single) draft.type = elect(votes.get(nameOf(draft, tokens)), draft.type);
  return addKnownNames(single, reading, vocabulary).flatMap((draft, i, all) => {
    const { firstToken, lastToken, type } = draft;
    if (type === undefined || isInserted(draft, all[i + 1], tokens)) return [];
    const { start, text: word } = tokens[firstToken]!;
    const final = tokens[lastToken - 1]!;
    const end = final.start + trimWord(final.text).length;
    // The same string for the same word, where it can be: maps find it again at once.
    const text = end - start === word.length ? word : source.slice(start, end);
    return [{ start, end, text, type, firstToken, lastToken }];
  });
}

export type Votes = ReadonlyMap<string, ReadonlyMap<EntityType | undefined, number>>;

function countTypes(drafts: readonly Draft[], tokens: readonly Token[]): Votes {
  const votes = new Map<string, Map<EntityType | undefined, number>>();
  for (const draft of drafts) {
    const name = nameOf(draft, tokens);
    let counts = votes.get(name);
    if (counts === undefined) {
      counts = new Map();
      votes.set(name, counts);
    }
    counts.set(draft.type, (counts.get(draft.type) ?? 0) + 1);
  }
  return votes;
}

/** One type a name in a document: the most frequent one; at a tie its own. */
function elect(
  counts: ReadonlyMap<EntityType | undefined, number> | undefined,
  own: EntityType | undefined,
): EntityType | undefined {
  let elected = own;
  let most = counts?.get(own) ?? 0;
  for (const [type, count] of counts ?? []) {
    if (count <= most) continue;
    elected = type;
    most = count;
  }
  return elected;
}
