import { outOfFold, type ReadDocument, readCoded, readSet } from '../scripts/train-events/recipe.ts';
import type { EventReader } from '../src/events/triggers.ts';
import { eventReader } from '../src/events/triggers.ts';
import { sharedFolder } from './shared.ts';

/**
 * Triggers, types, modes and prominence against the annotated sets, from raw text and out of fold:
 * the models that read a document have never seen it.
 */
interface Predicted {
  readonly trigger: { start: number; end: number };
  readonly score: number;
  readonly type: string;
  readonly mode?: string;
  readonly prominent: boolean;
  readonly prominence: number;
}

function predict({ reading, views }: ReadDocument, reader: EventReader): Predicted[] {
  return reader.findTriggers(reading).map((trigger) => {
    const token = reading.text.tokens[trigger.token]!;
    const view = views[token.sentence]!;
    const { type, mode } = reader.classify(trigger, view);
    const { prominent, score } = reader.prominence({ trigger, type, ...(mode && { mode }) }, view);
    const span = { start: token.start, end: token.end };
    return { trigger: span, score: trigger.score, type, ...(mode && { mode }), prominent, prominence: score };
  });
}

const quads = [
  'AGREE CONSULT SUPPORT CONCEDE',
  'COOPERATE AID RETREAT',
  'REQUEST ACCUSE REJECT THREATEN',
  'PROTEST SANCTION MOBILIZE COERCE ASSAULT',
].map((quad) => quad.split(' '));
const quadOf = (type: string): number => quads.findIndex((quad) => quad.includes(type));
const f1 = (right: number, found: number, gold: number): string => {
  const [p, r] = [right / found, right / gold];
  return `P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F1 ${((200 * p * r) / (p + r)).toFixed(1)}`;
};

function report(name: string, read: readonly [ReadDocument, readonly Predicted[]][], typed: boolean): void {
  const n = {
    gold: 0,
    found: 0,
    right: 0,
    top: 0,
    prominent: 0,
    both: 0,
    plover: 0,
    type: 0,
    quad: 0,
    modes: 0,
    mode: 0,
  };
  for (const [{ gold }, events] of read) {
    // Beyond this point only some events are annotated: what is found there can be right but not wrong.
    const until = gold.exhaustive_until ?? Number.POSITIVE_INFINITY;
    n.gold += gold.events.length;
    n.top += gold.events.filter((event) => event.top).length;
    n.found += events.filter(({ trigger }) => trigger.start < until).length;
    n.prominent += events.filter((event) => event.prominent).length;
    for (const event of gold.events) {
      const match = events.find(({ trigger }) => trigger.start < event.end && event.start < trigger.end);
      if (!match) continue;
      n.right++;
      if (match.trigger.start >= until) n.found++;
      if (event.top && match.prominent) n.both++;
      if (quadOf(event.cls) >= 0) {
        n.plover++;
        if (match.type === event.cls) n.type++;
        if (quadOf(match.type) === quadOf(event.cls)) n.quad++;
      }
      if (event.mode) {
        n.modes++;
        if (match.mode === event.mode) n.mode++;
      }
    }
  }
  const share = (a: number, b: number) => `${((100 * a) / b).toFixed(1)} % of ${b}`;
  process.stdout.write(`${name}, out of fold\n  trigger     ${f1(n.right, n.found, n.gold)}\n`);
  if (!typed) return;
  process.stdout.write(`  prominent   ${f1(n.both, n.prominent, n.top)}\n`);
  process.stdout.write(`  PLOVER type ${share(n.type, n.plover)}, quad ${share(n.quad, n.plover)}\n`);
  process.stdout.write(`  mode        ${share(n.mode, n.modes)}\n`);
}

const shared = sharedFolder();
if (shared !== undefined) {
  const documents = [
    ...readSet(shared, 'news-events', true),
    ...readSet(shared, 'meantime_apple', false),
    ...readCoded(shared),
  ];
  const read: [ReadDocument, Predicted[]][] = [];
  for (const [held, models] of outOfFold(documents)) {
    const reader = eventReader(models);
    for (const document of held) read.push([document, predict(document, reader)]);
  }
  const of = (typed: boolean) => read.filter(([document]) => document.typed === typed);
  report('news-events', of(true), true);
  const coded = of(false).filter(([document]) => document.gold.id.startsWith('PLOVER'));
  report(
    'meantime_apple',
    of(false).filter((pair) => !coded.includes(pair)),
    false,
  );
  const first = coded.filter(
    ([{ gold }, events]) => events.find(({ type }) => quadOf(type) >= 0)?.type === gold.events[0]?.cls,
  );
  process.stdout.write(`coding_plover_gsr_dev, first choice out of fold: ${first.length} of ${coded.length}\n`);
  if (process.argv.includes('--thresholds')) {
    for (let t = 0.25; t < 0.7; t += 0.05) {
      const above = of(true).map(
        ([d, events]) =>
          [d, events.map((e) => ({ ...e, prominent: e.prominence >= t }))] as [ReadDocument, Predicted[]],
      );
      report(`prominence threshold ${t.toFixed(2)}`, above, true);
    }
  }
}
