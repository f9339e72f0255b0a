import type { Rule } from '../types.ts';
import { clock, noon, partOfDay } from './clock.ts';
import { clockRange, hourOfDay, pastTheHour } from './clock-words.ts';
import { bareDay, dayMonth, monthDay, weekday } from './days.ts';
import { nearDay, nearName, nearPart, nearUnit, unitEnd, weekend } from './deictic.ts';
import { anchored, counted, vague } from './durations.ts';
import { month, monthYear, season, seasonYear } from './months.ts';
import { holiday, reference } from './named.ts';
import { nthOf } from './nth.ts';
import { numericDate, numericMonth, slashDay } from './numeric.ts';
import { afterNext, dayOfNearMonth, weekdayAndDay, weekOf, yearMonth, yearMonthDay } from './orders.ts';
import { fiscalYear, half, quarter, thatQuarter } from './quarters.ts';
import { adverb, every, plural } from './repeated.ts';
import { spokenOf, theUnit } from './spoken-of.ts';
import { unitsAway } from './units-away.ts';
import { halfOfDay, weekdaysAway, wholeUnit } from './whole-units.ts';
import { century, decade, eraYear, year } from './years.ts';

/** Every rule. Of two that find the same words the earlier wins. */
export const rules: readonly Rule[] = [
  numericDate,
  slashDay,
  dayMonth,
  monthDay,
  monthYear,
  yearMonthDay,
  numericMonth,
  yearMonth,
  nthOf,
  dayOfNearMonth,
  weekdayAndDay,
  afterNext,
  weekOf,
  seasonYear,
  eraYear,
  century,
  decade,
  quarter,
  half,
  fiscalYear,
  thatQuarter,
  clockRange,
  pastTheHour,
  clock,
  noon,
  holiday,
  nearDay,
  nearPart,
  nearName,
  nearUnit,
  unitsAway,
  spokenOf,
  theUnit,
  weekend,
  unitEnd,
  every,
  plural,
  adverb,
  weekdaysAway,
  wholeUnit,
  anchored,
  reference,
  vague,
  counted,
  partOfDay,
  halfOfDay,
  hourOfDay,
  bareDay,
  weekday,
  month,
  season,
  year,
];
