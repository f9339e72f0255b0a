import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventMention, Extraction } from '../schemas/extraction.ts';
import type { Analysis, SourceDocument, Stage } from '../src/analysis.ts';
import { stages } from '../src/pipeline.ts';
import { merge } from '../src/timelines/merge.ts';
import { reportsOf } from '../src/timelines/report.ts';
import type { ReportGroup } from '../src/timelines/types.ts';
import { givenTriggers } from './merging-given.ts';
import { type GoldDocument, readGold, readTokenised, type TokenisedDocument } from './merging-sets.ts';
import { stagesOutOfFold } from './out-of-fold.ts';
import { sharedFolder } from './shared.ts';

/**
 * Events across documents, from raw text: coreference on MEANTIME (out of fold), and on ECB+ with the triggers given and within a topic;
 * the entity timelines of SemEval-2015 Task 4 (out of fold: its articles are those of MEANTIME).
 */
const shared = sharedFolder();
if (shared !== undefined) {
  const scratch = mkdtempSync(join(tmpdir(), 'dateline-merging-'));
  const scorers = join(shared, 'eval', 'events');
  const score = (title: string, scorer: string, ...args: string[]) => {
    const { stdout, stderr } = spawnSync('python3', [join(scorers, scorer), ...args], { encoding: 'utf8' });
    process.stdout.write(`${title}\n${stdout}${stderr}\n`);
  };
  const coreference = (set: string, documents: readonly GoldDocument[], clusters: ReturnType<typeof clustersOf>) => {
    const file = join(scratch, `${set}.json`);
    writeFileSync(file, JSON.stringify({ docs: documents.map(({ id }) => ({ id, events: clusters.get(id) ?? [] })) }));
    score(set, 'score_dated_events.py', join(scorers, 'data', `${set}.json`), file);
  };
  try {
    const apple = readGold(shared, 'meantime_apple');
    const unseen = stagesOutOfFold(shared);
    coreference(
      'meantime_apple',
      apple,
      clustersOf(apple.map((document) => read(sourceOf(document), unseen.get(document.id)))),
    );
    const ecb = readGold(shared, 'ecbplus_dev');
    coreference('ecbplus_dev', ecb, withinTopics(ecb));
    const folder = join(scratch, 'timelines');
    spawnSync('mkdir', [folder]);
    const gold = join(scorers, 'data', 'semeval2015-t4-trial', 'timelines');
    // The same articles, with other ids.
    const stageOf = new Map(apple.map(({ id, url }) => [url, unseen.get(id)]));
    writeTimelines(gold, folder, readTokenised(shared), ({ url }) => stageOf.get(url));
    score('SemEval-2015 Task 4, trial', 'score_timeline.py', '--strict', gold, folder);
  } finally {
    if (process.argv.includes('--keep')) process.stdout.write(`${scratch}\n`);
    else rmSync(scratch, { recursive: true });
  }
}

interface Read {
  readonly source: SourceDocument;
  readonly extraction: Extraction;
}

function sourceOf({
  id,
  text,
  dct,
}: Pick<GoldDocument, 'id' | 'text'> & { dct: string | null | undefined }): SourceDocument {
  return { id, text, timezone: 'UTC', ...(dct && { publishedAt: dct }) };
}

/** Reads a document, with a stage for events of its own where it may not be read by the one that ships. */
function read(
  source: SourceDocument,
  events?: Stage,
  change: (analysis: Analysis) => Analysis = (analysis) => analysis,
): Read {
  const start = { document: source, warnings: [] as readonly string[] } as Analysis;
  const chain = stages.map((stage) => (stage.name === 'events' ? (events ?? stage) : stage));
  const {
    times,
    mentions,
    entities,
    events: found,
  } = change(chain.reduce((analysis, stage) => stage.apply(analysis), start));
  return {
    source,
    extraction: {
      id: source.id,
      times: [...times],
      mentions: [...mentions],
      entities: [...entities],
      events: [...found],
      warnings: [],
    },
  };
}

function groupsOf(documents: readonly Read[]): ReportGroup[] {
  return merge(documents.flatMap(({ source, extraction }) => reportsOf({ id: source.id, source, extraction })));
}

interface SystemEvent {
  readonly trigger: string;
  readonly start: number;
  readonly end: number;
  readonly cluster: string;
  readonly date: string | null;
}

/** The mentions of each document with the event that each belongs to. */
function clustersOf(documents: readonly Read[]): Map<string, SystemEvent[]> {
  const found = new Map<string, SystemEvent[]>(documents.map(({ source }) => [source.id, []]));
  for (const { id, reports } of groupsOf(documents)) {
    for (const { document, claims } of reports) {
      for (const { trigger, time } of claims) {
        const { text, start, end } = trigger;
        const { earliest = null, latest = null } = time ?? {};
        const date = earliest || latest ? `${earliest ?? '..'}/${latest ?? '..'}` : null;
        found.get(document)!.push({ trigger: text, start, end, cluster: id, date });
      }
    }
  }
  return found;
}

function withinTopics(documents: readonly GoldDocument[]): Map<string, SystemEvent[]> {
  const topics = [...new Set(documents.map(({ topic }) => topic))];
  return new Map(
    topics.flatMap((topic) => [
      ...clustersOf(
        documents
          .filter((document) => document.topic === topic)
          .map((document) =>
            read(sourceOf(document), undefined, (analysis) => givenTriggers(analysis, document.events)),
          ),
      ),
    ]),
  );
}

/** For each entity with a gold timeline, the events that it takes part in, in the form of the task. */
function writeTimelines(
  gold: string,
  folder: string,
  documents: readonly TokenisedDocument[],
  stageOf: (document: TokenisedDocument) => Stage | undefined,
): void {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const readings = documents.map((document) => read(sourceOf(document), stageOf(document)));
  const groups = groupsOf(readings);
  for (const file of readdirSync(gold)) {
    const name = readFileSync(join(gold, file), 'utf8').split('\n')[0]!.trim();
    const lines = timelineOf(name, groups, byId);
    writeFileSync(join(folder, file), [name, ...lines].join('\n'));
  }
}

function timelineOf(
  name: string,
  groups: readonly ReportGroup[],
  documents: ReadonlyMap<string, TokenisedDocument>,
): string[] {
  const wanted = name.toLowerCase();
  const concerns = ({ reports }: ReportGroup) =>
    reports.some(({ parties }) =>
      parties.some((party) => party.role !== 'topic' && party.name.toLowerCase().includes(wanted)),
    );
  const dated = groups.filter(concerns).map((group) => ({ date: dateOf(group), group }));
  const days = [...new Set(dated.flatMap(({ date }) => date ?? []))].sort();
  return dated.map(({ date, group }) => {
    const order = date === undefined ? 0 : days.indexOf(date) + 1;
    const mentions = group.reports.flatMap(({ document, claims }) =>
      claims.map(({ trigger }) => mentionOf(documents.get(document)!, trigger)),
    );
    return [order, date ?? 'XXXX-XX-XX', ...mentions].join('\t');
  });
}

/** The date as the task writes it: what the text says, else the day of publication for what had happened by then. */
function dateOf({ reports }: ReportGroup): string | undefined {
  const [best] = [...reports].sort(
    (a, b) => 'day span open'.indexOf(a.exactness) - 'day span open'.indexOf(b.exactness),
  );
  const { time, exactness } = best!;
  if (exactness === 'open') return best!.status === 'happened' ? (time?.latest ?? undefined) : undefined;
  return time!.earliest!.slice(0, { year: 4, month: 7 }[time!.precision as string] ?? 10);
}

function mentionOf(
  { id, tokens }: TokenisedDocument,
  trigger: EventMention['trigger'] | { start: number; end: number },
): string {
  const within = tokens.filter(({ start, end }) => start < trigger.end && trigger.start < end);
  return [id, within[0]!.sentence, within.map(({ text }) => text).join('_')].join('-');
}
