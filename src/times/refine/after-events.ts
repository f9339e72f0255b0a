import type { Token } from '../../text/types.ts';
import { tokenAt } from '../rules/guards.ts';
import type { Draft, Reading, Step } from '../types.ts';
import { isDated, isDay, stepsOf } from './counted.ts';

const BEHIND = /^ (?<side>after|following|before) (?:the|that|this) /;
/** Words of the phrase among which the event must be named. */
const PHRASE = 4;
/** Sentences before it that are asked, and tokens and expressions looked at in each. */
const SENTENCES_BACK = 2;
const LONGEST_SENTENCE = 80;
const DATES_BACK = 8;

/** "two days after the vote": counted from the vote where the text just before gives it a day, else a length of time. */
export function afterEvents(drafts: readonly Draft[], reading: Reading): Draft[] {
  return drafts.map((draft, i) => {
    const step = stepsOf(draft)?.[0];
    const behind = step === undefined ? null : BEHIND.exec(reading.text.slice(draft.end, draft.end + 24));
    if (step === undefined || behind === null || !isDated(step)) return draft;
    const event = eventAt(reading, draft.end + behind[0].length);
    const anchor =
      event === undefined ? undefined : dayOf(event, drafts.slice(Math.max(0, i - DATES_BACK), i), reading);
    return anchor === undefined ? draft : { ...draft, meaning: countedFrom(anchor, step, behind.groups!.side!) };
  });
}

function countedFrom({ start }: Draft, { unit, count }: Step, side: string): Draft['meaning'] {
  return { kind: 'offset', unit, count: side === 'before' ? -count : count, from: 'context', anchor: start };
}

/** The last noun of the phrase that begins here. */
function eventAt(reading: Reading, offset: number): Token | undefined {
  let event: Token | undefined;
  const from = tokenAt(reading, offset);
  for (const token of reading.tokens.slice(from, from + PHRASE)) {
    if (token.pos === 'NOUN') event = token;
    // "two days after the team was stopped" is counted from what befell the team.
    else if (token.pos === 'VERB' || token.pos === 'AUX') return undefined;
    else if (event !== undefined || token.pos !== 'ADJ') break;
  }
  return event;
}

/** The only day of a sentence just before that speaks of the event, the nearest first; in its own it may be the day counted to. */
function dayOf(event: Token, before: readonly Draft[], reading: Reading): Draft | undefined {
  const { tokens, sentences } = reading;
  const sentenceOf = ({ start }: Draft) => tokens[tokenAt(reading, start)]?.sentence ?? -1;
  for (let s = event.sentence - 1; s >= 0 && s >= event.sentence - SENTENCES_BACK; s--) {
    const { firstToken, lastToken } = sentences[s]!;
    const days = before.filter((draft) => isDay(draft.meaning) && sentenceOf(draft) === s);
    const speaks = tokens
      .slice(firstToken, Math.min(lastToken, firstToken + LONGEST_SENTENCE))
      .some(({ lemma, pos }) => lemma === event.lemma && (pos === 'NOUN' || pos === 'VERB'));
    if (speaks && days.length === 1) return days[0];
  }
  return undefined;
}
