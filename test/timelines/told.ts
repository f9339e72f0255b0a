import type { EntityRecord, EventMention, EventTime, Extraction } from '../../schemas/extraction.ts';
import { reportsOf } from '../../src/timelines/report.ts';
import type { Report } from '../../src/timelines/types.ts';

/** One event as a document of these tests tells it. */
export interface Told {
  readonly trigger: string;
  readonly type?: EventMention['type'];
  readonly mode?: EventMention['mode'];
  readonly status?: EventMention['status'];
  /** A day, a month, "A/B"; nothing for an event dated by publication. */
  readonly on?: string;
  readonly who?: readonly string[];
  readonly role?: EventMention['participants'][number]['role'];
  readonly place?: string;
  readonly by?: string;
  readonly sentence?: string;
  readonly cluster?: string;
  readonly prominent?: boolean;
}

export interface Paper {
  readonly id: string;
  readonly publishedAt?: string;
  readonly publisher?: string;
  readonly title?: string;
  readonly text?: string;
}

type Known = Pick<EntityRecord, 'name' | 'type'> & Partial<EntityRecord>;
const known: readonly Known[] = [
  { name: 'Russia', type: 'country', wikidata: 'Q159', iso: 'RU' },
  { name: 'Germany', type: 'country', wikidata: 'Q183', iso: 'DE' },
  { name: 'the Kremlin', type: 'organisation', country: 'RU', actsFor: 'RU' },
  { name: 'Hamburg', type: 'place', geonames: 2911298, country: 'DE' },
  { name: 'Berlin', type: 'place', geonames: 2950159, country: 'DE' },
];
const personOf = (name: string): Known => ({ name, type: 'person' });

/** The reports of a document that tells of these events, as an extraction gives them. */
export function told(paper: Paper, events: readonly Told[]): Report[] {
  const sentences = events.map(({ sentence, trigger, who = [] }) => sentence ?? `${who.join(' and ')} ${trigger}.`);
  const text = paper.text ?? sentences.join(' ');
  const entities = new Map<string, EntityRecord>();
  const entity = (name: string): string => {
    const record = known.find((each) => each.name === name) ?? personOf(name);
    if (!entities.has(name)) entities.set(name, { aliases: [], ...record, id: `e${entities.size + 1}` });
    return entities.get(name)!.id;
  };
  let at = 0;
  const mentions = events.map((event, i): EventMention => {
    const start = at;
    at += sentences[i]!.length + 1;
    return {
      id: `v${i + 1}`,
      trigger: { start, end: start + event.trigger.length, text: event.trigger, lemma: event.trigger },
      sentence: { start, end: at - 1 },
      type: event.type ?? 'OTHER',
      ...(event.mode && { mode: event.mode }),
      title: sentences[i]!,
      time: timeOf(event, paper.publishedAt),
      status: event.status ?? 'happened',
      participants: (event.who ?? []).map((name) => ({
        role: event.role ?? 'actor',
        start,
        end: start,
        text: name,
        entity: entity(name),
      })),
      ...(event.place && { place: { start, end: start, text: event.place, entity: entity(event.place) } }),
      topics: [],
      ...(event.by && { attribution: { text: event.by, start, end: start, cue: 'said', kind: 'indirect' } }),
      prominent: event.prominent ?? true,
      cluster: event.cluster ?? `c${i + 1}`,
    };
  });
  const extraction: Extraction = {
    id: paper.id,
    times: [],
    mentions: [...entities.values()].map(({ id, name, type }, i) => ({
      id: `m${i + 1}`,
      start: 0,
      end: 0,
      text: name,
      type,
      entity: id,
    })),
    entities: [...entities.values()],
    events: mentions,
    warnings: [],
  };
  const { id, publishedAt, publisher, title } = paper;
  return reportsOf({
    id,
    source: { id, text, timezone: 'UTC', ...(publishedAt && { publishedAt }), ...(title && { title }) },
    extraction,
    ...(publisher && { publisher }),
  });
}

function timeOf({ on, status }: Told, publishedAt: string | undefined): EventTime | null {
  if (on === undefined) {
    if (publishedAt === undefined) return null;
    const bounds =
      status === 'planned' ? { earliest: publishedAt, latest: null } : { earliest: null, latest: publishedAt };
    return { edtf: null, ...bounds, precision: 'none', approximate: false, basis: 'publication', confidence: 0.5 };
  }
  const [from, to = from] = on.split('/') as [string, string?];
  const earliest = from.length === 7 ? `${from}-01` : from;
  const latest = to!.length === 7 ? lastOf(to!) : to!;
  const precision = earliest === latest ? 'day' : 'month';
  return { edtf: on, earliest, latest, precision, approximate: false, basis: 'clause', confidence: 0.9 };
}

const lastOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};
