import type { Stage } from '../analysis.ts';

export const timesStage: Stage = {
  name: 'times',
  requires: ['text'],
  adds: ['times'],
  apply: (analysis) => ({ ...analysis, times: [] }),
};
