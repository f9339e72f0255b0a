import { outOfFold, type ReadDocument, readCoded, readSet } from '../scripts/train-events/recipe.ts';
import { trainStructure } from '../scripts/train-events/structure.ts';
import type { Stage } from '../src/analysis.ts';
import { eventsStageWith } from '../src/events/stage.ts';
import { eventReader } from '../src/events/triggers.ts';

/** For each document of MEANTIME by id, the events stage with models that were learned from the other folds. */
export function stagesOutOfFold(shared: string): Map<string, Stage> {
  const documents = [
    ...readSet(shared, 'news-events', true),
    ...readSet(shared, 'meantime_apple', false),
    ...readCoded(shared),
  ];
  const isCoded = ({ gold }: ReadDocument): boolean => gold.id.startsWith('PLOVER');
  const stages = new Map<string, Stage>();
  for (const [held, models] of outOfFold(documents)) {
    const others = documents.filter((document) => !held.includes(document) && !isCoded(document));
    const reader = eventReader(models);
    const judges = { reader, structure: trainStructure(others, reader) };
    const stage = eventsStageWith(() => judges);
    for (const { gold, typed } of held) if (!typed) stages.set(gold.id, stage);
  }
  return stages;
}
