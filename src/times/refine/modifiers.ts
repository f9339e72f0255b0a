import type { Draft, Reading } from '../types.ts';
import { words } from '../words.ts';

/** "early", "the end of", "more than" before an expression, "or so" behind it, and the article that belongs to it. */
const datePhrases = phrasesOf(words['date modifiers']);
const durationPhrases = phrasesOf(words['duration modifiers']);
const LONGEST = 24;

export function addModifiers(drafts: readonly Draft[], { text }: Reading): Draft[] {
  return drafts.map((draft, i) => {
    const floor = i === 0 ? 0 : drafts[i - 1]!.end;
    const { kind } = draft.meaning;
    if (kind === 'reference' || kind === 'set') return withArticle(draft, text, floor);
    const bare = withArticle(draft, text, floor);
    const counts = kind === 'duration' || isCounted(draft);
    const { pattern, mods } = counts ? durationPhrases : datePhrases;
    const preceding = text.slice(Math.max(floor, bare.start - LONGEST), bare.start);
    const phrase = pattern.exec(preceding)?.[1];
    const behind = kind === 'duration' && text.startsWith(' or so', bare.end) ? ' or so'.length : 0;
    if (phrase === undefined || (counts ? !fitsCount(phrase, draft, text) : !fits(phrase, bare, preceding)))
      return behind > 0 ? { ...bare, end: bare.end + behind, mod: 'APPROX' } : bare;
    const start = bare.start - (preceding.length - preceding.lastIndexOf(phrase));
    return withArticle(
      {
        ...bare,
        start,
        end: bare.end + behind,
        mod: mods.get(phrase)!,
        article: bare.article || /^(?:end|beginning|start|middle)/.test(phrase),
      },
      text,
      floor,
    );
  });
}

/** "two weeks ago" takes the modifiers of a number. */
const isCounted = ({ rule }: Draft): boolean => rule === 'units-away';

/** "over the last two years" and "over two years ahead of it" say when, "over two years" says how long. */
const fitsCount = (phrase: string, { rule, start }: Draft, text: string): boolean =>
  !(
    /(?:over|some|under|around|about)$/.test(phrase) &&
    (rule === 'anchored-duration' ||
      /(?:spread|used|place|evolved) over $/.test(text.slice(Math.max(0, start - 13), start)))
  );

/** "about Friday" and "around 2,000" are not about a time; a clock time and a year can be approximate. */
function fits(phrase: string, { meaning }: Draft, preceding: string): boolean {
  if (phrase !== 'about' && phrase !== 'around') return true;
  if (/(?:how|what) about [a-z ]*$/.test(preceding)) return false;
  if (meaning.kind !== 'calendar') return false;
  return meaning.time !== undefined || meaning.fields.year !== undefined || phrase === 'around';
}

function withArticle(draft: Draft, text: string, floor: number): Draft {
  if (
    !draft.article ||
    draft.start - 4 < floor ||
    !text.startsWith('the ', draft.start - 4) ||
    /[a-z]/.test(text[draft.start - 5] ?? ' ')
  )
    return draft;
  return { ...draft, start: draft.start - 4 };
}

function phrasesOf(groups: Readonly<Record<string, readonly string[]>>): {
  pattern: RegExp;
  mods: ReadonlyMap<string, string>;
} {
  const mods = new Map(
    Object.entries(groups).flatMap(([mod, phrases]) => phrases.map((phrase) => [phrase, mod] as const)),
  );
  const longestFirst = [...mods.keys()].sort((a, b) => b.length - a.length).map((phrase) => phrase.replace('.', '\\.'));
  return { pattern: new RegExp(`(?:^|[^a-z])(${longestFirst.join('|')})[ -]$`), mods };
}
