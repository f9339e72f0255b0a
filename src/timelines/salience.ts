import type { EventType } from '../../schemas/extraction.ts';
import type { Backing } from './corroboration.ts';
import type { Report } from './types.ts';

/** How often an event of the category is what an article is about; the rest are between. */
const WEIGHTS: Partial<Readonly<Record<EventType, number>>> = {
  ELECT: 1,
  DISASTER: 1,
  DEATH: 0.9,
  ASSAULT: 0.9,
  AGREE: 0.9,
  SANCTION: 0.9,
  CONSULT: 0.8,
  MOBILIZE: 0.8,
  PROTEST: 0.8,
  STATEMENT: 0.4,
  OTHER: 0.5,
};
const MIDDLING = 0.7;
/** Texts and publishers after which half of the importance that breadth can give is reached, on a scale of doublings. */
const HALF = 4;

/**
 * How much an event mattered, 0 to 1: documents and publishers, each doubling as much as the one before; the category; and
 * whether it made the headline or the lead.
 */
export function salienceOf(type: EventType, reports: readonly Report[], { originals, publishers }: Backing): number {
  const breadth = Math.log2(1 + originals.length) + Math.log2(1 + publishers);
  const standing = reports.some(({ headline }) => headline) ? 1 : reports.some(({ lead }) => lead) ? 0.85 : 0.6;
  const prominence = reports.some(({ prominent }) => prominent) ? 1 : 0.3;
  const salience = (breadth / (breadth + HALF)) * (WEIGHTS[type] ?? MIDDLING) * standing * prominence;
  return Math.round(salience * 10_000) / 10_000;
}
