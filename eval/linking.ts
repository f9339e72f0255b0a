import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Table from 'cli-table3';
import { type EntityType, entityTypes, type Mention } from '../schemas/extraction.ts';
import { readPersonName } from '../src/entities/people.ts';
import { extract } from '../src/pipeline.ts';
import { sharedFolder } from './shared.ts';

/**
 * Links to Wikidata on msnbc-updated: of the mentions found with exactly the boundaries of a gold mention, how many
 * are linked, and how many of the links are right; and how often the rule "a surname alone is the person named in full
 * before" is right, judged by the gold ids of the two mentions.
 *
 *   node dist/eval/linking.js [--errors]
 */
const { values: options } = parseArgs({ options: { errors: { type: 'boolean' } } });
/** When the articles of this corpus appeared; the set itself does not say. */
const PUBLISHED = '2007-01-03';

/** A mention of something without an entry. */
const NIL = '<NIL>';

interface Line {
  readonly title: string;
  readonly text: string;
  readonly labels: readonly {
    readonly span: readonly [number, number];
    readonly entity_id: string;
    readonly name: string;
  }[];
}

function report(documents: readonly Line[]): void {
  const counts = new Map<EntityType, { matched: number; linked: number; right: number }>();
  const surnames = { used: 0, right: 0 };
  for (const type of entityTypes) counts.set(type, { matched: 0, linked: 0, right: 0 });
  for (const { title, text, labels } of documents) {
    const gold = new Map(labels.map(({ span, entity_id }) => [span.join(' '), entity_id]));
    const { mentions, entities } = extract({ id: title, text, publishedAt: PUBLISHED, timezone: 'UTC' });
    const records = new Map(entities.map((entity) => [entity.id, entity]));
    const full = new Map<string, string>();
    for (const mention of mentions) {
      const wanted = gold.get(`${mention.start} ${mention.end}`);
      if (wanted === undefined || wanted === NIL) continue;
      const record = records.get(mention.entity)!;
      const count = counts.get(record.type)!;
      count.matched++;
      if (record.wikidata !== undefined) {
        count.linked++;
        if (record.wikidata === wanted) count.right++;
        else if (options.errors) complain(mention, record.wikidata, wanted);
      }
      if (record.type !== 'person') continue;
      if (!readPersonName(mention.text).short) full.set(mention.entity, wanted);
      else if (full.has(mention.entity)) {
        surnames.used++;
        if (full.get(mention.entity) === wanted) surnames.right++;
        else if (options.errors) complain(mention, full.get(mention.entity)!, wanted);
      }
    }
  }
  const table = new Table({
    head: ['msnbc-updated', 'matched', 'linked', 'right', 'precision %'],
    style: { head: [], border: [] },
  });
  for (const [type, { matched, linked, right }] of counts)
    table.push([type, matched, linked, right, percent(right, linked)]);
  table.push(['surname rule', '', surnames.used, surnames.right, percent(surnames.right, surnames.used)]);
  process.stdout.write(`${table.toString()}\n`);
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

function complain({ text, type }: Mention, found: string, wanted: string): void {
  process.stdout.write(`${text} (${type}): ${found} for ${wanted}\n`);
}

const shared = sharedFolder();
if (shared !== undefined) {
  const file = join(shared, 'eval', 'entities', 'linking', 'msnbc-updated.benchmark.jsonl');
  report(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line),
  );
}
