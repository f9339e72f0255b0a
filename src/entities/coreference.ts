import type { NameMention } from '../analysis.ts';
import type { Token } from '../text/types.ts';
import { findAcronyms, organisationKey } from './acronyms.ts';
import type { Gazetteer } from './gazetteer.ts';
import { addMention, type Group, newGroup } from './groups.ts';
import type { Known } from './known.ts';
import { normalise } from './normalise.ts';
import { groupPeople } from './persons.ts';

/**
 * Puts the mentions of one entity together.
 *
 * @param fullNames of people known from elsewhere (the title), which short names of the text may mean
 * @returns for each mention its group
 */
export function groupMentions(
  names: readonly NameMention[],
  tokens: readonly Token[],
  gazetteer: Gazetteer,
  fullNames: readonly string[],
): Group[] {
  const people = groupPeople(names, fullNames);
  const acronyms = findAcronyms(names, tokens);
  const isKorean = names.some(({ text }) => text.endsWith('Korea'));
  const others = new Map<string, Group>();
  /** Whose is a text that was seen before, mostly as the same type; organisations depend on what stands before them. */
  const byText = new Map<string, Group>();
  return names.map((name, index) => {
    const group = people.get(index) ?? seenGroup(name) ?? otherGroup(name, index);
    if (name.type !== 'organisation' && name.type !== 'person') byText.set(name.text, group);
    addMention(group, index, name);
    return group;
  });

  function seenGroup({ text, type }: NameMention): Group | undefined {
    const seen = byText.get(text);
    return seen?.type === type ? seen : undefined;
  }

  function otherGroup({ text, type }: NameMention, index: number): Group {
    const own = type === 'organisation' ? organisationKey(text) : normalise(text);
    const long = type === 'organisation' ? acronyms.get(own) : undefined;
    // "The North" of a text about Korea.
    const full = isKorean && HALVES.has(text) && type === 'country' ? `${text} Korea` : text;
    const known = type === 'organisation' ? organisationsNamed(text) : gazetteer.named(full, type);
    const sole = known.length === 1 || type === 'organisation' || type === 'country' ? known[0] : undefined;
    const longKnown = long === undefined ? undefined : gazetteer.named(long.text, type)[0];
    const owner = type === 'organisation' ? ownerOf(index) : undefined;
    const meant = longKnown ?? (long === undefined ? sole : undefined);
    // "The Norwegian Labour Party" is not the British one.
    const isOther = meant?.country !== undefined && owner !== undefined && owner !== meant.country;
    const identity = isOther ? undefined : meant;
    const key = `${type} ${identity === undefined ? (long?.key ?? own) : `= ${identity.wikidata ?? identity.name}`}`;
    const owned = owner === undefined || identity !== undefined ? key : `${key} ${owner}`;
    let group = others.get(owned);
    if (group === undefined) {
      group = newGroup(type);
      if (identity !== undefined && type !== 'place') group.known = identity;
      if (owner !== undefined && identity === undefined) {
        group.owner = owner;
        group.ownerBefore = countryInside(text) === undefined;
      }
      others.set(owned, group);
    }
    // Without its country the name means the one last spoken of.
    others.set(key, group);
    return group;
  }

  /** Organisations of this name, or of what follows their country in it: "U.S. Central Intelligence Agency". */
  function organisationsNamed(text: string): readonly Known[] {
    const known = gazetteer.named(text, 'organisation');
    const blank = text.indexOf(' ');
    if (known.length > 0 || blank < 0) return known;
    const country = countryIn(text.slice(0, blank));
    if (country === undefined) return known;
    return gazetteer.named(text.slice(blank + 1), 'organisation').filter((one) => one.country === country);
  }

  /** The country named in or right before an organisation: "Russian Foreign Ministry", "Iraq's Interior Ministry". */
  function ownerOf(index: number): string | undefined {
    const { text, firstToken } = names[index]!;
    const inside = countryInside(text);
    if (inside !== undefined) return inside;
    const before = names[index - 1];
    if (before === undefined || (before.type !== 'people' && before.type !== 'country')) return undefined;
    const gap = firstToken - before.lastToken;
    const isBeside = gap === 0 || (gap === 1 && /^['’]s?$/.test(tokens[before.lastToken]!.text));
    return isBeside ? countryIn(before.text) : undefined;
  }

  function countryInside(text: string): string | undefined {
    return countryIn(text.slice(0, Math.max(0, text.indexOf(' '))));
  }

  function countryIn(word: string): string | undefined {
    if (word === '') return undefined;
    const known = gazetteer.named(word, 'people')[0] ?? gazetteer.named(word, 'country')[0];
    return known?.iso ?? known?.country;
  }
}

const HALVES = new Set(['North', 'South']);
