import type { Stage } from '../analysis.ts';
import { findParagraphs } from './paragraphs.ts';
import { findEnds } from './sentences.ts';
import type { Sentence, Token } from './types.ts';
import { readParagraphs } from './wink.ts';

/** Paragraphs, sentences and tokens with their offsets in the document. */
export const textStage: Stage = {
  name: 'text',
  requires: [],
  adds: ['text'],
  apply(analysis) {
    const source = analysis.document.text;
    const paragraphs = findParagraphs(source);
    const sentences: Sentence[] = [];
    const tokens: Token[] = [];
    for (const [paragraph, read] of readParagraphs(source, paragraphs).entries()) {
      const ends = findEnds(read.tokens, read.suggestedEnds);
      let first = 0;
      for (const end of ends) {
        const index = sentences.length;
        const firstToken = tokens.length;
        for (let i = first; i <= end; i++) {
          const token = read.tokens[i]!;
          token.index = tokens.length;
          token.sentence = index;
          tokens.push(token);
        }
        sentences.push({
          index,
          paragraph,
          start: read.tokens[first]!.start,
          end: read.tokens[end]!.end,
          firstToken,
          lastToken: tokens.length,
          headline: ends.length === 1 && isHeadline(read.tokens),
        });
        first = end + 1;
      }
    }
    return { ...analysis, text: { paragraphs, sentences, tokens } };
  },
};

/** Longer lines without a final stop are sentences that lost it. */
const LONGEST_HEADLINE = 30;

/** A short line that no stop ends, marks that close left out of account. */
function isHeadline(tokens: readonly Token[]): boolean {
  let last = tokens.length - 1;
  while (last > 0 && /^["”’')\]»]$/.test(tokens[last]!.text)) last--;
  return tokens.length <= LONGEST_HEADLINE && !/[.!?…:;,]$/.test(tokens[last]!.text);
}
