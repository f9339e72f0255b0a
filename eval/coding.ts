import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityRecord, Participant } from '../schemas/extraction.ts';
import { outOfFold, readCoded, readSet } from '../scripts/train-events/recipe.ts';
import { trainStructure } from '../scripts/train-events/structure.ts';
import type { Analysis, SourceDocument } from '../src/analysis.ts';
import { viewSentences } from '../src/events/features.ts';
import { eventsStageWith } from '../src/events/stage.ts';
import { eventReader } from '../src/events/triggers.ts';
import { stages } from '../src/pipeline.ts';
import { categoryIn, isAccusation, type Manual } from './coding-manual.ts';
import { type Answer, type Coded, type GoldRecord, inTheirCodes } from './coding-unit-tests.ts';
import { sharedFolder } from './shared.ts';

/**
 * Political event coding: the category of a sentence and who does it to whom, by score_coding.py, in the words of the
 * manual that the set follows. What was learned from coding_plover_gsr_dev is scored on it out of fold; no model was
 * learned from the other sets.
 */
const PLOVER = new Set(
  'AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split(
    ' ',
  ),
);
const MUTUAL = new Set(['AGREE', 'CONSULT', 'COOPERATE']);

/** ISO 3166 alpha-2 → alpha-3. */
function readCodes(shared: string): Map<string, string> {
  const [head, ...rows] = readFileSync(join(shared, 'facts', 'country-codes.csv'), 'utf8').split('\n');
  const names = head!.split(',');
  const [two, three] = [names.indexOf('ISO3166-1-Alpha-2'), names.indexOf('ISO3166-1-Alpha-3')];
  return new Map(rows.map((row) => row.split(',')).map((fields) => [fields[two]!, fields[three]!]));
}

type Named = Pick<Participant, 'start' | 'end' | 'entity'>;

/**
 * The countries of a participant and of the words that describe it ("Bree Prime Minister Romendacil", "soldiers from
 * Bree"); a name of no known country by its first three letters, as invented actors are.
 */
function countriesOf({ start, end, entity }: Named, analysis: Analysis, codes: ReadonlyMap<string, string>): string[] {
  const known = (entity: EntityRecord | undefined): string | undefined =>
    codes.get(entity?.iso ?? entity?.actsFor ?? entity?.country ?? '');
  const entityOf = (sought: string | undefined) => analysis.entities.find(({ id }) => id === sought);
  const [from, to] = phraseAbout(start, end, analysis);
  const found = analysis.mentions
    .filter((mention) => from < mention.end && mention.start < to)
    .map((mention) => known(entityOf(mention.entity)) ?? mention.text.slice(0, 3).toUpperCase());
  const own = known(entityOf(entity));
  if (own !== undefined) found.unshift(own);
  const names = analysis.document.text.slice(from, to).match(/\b[A-Z][A-Za-z]{2}/g) ?? [];
  return [...new Set([...found, ...names.map((name) => name.toUpperCase())])];
}

/** With the run of nouns, names and adjectives before it, what "and" joins to it, and "of", "from" or "in" with what they govern. */
function phraseAbout(start: number, end: number, { text: { tokens } }: Analysis): [number, number] {
  const named = (at: number) => /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at]?.pos ?? '') || tokens[at]?.lower === "'s";
  const joins = (at: number) => tokens[at]?.text === ',' || tokens[at]?.pos === 'CCONJ';
  let first = tokens.findIndex((token) => token.start >= start);
  while (named(first - 1) || (tokens[first - 1]?.pos === 'CCONJ' && named(first - 2))) first--;
  let last = tokens.findLastIndex((token) => token.end <= end);
  if (/^(?:of|from|in)$/.test(tokens[last + 1]?.lower ?? '')) {
    last++;
    while (named(last + 1) || tokens[last + 1]?.pos === 'DET' || (joins(last + 1) && named(last + 2))) last++;
  }
  return [tokens[first]?.start ?? start, tokens[last]?.end ?? end];
}

function codeEvents(analysis: Analysis, codes: ReadonlyMap<string, string>, manual: Manual): Coded[] {
  const views = viewSentences(analysis);
  return analysis.events.flatMap((event) => {
    const token = analysis.text.tokens.find(({ start }) => start === event.trigger.start)!;
    const view = views[token.sentence]!;
    const i = token.index - view.sentence.firstToken;
    const group = view.groups.find(({ head }) => head === token.index);
    const trigger = event.trigger.lemma;
    const plover = categoryIn(manual, event, view, i, group?.modal);
    const countries = (...roles: string[]) =>
      event.participants.filter(({ role }) => roles.includes(role)).flatMap((one) => countriesOf(one, analysis, codes));
    if (!PLOVER.has(plover)) return [];
    const source = countries('actor', 'reciprocal');
    if (isAccusation(event)) {
      return [{ trigger, plover, source: countriesOf(event.attribution!, analysis, codes), target: source }];
    }
    const target = countries('recipient', 'reciprocal', 'host', 'subject');
    if (target.length > 0) return [{ trigger, plover, source, target }];
    // Without a target what several agree they agree with each other; else it is for who is named next, or where it is.
    const together = event.participants.filter(({ role }) => role === 'actor').length > 1;
    if (MUTUAL.has(plover) && together) return [{ trigger, plover, source, target: source }];
    const next = analysis.mentions
      .filter(({ start }) => start > event.trigger.end && start < event.sentence.end)
      .map((mention) => countriesOf(mention, analysis, codes))
      .find((named) => !named.some((code) => source.includes(code)));
    const place = event.place === undefined ? [] : countriesOf(event.place, analysis, codes);
    return [{ trigger, plover, source, target: next ?? place }];
  });
}

function main(shared: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'coding-'));
  const codes = readCodes(shared);
  const data = (set: string) => join(shared, 'eval', 'events', 'data', `${set}.json`);
  const score = (set: string, records: readonly Answer[]) => {
    const file = join(folder, `${set}.json`);
    writeFileSync(file, JSON.stringify({ records }));
    const keep = process.argv.indexOf('--keep');
    if (keep > 0) writeFileSync(join(process.argv[keep + 1]!, `${set}.json`), JSON.stringify({ records }));
    spawnSync('python3', [join(shared, 'eval', 'events', 'score_coding.py'), data(set), file], { stdio: 'inherit' });
  };
  const plover: Answer[] = [];
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
      if (isCoded(gold.id)) plover.push({ id: gold.id, events: codeEvents(stage.apply(reading), codes, 'PLOVER') });
  }
  score('coding_plover_gsr_dev', plover);
  for (const set of ['coding_petrarch2_gsr', 'coding_petrarch_unittest']) {
    const { records } = JSON.parse(readFileSync(data(set), 'utf8')) as { records: GoldRecord[] };
    const read = (document: SourceDocument) =>
      stages.reduce((before, stage) => stage.apply(before), { document, warnings: [] } as unknown as Analysis);
    const answers = records.map(({ id, text }) => ({
      id,
      events: codeEvents(read({ id, text, timezone: 'UTC' }), codes, 'CAMEO'),
    }));
    score(set, set === 'coding_petrarch_unittest' ? inTheirCodes(records, answers) : answers);
  }
  rmSync(folder, { recursive: true });
}

const shared = sharedFolder();
if (shared !== undefined) main(shared);
