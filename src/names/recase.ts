import { readData } from '../data.ts';
import type { Sentence, TextLayer, Token } from '../text/types.ts';

/** Words of headlines that are no names, where the text does not say so. */
const common = new Set(readData<string[]>('en/names/headlines.json'));
/** Shorter words are left as they are: they may be abbreviations, or anything at all. */
const SHORTEST = 3;
const UPPER = /^\p{Lu}[\p{Lu}.'’-]+$/u;
const LETTER = /\p{L}/u;

/** How a word is written where capitals tell something: in running text, not at the start of a sentence. */
interface Spelling {
  /** As a name, as the document spells it ("McCain"). */
  capital?: string;
  small: boolean;
}

/**
 * The tokens that the model should read in another spelling, by index: those of headlines in capitals throughout, or
 * without any, spelled as the same words are in the running text, or else as the lists have them.
 *
 * @param isListed whether a word or two in lower case are the name of a country, a capital or the like
 */
export function recase(
  { tokens, sentences }: TextLayer,
  isListed: (lower: string) => boolean,
): ReadonlyMap<number, string> {
  const lines = sentences.filter((sentence) => caseOf(tokens, sentence) !== 'mixed');
  const texts = new Map<number, string>();
  if (lines.length === 0) return texts;
  const spellings = spellingsOf(tokens, sentences);
  for (const sentence of lines) {
    const kind = caseOf(tokens, sentence);
    for (let i = sentence.firstToken; i < sentence.lastToken; i++) {
      const { text, lower } = tokens[i]!;
      if (!LETTER.test(text)) continue;
      const spelling = spellings.get(lower);
      const isName = spelling?.capital !== undefined && !spelling.small;
      if (isName) texts.set(i, spelling.capital!);
      else if (kind === 'upper')
        texts.set(i, spelling?.small || common.has(lower) ? lower : text.length > SHORTEST ? capitalised(lower) : text);
      else if (spelling === undefined && lower.length >= SHORTEST && isListed(lower)) texts.set(i, capitalised(lower));
      else if (i + 1 < sentence.lastToken && isListed(`${lower} ${tokens[i + 1]!.lower}`)) {
        texts.set(i, capitalised(lower));
        texts.set(++i, capitalised(tokens[i]!.lower));
      }
    }
  }
  return texts;
}

const capitalised = (lower: string): string => lower.charAt(0).toUpperCase() + lower.slice(1);

/** Whether a line is written in capitals throughout, in none, or as usual. */
function caseOf(tokens: readonly Token[], { firstToken, lastToken, headline }: Sentence): 'upper' | 'lower' | 'mixed' {
  let upper = 0;
  let lower = 0;
  for (let i = firstToken; i < lastToken; i++) {
    const { text } = tokens[i]!;
    if (!LETTER.test(text)) continue;
    if (text === tokens[i]!.lower) lower++;
    else if (UPPER.test(text)) upper++;
    else return 'mixed';
    if (upper > 0 && lower > 0) return 'mixed';
  }
  if (upper >= 4) return 'upper';
  return lower >= 3 && headline ? 'lower' : 'mixed';
}

function spellingsOf(tokens: readonly Token[], sentences: readonly Sentence[]): Map<string, Spelling> {
  const spellings = new Map<string, Spelling>();
  for (const sentence of sentences) {
    if (caseOf(tokens, sentence) !== 'mixed') continue;
    for (let i = sentence.firstToken; i < sentence.lastToken; i++) {
      const { text, lower } = tokens[i]!;
      if (!LETTER.test(text) || (i === sentence.firstToken && text !== lower)) continue;
      const spelling = spellings.get(lower) ?? { small: false };
      if (text === lower) spelling.small = true;
      else spelling.capital ??= text;
      spellings.set(lower, spelling);
    }
  }
  return spellings;
}
