import type { Extraction } from '../schemas/extraction.ts';
import type { Analysis, LayerName, SourceDocument, Stage } from './analysis.ts';
import { entitiesStage } from './entities/stage.ts';
import { eventsStage } from './events/stage.ts';
import { namesStage } from './names/stage.ts';
import { textStage } from './text/stage.ts';
import { timesStage } from './times/stage.ts';

/**
 * The whole story, from text to dated events:
 *
 *   text      paragraphs, sentences and tagged tokens
 *   times     temporal expressions, resolved against the publication date
 *   names     mentions of people, countries, organisations and places
 *   entities  who those mentions are: coreference in the document, links to ISO codes and Wikidata
 *   events    what happened: triggers with participants, place, status, attribution and date
 */
export const stages: readonly Stage[] = [textStage, timesStage, namesStage, entitiesStage, eventsStage];

checkChain(stages);

/** Runs every stage over one document. Pure: the same document gives the same extraction. */
export function extract(document: SourceDocument): Extraction {
  const start = { document, warnings: [] as readonly string[] } as Analysis;
  return toExtraction(stages.reduce((analysis, stage) => stage.apply(analysis), start));
}

/** Each stage finds what it requires already added, and adds what nobody added before it. */
export function checkChain(chain: readonly Stage[]): void {
  const added = new Set<LayerName>();
  for (const stage of chain) {
    const missing = stage.requires.filter((layer) => !added.has(layer));
    if (missing.length > 0)
      throw new Error(`Stage "${stage.name}" requires ${missing.join(', ')}, which no stage before it adds.`);
    const twice = stage.adds.filter((layer) => added.has(layer));
    if (twice.length > 0)
      throw new Error(`Stage "${stage.name}" adds ${twice.join(', ')}, which an earlier stage already adds.`);
    for (const layer of stage.adds) added.add(layer);
  }
}

function toExtraction({ document, times, mentions, entities, events, warnings }: Analysis): Extraction {
  return {
    id: document.id,
    ...(document.publishedAt !== undefined && { publishedAt: document.publishedAt }),
    times: [...times],
    mentions: [...mentions],
    entities: [...entities],
    events: [...events],
    warnings: [...warnings],
  };
}
