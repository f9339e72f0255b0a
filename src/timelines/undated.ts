import { Centres } from './centres.ts';
import { placeInTime, searchWindow } from './keys.ts';
import { LIKELY, likeness } from './likeness.ts';
import { average, connected, type Link } from './linkage.ts';
import { compareRichness } from './order.ts';
import type { Report } from './types.ts';

/** Others that an undated report is compared with, and dated ones, at most. */
const MOST = 64;

/**
 * Id of an undated report → that of the report at the centre of the event that it means: a dated one, or one of its own day
 * of the news. Events are what is alike on average, with one date at most. `own`: those of a day, the richest first.
 */
export function eventsMeant(own: readonly Report[], dated: Centres): Map<string, string> {
  const links = linksAmong(own);
  return new Map(
    connected(own.length, links).flatMap((numbers) => {
      const reports = numbers.map((number) => own[number]!);
      const anchored = reports.map((report) => ({ report, near: datedNear(report, dated) }));
      const anchors = [...new Set(anchored.flatMap(({ near }) => near))].sort(compareRichness);
      const items = [...anchors, ...reports];
      const numberOf = new Map(items.map((item, number) => [item, number]));
      const linkOf = (one: Report, other: Report, found: number): Link => ({
        a: numberOf.get(one)!,
        b: numberOf.get(other)!,
        likeness: found,
      });
      const among = new Set(numbers);
      const all = [
        ...anchored.flatMap(({ report, near }) => near.map((date) => linkOf(date, report, likeness(date, report)))),
        ...links.filter(({ a }) => among.has(a)).map((link) => linkOf(own[link.a]!, own[link.b]!, link.likeness)),
      ];
      const groups = average(items.length, all, LIKELY, anchors.length);
      return reports.map(({ id }, i) => [id, items[groups[anchors.length + i]!]!.id] as const);
    }),
  );
}

/** How alike those are that share what they are found by. */
function linksAmong(reports: readonly Report[]): Link[] {
  const numberOf = new Map(reports.map((report, number) => [report, number]));
  const earlier = new Centres();
  return reports.flatMap((report, b) => {
    const near = earlier.near(report, placeInTime(report)).map((other) => numberOf.get(other)!);
    earlier.add(report);
    return near
      .sort((one, other) => one - other)
      .slice(0, MOST)
      .map((a) => ({ a, b, likeness: likeness(reports[a]!, report) }))
      .filter((link) => link.likeness > 0);
  });
}

function datedNear(report: Report, dated: Centres): Report[] {
  const window = searchWindow(report);
  return window ? dated.near(report, window).sort(compareRichness).slice(0, MOST) : [];
}
