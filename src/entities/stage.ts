import type { Stage } from '../analysis.ts';

export const entitiesStage: Stage = {
  name: 'entities',
  requires: ['text', 'names'],
  adds: ['mentions', 'entities'],
  apply: (analysis) => ({ ...analysis, mentions: [], entities: [] }),
};
