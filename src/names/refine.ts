import type { EntityType } from '../../schemas/extraction.ts';
import type { NameMention } from '../analysis.ts';
import type { TextLayer, Token } from '../text/types.ts';
import { isInserted } from './brackets.ts';
import { addKnownNames } from './complete.ts';
import { type Draft, nameOf } from './drafts.ts';
import { withSecondHalf } from './hyphens.ts';
import type { PhraseLists } from './lists.ts';
import { splitPairs } from './pairs.ts';
import { isNoName, strip } from './strip.ts';
import type { NameSpan } from './tagger.ts';
import { trimWord } from './trim.ts';

/**
 * Puts right what the model, which sees a few words at a time, cannot know: titles and articles are no part of a name,
 * "Putin-Trump" is two people, a name keeps its type through a document, a surname alone is that person.
 */
export function refine(
  names: readonly NameSpan[],
  source: string,
  { tokens }: TextLayer,
  lists: PhraseLists,
): NameMention[] {
  const drafts: Draft[] = [];
  for (const { firstToken, lastToken, kind } of names) {
    const draft = strip({ firstToken, lastToken, type: kind === 'misc' ? undefined : kind }, tokens, lists);
    if (!isNoName(draft, tokens)) drafts.push(withSecondHalf(draft, tokens));
  }
  const votes = countTypes(drafts, tokens);
  const single = splitPairs(drafts, tokens, votes, lists);
  for (const draft of single) draft.type = elect(votes.get(nameOf(draft, tokens)), draft.type);
  return addKnownNames(single, tokens).flatMap((draft, i, all) => {
    const { firstToken, lastToken, type } = draft;
    if (type === undefined || isInserted(draft, all[i + 1], tokens)) return [];
    const { start } = tokens[firstToken]!;
    const final = tokens[lastToken - 1]!;
    const end = final.start + trimWord(final.text).length;
    return [{ start, end, text: source.slice(start, end), type, firstToken, lastToken }];
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
