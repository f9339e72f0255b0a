import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityRecord, EventMention, Participant } from '../schemas/extraction.ts';
import { outOfFold, readCoded, readSet } from '../scripts/train-events/recipe.ts';
import { trainStructure } from '../scripts/train-events/structure.ts';
import type { Analysis, SourceDocument } from '../src/analysis.ts';
import { eventsStageWith } from '../src/events/stage.ts';
import { eventReader } from '../src/events/triggers.ts';
import { verbGroups } from '../src/events/verb-groups.ts';
import { stages } from '../src/pipeline.ts';
import { sharedFolder } from './shared.ts';

/**
 * Political event coding: the PLOVER category of a sentence and who does it to whom, by score_coding.py. What was
 * learned from coding_plover_gsr_dev is scored on it out of fold; the other sets were not learned from.
 */
interface Coded {
  readonly plover: string;
  readonly source: string[];
  readonly target: string[];
}

const PLOVER = new Set(
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  ),
);
const HOSTILE = new Set(['REJECT', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT']);
const COOPERATIVE = new Set(['AID', 'CONCEDE', 'COOPERATE', 'RETREAT', 'SUPPORT', 'CONSULT']);

/**
 * PLOVER codes words as words: what is announced, threatened, demanded or refused is no deed yet. The type is the
 * deed's; this gives the category of the words.
 */
function categoryOf({ type, status }: EventMention, modal: string | undefined): string {
  if (modal === 'must' || modal === 'should') return 'REQUEST';
  if (COOPERATIVE.has(type)) return status === 'planned' ? 'AGREE' : status === 'denied' ? 'REJECT' : type;
  if (HOSTILE.has(type)) return status === 'planned' ? 'THREATEN' : type;
  return type === 'AGREE' && status === 'denied' ? 'REJECT' : type;
}

/** ISO 3166 alpha-2 → alpha-3. */
function readCodes(shared: string): Map<string, string> {
  const [head, ...rows] = readFileSync(join(shared, 'facts', 'country-codes.csv'), 'utf8').split('\n');
  const names = head!.split(',');
  const [two, three] = [names.indexOf('ISO3166-1-Alpha-2'), names.indexOf('ISO3166-1-Alpha-3')];
  return new Map(rows.map((row) => row.split(',')).map((fields) => [fields[two]!, fields[three]!]));
}

/** The country a participant stands for; a name of no known country by its first three letters, as invented actors are. */
function countryOf(participant: Participant, analysis: Analysis, codes: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const within = ({ start, end }: { start: number; end: number }) => participant.start < end && start < participant.end;
  const known = (entity: EntityRecord | undefined): string | undefined =>
    codes.get(entity?.iso ?? entity?.actsFor ?? entity?.country ?? '');
  const own = known(analysis.entities.find(({ id }) => id === participant.entity));
  if (own !== undefined) found.push(own);
  for (const mention of analysis.mentions.filter(within)) {
    const code = known(analysis.entities.find(({ id }) => id === mention.entity));
    found.push(code ?? mention.text.slice(0, 3).toUpperCase());
  }
  if (found.length === 0)
    for (const [name] of participant.text.matchAll(/\b[A-Z][a-z]{2}/g)) found.push(name.toUpperCase());
  return found;
}

function codeEvents(analysis: Analysis, codes: ReadonlyMap<string, string>): Coded[] {
  const events = analysis.events.filter(({ type }) => PLOVER.has(type));
  const of = (event: EventMention, ...roles: string[]) =>
    event.participants.filter(({ role }) => roles.includes(role)).flatMap((one) => countryOf(one, analysis, codes));
  const { sentences, tokens } = analysis.text;
  const groups = sentences.flatMap(({ firstToken, lastToken }) => verbGroups(tokens.slice(firstToken, lastToken)));
  const modals = new Map(groups.map(({ head, modal }) => [tokens[head]!.start, modal]));
  return events.map((event) => {
    const target = of(event, 'recipient', 'reciprocal', 'host', 'subject');
    const place = event.place === undefined ? [] : countryOf({ role: 'subject', ...event.place }, analysis, codes);
    return {
      plover: categoryOf(event, modals.get(event.trigger.start)),
      source: of(event, 'actor', 'reciprocal'),
      target: target.length > 0 ? target : place,
    };
  });
}

interface GoldRecord {
  readonly id: string;
  readonly text: string;
}
function main(shared: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'coding-'));
  const codes = readCodes(shared);
  const data = (set: string) => join(shared, 'eval', 'events', 'data', `${set}.json`);
  const score = (set: string, records: { id: string; events: Coded[] }[]) => {
    const file = join(folder, `${set}.json`);
    writeFileSync(file, JSON.stringify({ records }));
    const keep = process.argv.indexOf('--keep');
    if (keep > 0) writeFileSync(join(process.argv[keep + 1]!, `${set}.json`), JSON.stringify({ records }));
    spawnSync('python3', [join(shared, 'eval', 'events', 'score_coding.py'), data(set), file], { stdio: 'inherit' });
  };
  const plover: { id: string; events: Coded[] }[] = [];
  const documents = [
    ...readSet(shared, 'news-events', true),
    ...readSet(shared, 'meantime_apple', false),
    ...readCoded(shared),
  ];
  const isCoded = (id: string) => id.startsWith('PLOVER');
  for (const [held, models] of outOfFold(documents)) {
    const others = documents.filter((document) => !held.includes(document) && !isCoded(document.gold.id));
    const reader = eventReader(models);
    const judges = { reader, structure: trainStructure(others, reader) };
    const stage = eventsStageWith(() => judges);
    for (const { gold, reading } of held)
      if (isCoded(gold.id)) plover.push({ id: gold.id, events: codeEvents(stage.apply(reading), codes) });
  }
  score('coding_plover_gsr_dev', plover);
  for (const set of ['coding_petrarch2_gsr', 'coding_petrarch_unittest']) {
    const { records } = JSON.parse(readFileSync(data(set), 'utf8')) as { records: GoldRecord[] };
    const read = (document: SourceDocument) =>
      stages.reduce((before, stage) => stage.apply(before), { document, warnings: [] } as unknown as Analysis);
    score(
      set,
      records.map(({ id, text }) => ({ id, events: codeEvents(read({ id, text, timezone: 'UTC' }), codes) })),
    );
  }
  rmSync(folder, { recursive: true });
}

const shared = sharedFolder();
if (shared !== undefined) main(shared);
