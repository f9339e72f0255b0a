import type { Draft, Reading } from '../types.ts';
import { afterEvents } from './after-events.ts';
import { joinCounts } from './counted.ts';
import { mergeDateAndTime } from './date-and-time.ts';
import { endedQuarters } from './ended.ts';
import { addModifiers } from './modifiers.ts';
import { openEnds } from './open-ends.ts';
import { joinHours, joinRanges } from './ranges.ts';

/** What happens to proposals once none overlap, in this order. */
const refiners: readonly ((drafts: readonly Draft[], reading: Reading) => Draft[])[] = [
  joinHours,
  mergeDateAndTime,
  joinCounts,
  addModifiers,
  joinRanges,
  openEnds,
  endedQuarters,
  afterEvents,
];

export const refine = (drafts: readonly Draft[], reading: Reading): Draft[] =>
  refiners.reduce((list, refiner) => refiner(list, reading), [...drafts]);
