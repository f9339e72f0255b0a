/** English verb forms for titles, from the lemma by rule. */

/** The third person singular of a verb. */
export function third(lemma: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

/** The "-ing" form of a verb. */
export function gerund(lemma: string): string {
  if (/ie$/.test(lemma)) return `${lemma.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return /^[^aeiou]*[aeiou][bdgmnpt]$/.test(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}

export const possessive = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);

/** "A", "A and B", "A, B and C". */
export function list(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
