const OFFICES: readonly [pattern: RegExp, office: string][] = [
  [/^(?:federal )?president (?:of|and)\b/i, 'president'],
  [/^prime minister\b|^taoiseach\b|^premier of\b|^chief minister\b|^minister of state of\b/i, 'prime minister'],
  [/^federal chancellor\b|^chancellor\b/i, 'chancellor'],
  [/^(?:monarch|king|queen|grand duke|prince|emperor) of\b|^druk gyalpo|^ngwenyama|^yang di-pertuan/i, 'monarch'],
  [/^emir\b/i, 'emir'],
  [/^sultan\b/i, 'sultan'],
  [/^supreme leader\b/i, 'supreme leader'],
  [/^pope\b/i, 'pope'],
];

/** The office that a title of the table of leaders names, as `offices.tsv` writes it; undefined for minor ones. */
export function officeOf(title: string): string | undefined {
  return OFFICES.find(([pattern]) => pattern.test(title))?.[1];
}
