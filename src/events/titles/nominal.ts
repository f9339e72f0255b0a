import type { Phrase } from '../noun-phrases.ts';
import type { FoundParticipant } from '../participants.ts';
import { baseOf, list, possessive } from './english.ts';
import { follow } from './follow.ts';
import type { TitleMaking } from './naming.ts';
import { ownerOf, shortName, wordsOf } from './naming.ts';
import { carriers } from './words.ts';

/** "Rex Tillerson’s visit to Moscow", "Chemical attack on Khan Sheikhoun", "Talks between A and B". */
export function nominalTitle(making: TitleMaking): string {
  const { structure, anchor } = making;
  const { view, phrases, clauses } = structure;
  const p = anchor.phrase >= 0 ? anchor.phrase : clauses.phraseAt[anchor.token]!;
  if (p < 0) return view.tokens[anchor.token]!.lower;
  const own = phrases[p]!;
  making.told.add(p);
  const noun = wordsOf(making, own);
  const owner = ownerOf(making, own);
  const head = owner ? `${possessive(owner)} ${noun}` : noun;
  const ends = own.possessive || own.head !== anchor.token;
  const told = ends ? head : follow(making, own.last, head);
  return told === noun && !ends ? `${noun}${company(making, own)}` : told;
}

/** Who takes part in what a bare noun says: " between A and B", " with A", " by A". */
function company(making: TitleMaking, own: Phrase): string {
  const { participants, entities, type, mode, named } = making;
  const seen = new Set<string>(named);
  const names: string[] = [];
  const roles: FoundParticipant['role'][] = [];
  for (const { phrase, role } of participants) {
    if (phrase.modifies === own.index && phrase.kind !== 'pronoun') continue;
    if (governs(making, phrase)) continue;
    for (const record of entities(phrase)) {
      if (record.type === 'people' || seen.has(record.id)) continue;
      seen.add(record.id);
      names.push(shortName(record));
      roles.push(role);
    }
  }
  if (names.length === 0 || names.length > 3) return '';
  for (const id of seen) named.add(id);
  const mutual = type === 'CONSULT' || ((type === 'AGREE' || type === 'COOPERATE') && names.length > 1);
  if (names.length === 1 && mode === 'multilateral') return '';
  if (mutual) return names.length === 1 ? ` with ${names[0]}` : ` between ${list(names)}`;
  const actors = names.filter((_, i) => roles[i] === 'actor');
  return actors.length > 0 && actors.length < 3 ? ` by ${list(actors)}` : '';
}

/** Whether a phrase is the subject of the verb that has the noun as its object: "he condemned the attack" is no attack of his. */
const governs = (
  { anchor: { objectOf }, structure: { clauses, roots, view } }: TitleMaking,
  phrase: Phrase,
): boolean => {
  const subject = objectOf < 0 || carriers.has(baseOf(view.tokens[objectOf]!)) ? -1 : clauses.subject[objectOf]!;
  return subject >= 0 && roots[subject] === roots[phrase.index];
};
