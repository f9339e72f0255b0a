import type { Stage } from '../analysis.ts';
import type { Judges } from './draft-events.ts';
import { readEvents } from './read-events.ts';
import { readStructureModels } from './structure-models.ts';
import { defaultReader } from './triggers.ts';

/** The stage that decides by `judges`; a fold of an evaluation brings models that never saw the document. */
export const eventsStageWith = (judges: () => Judges): Stage => ({
  name: 'events',
  requires: ['text', 'times', 'names', 'mentions', 'entities'],
  adds: ['events'],
  apply: (analysis) => ({ ...analysis, events: readEvents(analysis, judges()) }),
});

let shipped: Judges | undefined;
function defaultJudges(): Judges {
  shipped ??= { reader: defaultReader(), structure: readStructureModels() };
  return shipped;
}

/** What happened: triggers with participants, place, date, status and attribution, by the models that ship. */
export const eventsStage: Stage = eventsStageWith(defaultJudges);
