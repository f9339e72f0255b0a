import type { Phrase } from '../noun-phrases.ts';
import { reportingVerbs } from '../words.ts';
import { baseOf, gerund, participle } from './english.ts';
import { follow } from './follow.ts';
import { call, type TitleMaking } from './naming.ts';
import { subjectOf } from './subject.ts';
import { afterVerbs, type Form, formOf, inflect, isPassive, negated } from './verb.ts';
import { nouns, telling } from './words.ts';

/** "Rex Tillerson visits Russia": the clause of verb `verb` as a headline; undefined where it would say next to nothing. */
export function clauseTitle(making: TitleMaking, verb: number): string | undefined {
  const { structure } = making;
  const { view, phrases } = structure;
  const token = view.tokens[verb]!;
  const base = baseOf(token);
  const passive = isPassive(making, verb);
  const form = formOf(making, verb);
  const subject = subjectOf(making, verb, passive);
  const reporting = reportingVerbs.has(base);
  if (subject === undefined) return withoutSubject(making, verb, base, form, passive);
  const beginning = `${subject.text} ${inflect(base, token.lower, form, passive, subject.plural, negated(making, verb))}`;
  const told = follow(making, afterVerbs(making, verb), beginning, { says: verb });
  if (reporting && told === beginning && !negated(making, verb)) return `Statement by ${subject.text}`;
  return told === beginning && phrases.length === 0 ? undefined : told;
}

/** "Ban extended on food", "Ending fighting in Syria", "Meeting in Minsk". */
function withoutSubject(making: TitleMaking, verb: number, base: string, form: Form, passive: boolean): string {
  const { structure, anchor } = making;
  const { view, phrases } = structure;
  if (reportingVerbs.has(base)) return 'Statement';
  const object = anchor.token === verb && anchor.object >= 0 ? phrases[anchor.object]! : undefined;
  if (object && !passive && form === 'present' && view.groupAt[verb]?.form === 'finite') {
    const to = view.tokens.length;
    const name = nameWithLinks(making, object, to);
    if (name) {
      return follow(making, lastTold(making, object), `${name} ${participle(base)}`);
    }
  }
  const noun = nouns.get(base);
  if (noun !== undefined && telling.has(base))
    return follow(making, verb + 1, `${noun} that`, { says: verb })
      .replace(/ that(?: (?=(?:on|to|with|in|over|about) )|$)/, ' ')
      .trim();
  const own = passive ? view.tokens[verb]!.lower : gerund(base);
  const told = follow(making, verb + 1, own, { says: verb });
  return told === own && passive ? (noun ?? own) : told;
}
const OF = new Set(['of']);

/** The token after the last phrase that was told in a row from `phrase` on. */
function lastTold({ structure: { phrases }, told }: TitleMaking, phrase: Phrase): number {
  let { last } = phrase;
  for (let p = phrase.index + 1; p < phrases.length && told.has(p); p++)
    if (phrases[p]!.modifies === undefined) last = phrases[p]!.last;
  return last;
}

/** The words that name a phrase with what belongs to it: "foreign ministers of CSTO". */
function nameWithLinks(making: TitleMaking, phrase: Phrase, to: number): string | undefined {
  const name = call(making, phrase);
  return name && follow(making, phrase.last, name, { to, only: OF, verbs: false, longest: 48 });
}
