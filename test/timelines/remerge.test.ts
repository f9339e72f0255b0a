import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { merge } from '../../src/timelines/merge.ts';
import { type ReportSource, remerge } from '../../src/timelines/remerge.ts';
import { ReportIndex } from '../../src/timelines/report-index.ts';
import type { Report, ReportGroup } from '../../src/timelines/types.ts';
import { type Told, told } from './told.ts';

/** A store in memory that keeps events as `remerge` says and never merges by itself. */
class Shelf implements ReportSource {
  readonly documents = new Map<string, readonly Report[]>();
  readonly events = new Map<string, ReportGroup>();
  #index = new ReportIndex([]);

  find = async (lookups: Parameters<ReportSource['find']>[0]) => this.#index.find(lookups);

  eventsOf = async (ids: readonly string[]) => {
    const wanted = new Set(ids);
    return [...this.events.values()].filter(({ reports }) => reports.some(({ id }) => wanted.has(id)));
  };

  async change(added: ReadonlyMap<string, readonly Report[]>, deleted: readonly string[]): Promise<void> {
    const removed = [...deleted, ...added.keys()].flatMap((id) => this.documents.get(id) ?? []);
    const { changed, gone } = await remerge({ added: [...added.values()].flat(), removed }, this);
    for (const id of deleted) this.documents.delete(id);
    for (const [id, reports] of added) this.documents.set(id, reports);
    for (const id of gone) this.events.delete(id);
    for (const group of changed) this.events.set(group.id, group);
    this.#index = new ReportIndex([...this.documents.values()].flat());
  }
}

const plain = (groups: Iterable<ReportGroup>) =>
  Object.fromEntries([...groups].map(({ id, reports }) => [id, reports.map((report) => report.id)]).sort());

const day = (n: number) => `2021-03-${String(n).padStart(2, '0')}`;
/** Few people, few days and few words, so that much is alike and much is nearly so. */
const people = ['Ada Berg', 'Bo Lind', 'Cy Holm', 'Russia', 'the Kremlin'];
const dates = [
  undefined,
  undefined,
  day(3),
  day(4),
  day(9),
  `${day(3)}/${day(4)}`,
  `${day(1)}/${day(7)}`,
  '2021-03',
  '2021-01/2021-12',
];
const event: fc.Arbitrary<Told> = fc
  .record({
    kind: fc.constantFrom(['meet', 'CONSULT'], ['talk', 'CONSULT'], ['sue', 'JUSTICE'], ['strike', 'ASSAULT']),
    on: fc.constantFrom(...dates),
    who: fc.subarray(people, { minLength: 0, maxLength: 3 }),
    place: fc.constantFrom(undefined, undefined, 'Hamburg', 'Berlin', 'Germany'),
    status: fc.constantFrom('happened' as const, 'planned' as const, 'planned' as const, 'denied' as const),
    moved: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ kind: [trigger, type], on, who, place, status, moved }) => ({
    trigger: trigger!,
    type: type as NonNullable<Told['type']>,
    ...(on && { on }),
    who,
    ...(place && { place }),
    status,
    ...(moved === 0 && { sentence: `${trigger} was postponed.` }),
  }));
const documents = fc
  .array(
    fc.record({
      events: fc.array(event, { minLength: 1, maxLength: 3 }),
      published: fc.option(fc.integer({ min: 1, max: 14 }), { nil: undefined }),
    }),
    { minLength: 2, maxLength: 14 },
  )
  .map((papers) =>
    papers.map(({ events, published }, i) => ({
      id: `d${i}`,
      reports: told({ id: `d${i}`, ...(published && { publishedAt: day(published) }) }, events),
    })),
  );

test('any order and any batches of the same documents give the events of merging them all at once', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.infiniteStream(fc.nat(1000)), async (papers, dice) => {
      const roll = (below: number) => dice.next().value % below;
      const shelf = new Shelf();
      const left = [...papers];
      while (left.length > 0) {
        const batch = Array.from({ length: 1 + roll(3) }, () => left.splice(roll(left.length || 1), 1)[0]);
        await shelf.change(new Map(batch.flatMap((each) => (each ? [[each.id, each.reports]] : []))), []);
      }
      assert.deepEqual(plain(shelf.events.values()), plain(merge(papers.flatMap(({ reports }) => reports))));
    }),
    { numRuns: 300 },
  );
});

test('what is deleted leaves the events as if it had never been there, what is read anew as if it had always been so', async () => {
  await fc.assert(
    fc.asyncProperty(documents, documents, fc.infiniteStream(fc.nat(1000)), async (papers, others, dice) => {
      const roll = (below: number) => dice.next().value % below;
      const shelf = new Shelf();
      for (const { id, reports } of papers) await shelf.change(new Map([[id, reports]]), []);
      const deleted = papers.filter(() => roll(3) === 0).map(({ id }) => id);
      for (const id of deleted) await shelf.change(new Map(), [id]);
      for (const { id, reports } of others.slice(0, 3)) await shelf.change(new Map([[id, reports]]), []);
      assert.deepEqual(plain(shelf.events.values()), plain(merge([...shelf.documents.values()].flat())));
    }),
    { numRuns: 300 },
  );
});
