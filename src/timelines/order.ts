import { normalName } from './identity.ts';
import type { Report } from './types.ts';

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The earliest published first, then by document and position: a total order that no batch and no arrival changes. */
export function compareCanonical(a: Report, b: Report): number {
  const [from, to] = [a.published ?? Number.MAX_SAFE_INTEGER, b.published ?? Number.MAX_SAFE_INTEGER];
  return from - to || compareText(a.document, b.document) || a.position - b.position || compareText(a.id, b.id);
}

/** Those that name most first, so that others gather around them; then the canonical order. */
export const compareRichness = (a: Report, b: Report): number => richness(b) - richness(a) || compareCanonical(a, b);

const richness = ({ parties }: Report): number =>
  parties.reduce((sum, { named, role }) => sum + (role === 'topic' ? 0 : !named ? 1 : role === 'place' ? 2 : 4), 0);

/** All that comparing and searching look at; reports with one signature are compared once. */
export function signatureOf(report: Report): string {
  const { type, mode, status, stems, senses, parties, prominent, lead, published, days, story, claims } = report;
  const who = parties.map(({ role, handles, name, type: sort, country }) =>
    [role, sort, country, ...handles, normalName(name)].join(' '),
  );
  return JSON.stringify([
    [type, mode, status, prominent, lead, published, days.from, days.to],
    [stems, senses, who.sort(), story],
    claims.map(({ trigger, sentence }) => [trigger.text, sentence.text]),
  ]);
}
