import type { EntityRecord, EventMention, EventTime, Extraction } from '../../schemas/extraction.ts';
import type { ReadDocument } from '../../src/records.ts';

/** Somebody of whom the documents of these tests tell, by name. */
export type Known = Partial<EntityRecord> & Pick<EntityRecord, 'type'>;

/** One sentence of a document: "Who verb other" of a day, a month or "A/B", or without its year "XXXX-07-07"; of no date when `on` is absent. */
export interface Sentence {
  readonly who: string;
  readonly verb: string;
  readonly whom?: string;
  readonly on?: string;
  readonly type?: EventMention['type'];
  readonly status?: EventMention['status'];
  readonly place?: string;
  readonly prominent?: boolean;
}

export interface Written {
  readonly id: string;
  readonly publishedAt?: string;
  readonly publisher?: string;
  readonly title?: string;
  readonly events: readonly Sentence[];
  /** Names that are mentioned and take part in nothing. */
  readonly names?: readonly string[];
}

export type Cast = Readonly<Record<string, Known>>;

/** A document as it comes from the reader: real text, real offsets. */
export function written(paper: Written, cast: Cast): ReadDocument {
  let text = '';
  const entities = new Map<string, EntityRecord>();
  const mentions: Extraction['mentions'] = [];
  const name = (called: string): { start: number; end: number; text: string; entity: string } => {
    const known: Known = cast[called] ?? { type: 'person' };
    const full = known.name ?? called;
    if (!entities.has(full)) {
      entities.set(full, { ...known, id: `e${entities.size + 1}`, name: full, aliases: known.aliases ?? [] });
    }
    const { id } = entities.get(full)!;
    const span = { start: text.length, end: text.length + called.length, text: called };
    mentions.push({ id: `m${mentions.length + 1}`, ...span, type: known.type, entity: id });
    text += called;
    return { ...span, entity: id };
  };
  const events = paper.events.map((event, i): EventMention => {
    const start = text.length;
    const actor = name(event.who);
    const trigger = { start: text.length + 1, end: text.length + 1 + event.verb.length, text: event.verb };
    text += ` ${event.verb}`;
    if (event.whom !== undefined) text += ' ';
    const other = event.whom === undefined ? undefined : name(event.whom);
    if (event.place !== undefined) text += ' in ';
    const place = event.place === undefined ? undefined : name(event.place);
    text += '.';
    const sentence = { start, end: text.length };
    text += ' ';
    return {
      id: `v${i + 1}`,
      trigger: { ...trigger, lemma: event.verb },
      sentence,
      type: event.type ?? 'CONSULT',
      title: text.slice(sentence.start, sentence.end - 1),
      time: timeOf(event, paper.publishedAt),
      status: event.status ?? 'happened',
      participants: [{ role: 'actor', ...actor }, ...(other ? [{ role: 'recipient' as const, ...other }] : [])],
      ...(place && { place }),
      topics: [],
      prominent: event.prominent ?? true,
      cluster: `c${i + 1}`,
    };
  });
  for (const called of paper.names ?? []) {
    name(called);
    text += '. ';
  }
  const { id, publishedAt, publisher, title } = paper;
  const about = { id, ...(publishedAt !== undefined && { publishedAt }) };
  return {
    id,
    source: { ...about, text, timezone: 'UTC', ...(title !== undefined && { title }) },
    contentType: 'text/plain',
    ...(publisher !== undefined && { publisher }),
    addedAt: '2021-06-01T08:00:00.000Z',
    extraction: { ...about, times: [], mentions, entities: [...entities.values()], events, warnings: [] },
  };
}

function timeOf({ on, status }: Sentence, publishedAt: string | undefined): EventTime | null {
  const shared = { approximate: false, confidence: 0.9 };
  if (on?.startsWith('XXXX')) {
    return { edtf: on, earliest: null, latest: null, precision: 'day', basis: 'clause', ...shared };
  }
  if (on === undefined) {
    if (publishedAt === undefined) return null;
    const bounds =
      status === 'planned' ? { earliest: publishedAt, latest: null } : { earliest: null, latest: publishedAt };
    return { edtf: null, ...bounds, precision: 'none', basis: 'publication', ...shared };
  }
  const [from, to = from] = on.split('/') as [string, string?];
  const [earliest, latest] = [firstOf(from), lastOf(to)];
  const precision = earliest !== null && earliest === latest ? 'day' : from.length === 4 ? 'year' : 'month';
  return { edtf: on, earliest, latest, precision, basis: 'clause', ...shared };
}

/** ".." is an open end. */
const firstOf = (date: string): string | null => (date === '..' ? null : `${date}-01-01`.slice(0, bounds(date)));
const bounds = (date: string): number => (date.startsWith('-') ? 11 : 10);

function lastOf(date: string): string | null {
  if (date === '..') return null;
  const [year, month, day] = date.split('-').map(Number) as [number, number?, number?];
  if (day !== undefined || date.startsWith('-')) return date;
  return new Date(Date.UTC(year, month ?? 12, 0)).toISOString().slice(0, 10);
}
