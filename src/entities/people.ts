import { normalise } from './normalise.ts';
import { remembered } from './remember.ts';
import { generations, particles } from './words.ts';

/** A person's name taken apart. */
export interface PersonName {
  readonly words: readonly string[];
  /** The last word that is no generation ("Jr."). */
  readonly surname: string;
  /** Only a surname, with its particles ("al-Maliki", "de Villepin"). */
  readonly short: boolean;
}

export const readPersonName: (text: string) => PersonName = remembered((text) => {
  const words = normalise(text).split(' ');
  while (words.length > 1 && generations.has(words.at(-1)!)) words.pop();
  const surname = words.at(-1)!;
  return { words, surname, short: words.slice(0, -1).every((word) => particles.has(word)) };
});

/**
 * Whether two full names with one surname may be one person: "V. Putin" and "Vladimir Putin", "George Bush" and
 * "George W. Bush", but not "Laura Bush", nor "George H. W. Bush" and "George W. Bush".
 */
export function mayBeOne(a: PersonName, b: PersonName): boolean {
  const [shorter, longer] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (shorter.length > 2 && !agree(shorter[1]!, longer[1]!)) return false;
  let at = 0;
  for (const word of shorter) {
    while (at < longer.length && !agree(word, longer[at]!)) at++;
    if (at === longer.length) return false;
    at++;
  }
  return agree(shorter[0]!, longer[0]!);
}

const agree = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
