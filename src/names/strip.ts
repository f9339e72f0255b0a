import type { EntityType } from '../../schemas/extraction.ts';
import { readData } from '../data.ts';
import type { Token } from '../text/types.ts';
import { type Draft, nameOf } from './drafts.ts';
import { CITY, COUNTRY, type PhraseLists, STATE } from './lists.ts';

const titles = new Set(readData<string[]>('en/names/titles.json'));
const filters =
  readData<Record<'offices' | 'neverNames' | 'placeNouns' | 'countries' | 'organisations', string[]>>(
    'en/names/filters.json',
  );
const offices = new Set(filters.offices);
const neverNames = new Set(filters.neverNames);
const countries = new Set(filters.countries);
const organisations = new Set(filters.organisations);
const placeNouns = new Set(filters.placeNouns);
const ARTICLES = new Set(['the', 'a', 'an']);
const WORD = /[\p{L}\p{N}]/u;
const DEMONYM = /(?:an|ese|ish|ch|i|ic)$/;

/** Bodies whose name, in capitals, can mean nothing else. */
export const isOrganisation = (lower: string): boolean => organisations.has(lower);

/** "US", "UAE": in capitals, no other word. */
export const isAbbreviatedCountry = (text: string): boolean =>
  /^\p{Lu}[\p{Lu}.]+$/u.test(text) && countries.has(text.toLowerCase());

export const isTitle = (lower: string): boolean => titles.has(lower);

/** Whether what is left is no name at all: a month, a title, a pronoun. */
export const isNoName = (draft: Draft, tokens: readonly Token[]): boolean => neverNames.has(nameOf(draft, tokens));

/** The name without titles, articles, offices ("Russian FM") and marks at its ends. */
export function strip(draft: Draft, tokens: readonly Token[], lists: PhraseLists): Draft {
  let { firstToken, lastToken, type } = draft;
  const whole = nameOf(draft, tokens);
  if (countries.has(whole) || (type === undefined && (lists.bitsOf(whole) & COUNTRY) !== 0))
    return { ...draft, type: 'country' };
  if (type === undefined && organisations.has(whole)) return { ...draft, type: 'organisation' };
  const isOutside = (token: Token) =>
    (ARTICLES.has(token.lower) && !isTheHague(token, tokens)) ||
    !WORD.test(token.text) ||
    (type === 'person' && titles.has(token.lower));
  while (firstToken + 1 < lastToken && isOutside(tokens[firstToken]!)) firstToken++;
  firstToken = skipOffice(firstToken, lastToken, tokens);
  while (lastToken - 1 > firstToken && !WORD.test(tokens[lastToken - 1]!.text) && tokens[lastToken - 1]!.text !== '.')
    lastToken--;
  const isTyped = type === 'organisation' || type === 'person';
  if (
    isTyped &&
    lastToken - firstToken > 1 &&
    (isPlaceNoun(tokens[lastToken - 1]!) || isListedPlace(whole, type, lists))
  )
    type = 'place';
  if (lastToken - firstToken === 2 && offices.has(tokens[lastToken - 1]!.lower)) {
    lastToken--;
    type = DEMONYM.test(tokens[firstToken]!.lower) ? 'people' : 'country';
  }
  if (firstToken === draft.firstToken && lastToken === draft.lastToken) return { ...draft, type };
  return { firstToken, lastToken, type };
}

/** "Highway" at the end of a name says what bears it. */
const isPlaceNoun = ({ text, lower }: Token): boolean => text !== lower && placeNouns.has(lower);

/** "Tamil Nadu", "Buenos Aires": no person is called so; a team may be called as its city is. */
const isListedPlace = (name: string, type: EntityType | undefined, lists: PhraseLists): boolean =>
  (lists.bitsOf(name) & (type === 'person' ? CITY | STATE : STATE)) !== 0;

/** The one city whose article belongs to its name. */
const isTheHague = (token: Token, tokens: readonly Token[]): boolean =>
  token.text === 'The' && tokens[token.index + 1]?.text === 'Hague';

/** "President of Mongolia" names Mongolia: the first token behind titles and "of". */
function skipOffice(first: number, end: number, tokens: readonly Token[]): number {
  let at = first;
  while (at < end && titles.has(tokens[at]!.lower)) at++;
  if (at === first || at + 1 >= end || tokens[at]!.lower !== 'of') return first;
  at++;
  if (at + 1 < end && ARTICLES.has(tokens[at]!.lower)) at++;
  return at;
}
