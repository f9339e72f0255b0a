import type { Stage } from '../analysis.ts';

export const eventsStage: Stage = {
  name: 'events',
  requires: ['text', 'times', 'mentions', 'entities'],
  adds: ['events'],
  apply: (analysis) => ({ ...analysis, events: [] }),
};
