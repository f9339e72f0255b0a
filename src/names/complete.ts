import type { EntityType } from '../../schemas/extraction.ts';
import type { Token } from '../text/types.ts';
import type { Draft } from './drafts.ts';
import type { Reading } from './features.ts';
import { PEOPLE_NAMES, REGION } from './lists.ts';
import { isAbbreviatedCountry, isOrganisation, isTitle } from './strip.ts';
import { trimWord } from './trim.ts';
import { CAPITAL, type Words } from './words.ts';

/**
 * Finds names that the document itself makes known where the model passed them over: names of one word found
 * elsewhere, surnames of people named in full, and the abbreviation in "Collective Security Treaty Organization (CSTO)".
 */
export function addKnownNames(drafts: readonly Draft[], reading: Reading, vocabulary: Words): Draft[] {
  const { words, context } = reading;
  const { tokens } = reading.text;
  const known = knownWords(drafts, tokens, (word) => context.isSmall(vocabulary.spelled(word)));
  const complete: Draft[] = [];
  let next = 0;
  for (const draft of drafts) {
    addBetween(next, draft.firstToken);
    complete.push(draft.type === undefined ? { ...draft, type: typeOf(draft) } : draft);
    next = draft.lastToken;
  }
  addBetween(next, tokens.length);
  return complete;

  function typeOf({ firstToken, lastToken }: Draft): EntityType | undefined {
    return lastToken - firstToken === 1 ? known.get(trimWord(tokens[firstToken]!.text)) : undefined;
  }

  /** "Earth", "Africa": written with a capital where nothing but being a name asks for one. */
  function isRegion(i: number): boolean {
    const { listed } = words[i]!;
    return (listed & REGION) !== 0 && (listed & PEOPLE_NAMES) === 0 && tokens[i - 1]?.sentence === tokens[i]!.sentence;
  }

  function addBetween(first: number, last: number): void {
    for (let i = first; i < last; i++) {
      if ((words[i]!.part & CAPITAL) === 0) continue;
      const word = trimWord(tokens[i]!.text);
      const type = known.get(word) ?? listedType(word) ?? (isRegion(i) ? 'place' : undefined);
      if (type !== undefined && standsAlone(tokens, i)) complete.push({ firstToken: i, lastToken: i + 1, type });
    }
  }
}

function knownWords(
  drafts: readonly Draft[],
  tokens: readonly Token[],
  isSmall: (word: string) => boolean,
): Map<string, EntityType> {
  const known = new Map<string, EntityType>();
  const surnames = new Map<string, EntityType>();
  const doubtful = new Set<string>();
  for (const { firstToken, lastToken, type } of drafts) {
    const first = trimWord(tokens[firstToken]!.text);
    const last = trimWord(tokens[lastToken - 1]!.text);
    if (lastToken - firstToken === 1) {
      const before = known.get(last);
      if (type === undefined) continue;
      if (before !== undefined && before !== type) doubtful.add(last);
      else if (last.length > 2 && isName(last)) known.set(last, type);
      continue;
    }
    if (type === 'person' && last.length > 2 && isName(last)) surnames.set(last, type);
    if (type === 'organisation' && /\p{L}.*\p{N}/u.test(first)) known.set(first, type);
    const abbreviation = tokens[lastToken + 1];
    if (type === undefined || tokens[lastToken]?.text !== '(' || tokens[lastToken + 2]?.text !== ')') continue;
    if (type !== 'person' && abbreviates(abbreviation!.text, first)) known.set(abbreviation!.text, type);
  }
  for (const [word, type] of surnames) if (!known.has(word)) known.set(word, type);
  for (const word of doubtful) known.delete(word);
  // A word that the document also writes small is no proof.
  for (const word of [...known.keys()]) if (isCapitalised(word) && isSmall(word)) known.delete(word);
  return known;
}

const isCapitalised = (word: string): boolean => word.slice(1) === word.slice(1).toLowerCase();

function listedType(word: string): EntityType | undefined {
  if (!isName(word)) return undefined;
  if (isAbbreviatedCountry(word)) return 'country';
  return isOrganisation(word.toLowerCase()) ? 'organisation' : undefined;
}

const isName = (word: string): boolean => /^\p{Lu}/u.test(word);

const abbreviates = (short: string, first: string): boolean => /^\p{Lu}{2,8}$/u.test(short) && short[0] === first[0];

/** No capitalised word beside it, in its sentence, that might make it part of another name. */
function standsAlone(tokens: readonly Token[], i: number): boolean {
  const { sentence } = tokens[i]!;
  const isCapital = (token: Token | undefined) =>
    token !== undefined && token.sentence === sentence && /^\p{Lu}/u.test(token.text) && !isTitle(token.lower);
  return !isCapital(tokens[i - 1]) && !isCapital(tokens[i + 1]);
}
