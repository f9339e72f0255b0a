import type { EntityRecord, Extraction, Mention } from '../../schemas/extraction.ts';
import type { ReadDocument } from '../records.ts';
import { groupBy } from '../timelines/group-by.ts';
import { entityIdOf, identityOf, normalName } from '../timelines/identity.ts';
import { sqlDay } from './days.ts';
import type { MentionSpan, Said } from './tables.ts';

/** What one document says of one entity, all its local records of it taken together. */
export interface EntityNote {
  readonly document: string;
  /** The day of publication. */
  readonly day: string;
  readonly id: string;
  readonly identity: string;
  readonly mentions: number;
  readonly spans: readonly MentionSpan[];
  readonly said: readonly Said[];
}

/** Longer names are none that anybody looks for, and longer than an index entry may be. */
const LONGEST = 300;

/** From the ids of a document (`e1`) to those of the store (`ent_…`). */
export const entityIdsOf = ({ entities }: Extraction): Map<string, string> =>
  new Map(entities.map((entity) => [entity.id, entityIdOf(identityOf(entity))]));

/** Whom a document names, by id. */
export function notesOf({ id: document, source, extraction }: ReadDocument): EntityNote[] {
  const ids = entityIdsOf(extraction);
  const day = source.publishedAt === undefined ? '-infinity' : sqlDay(source.publishedAt);
  const mentions = groupBy(extraction.mentions, ({ entity }) => ids.get(entity));
  const records = groupBy(extraction.entities, ({ id }) => ids.get(id)!);
  const sentences = extraction.events.map(({ sentence }) => sentence).sort((a, b) => a.start - b.start);
  return [...records]
    .map(([id, same]) => {
      const spans = spansOf(mentions.get(id) ?? [], sentences);
      return { document, day, id, identity: identityOf(same[0]!), mentions: spans.length, spans, said: saidOf(same) };
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function saidOf(records: readonly EntityRecord[]): Said[] {
  const said = records.flatMap(({ name, type, aliases, wikidata, iso, geonames, role, country, actsFor, candidates }) =>
    Object.entries({
      name: [name.slice(0, LONGEST)],
      type: [type],
      alias: aliases.map((alias) => alias.slice(0, LONGEST)),
      wikidata: [wikidata],
      iso: [iso],
      geonames: [geonames],
      role: [role?.slice(0, LONGEST)],
      country: [country],
      actsFor: [actsFor],
      candidates: [candidates && JSON.stringify(candidates)],
    }).flatMap(([field, values]) =>
      values.flatMap((value) => (value === undefined ? [] : [[field, String(value)] as const])),
    ),
  );
  return [...new Map(said.map((each) => [each.join('\n'), each])).values()];
}

/** Fields whose values are names that somebody may look for. */
const NAMES = new Set(['name', 'alias']);

export const foldedOf = (field: string, value: string): string | null =>
  NAMES.has(field) ? normalName(value) || null : null;

/** Each mention with the sentence around it, where an event is told in that. One pass over both. */
function spansOf(
  mentions: readonly Mention[],
  sentences: readonly { readonly start: number; readonly end: number }[],
): MentionSpan[] {
  let at = 0;
  return [...mentions]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      while (at < sentences.length && sentences[at]!.end < end) at++;
      const sentence = sentences[at];
      return sentence && sentence.start <= start ? [start, end, sentence.start, sentence.end] : [start, end];
    });
}
