import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Table from 'cli-table3';
import type { EventMention, EventTime } from '../schemas/extraction.ts';
import { sayTheSame } from '../scripts/train-events/days.ts';
import { outOfFold, type ReadDocument, readCoded, readSet } from '../scripts/train-events/recipe.ts';
import { type GoldStructure, trainStructure } from '../scripts/train-events/structure.ts';
import { eventsStageWith } from '../src/events/stage.ts';
import { eventReader } from '../src/events/triggers.ts';
import { sharedFolder } from './shared.ts';

/**
 * The whole stage from raw text against the annotated sets, by their own scorers and out of fold: every model that reads a
 * document was learned from the other folds. `--keep FOLDER` leaves the files of the system there.
 */
type Read = readonly [document: ReadDocument, events: readonly EventMention[]];

function readOutOfFold(documents: readonly ReadDocument[]): Read[] {
  const read: Read[] = [];
  for (const [held, models] of outOfFold(documents)) {
    const others = documents.filter((document) => !held.includes(document) && !isCoded(document));
    const reader = eventReader(models);
    const judges = { reader, structure: trainStructure(others, reader) };
    const stage = eventsStageWith(() => judges);
    for (const document of held) if (!isCoded(document)) read.push([document, stage.apply(document.reading).events]);
  }
  return read;
}

const isCoded = ({ gold }: ReadDocument): boolean => gold.id.startsWith('PLOVER');

/** The date as the scorer of dated events takes it: a day, month or year, an interval, or nothing. */
function dateOf({ time }: EventMention): string | null {
  if (!time || (time.earliest === null && time.latest === null)) return null;
  if (time.earliest === time.latest) return time.earliest;
  if (/^\d{4}(?:-\d{2})?$/.test(time.edtf ?? '')) return time.edtf;
  return `${time.earliest ?? '..'}/${time.latest ?? '..'}`;
}

/**
 * An event for the scorer of dated events, which counts places among the participants; clusters stay in their document.
 * MEANTIME annotates the source of what is said for its main event alone: here, the first that an act of speech tells.
 */
const datedEvent = (document: string, event: EventMention, first: boolean) => ({
  cluster: `${document}/${event.cluster}`,
  trigger: event.trigger.text,
  start: event.trigger.start,
  end: event.trigger.end,
  date: dateOf(event),
  status: event.status,
  participants: [...event.participants, ...(event.place ? [event.place] : [])],
  ...(first && event.attribution && { attribution: { source: event.attribution.text } }),
});

const actOf = ({ sentence, attribution }: EventMention): string =>
  `${sentence.start} ${attribution?.start} ${attribution?.cue}`;
const isFirstTold = (event: EventMention, events: readonly EventMention[]): boolean =>
  events.find((other) => actOf(other) === actOf(event)) === event;

/** Confidence beside measured precision, by how an event is dated: whether its expression, or its date, is the right one. */
function calibration(read: readonly Read[]): string {
  const rows = new Map<string, { right: number; found: number; claimed: number }>();
  for (const [{ gold, typed }, events] of read) {
    for (const { trigger, time } of events) {
      const event = (gold.events as readonly GoldStructure[]).find(
        (each) => trigger.start < each.end && each.start < trigger.end,
      );
      if (!event || !time) continue;
      const right = typed ? expressionRight(event, time) : dateRight(event, time);
      if (right === undefined) continue;
      const name = `${typed ? 'news-events, expression' : 'meantime_apple, date'}\t${time.basis}\t${bin(time.confidence)}`;
      const row = rows.get(name) ?? { right: 0, found: 0, claimed: 0 };
      rows.set(name, {
        right: row.right + (right ? 1 : 0),
        found: row.found + 1,
        claimed: row.claimed + time.confidence,
      });
    }
  }
  const table = new Table({
    head: ['set', 'basis', 'confidence', 'mean', 'precision', 'of'],
    style: { head: [], border: [] },
  });
  for (const [name, { right, found, claimed }] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
    table.push([...name.split('\t'), (claimed / found).toFixed(2), (right / found).toFixed(2), found]);
  return table.toString();
}

const bin = (confidence: number): string => (confidence < 0.5 ? 'to .5' : confidence < 0.8 ? '.5 to .8' : 'from .8');

function expressionRight({ when }: GoldStructure, { mention }: EventTime): boolean | undefined {
  if (!mention) return undefined;
  return Boolean(when && mention.start < when.end && when.start < mention.end);
}

function dateRight({ date }: GoldStructure, { earliest, latest }: EventTime): boolean | undefined {
  if (!date || (earliest === null && latest === null)) return undefined;
  return sayTheSame(date, earliest ?? '', latest ?? '~');
}

function main(shared: string): void {
  const keep = process.argv.indexOf('--keep');
  const folder = keep > 0 ? process.argv[keep + 1]! : mkdtempSync(join(tmpdir(), 'events-'));
  const documents = [
    ...readSet(shared, 'news-events', true),
    ...readSet(shared, 'meantime_apple', false),
    ...readCoded(shared),
  ];
  const read = readOutOfFold(documents);
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  const lines = read
    .filter(([{ typed }]) => typed)
    .map(([{ gold }, events]) => JSON.stringify({ id: gold.id, events }));
  const news = write('news-events.ndjson', `${lines.join('\n')}\n`);
  const dated = read
    .filter(([{ typed }]) => !typed)
    .map(([{ gold }, events]) => ({
      id: gold.id,
      events: events.map((event) => datedEvent(gold.id, event, isFirstTold(event, events))),
    }));
  const meantime = write('meantime_apple.json', JSON.stringify({ docs: dated }));
  const score = (scorer: string, set: string, system: string, ...more: string[]) => {
    process.stdout.write(`${set} by ${scorer}.py, out of fold\n`);
    const scripts = join(shared, 'eval', 'events');
    spawnSync('python3', [join(scripts, `${scorer}.py`), join(scripts, 'data', `${set}.json`), system, ...more], {
      stdio: 'inherit',
    });
  };
  score('score_news_events', 'news-events', news);
  score(
    'score_dated_events',
    'meantime_apple',
    meantime,
    ...(process.argv.includes('--errors') ? ['--errors', '60'] : []),
  );
  process.stdout.write(`calibration, out of fold\n${calibration(read)}\n`);
  if (keep < 0) rmSync(folder, { recursive: true });
}

const shared = sharedFolder();
if (shared !== undefined) main(shared);
