import type { EntityRecord, EventMention, Extraction, TimeExpression } from '../schemas/extraction.ts';
import { dayRange } from '../src/day-range.ts';

/** What an article must yield; the format of `seed/gold.json` in the evaluation folder. */
export interface Gold {
  readonly publishedAt: string;
  readonly times: readonly {
    text: string;
    type: string;
    value: string;
    mod?: string;
    valueWithoutPublishedAt?: string;
  }[];
  readonly entities: readonly { name: string; type: string; wikidata?: string; mentions: readonly string[] }[];
  readonly events: readonly {
    what: string;
    trigger: string;
    date: string | null;
    status: string;
    participants: readonly string[];
  }[];
}

/** One expectation, and what is wrong with the answer to it: nothing when `fault` is empty. */
export interface Row {
  readonly expected: string;
  readonly fault: string;
}

export function scoreTimes(gold: Gold, times: readonly TimeExpression[], published: boolean): Row[] {
  const left = [...times];
  return gold.times.map(({ text, type, value, valueWithoutPublishedAt, mod }) => {
    const wanted = published ? value : (valueWithoutPublishedAt ?? value);
    const same = left.filter((time) => time.text === text);
    const found = same.find((time) => time.value === wanted && time.type === type && time.mod === mod);
    if (found) left.splice(left.indexOf(found), 1);
    const got = same.map((time) => [time.type, time.value, time.mod].filter(Boolean).join(' ')).join(', ');
    return { expected: `${text} → ${wanted}`, fault: found ? '' : got || 'not found' };
  });
}

export function scoreEntities(gold: Gold, entities: readonly EntityRecord[]): Row[] {
  return gold.entities.map((wanted) => {
    const found = entities.filter((entity) => means(entity, wanted));
    const right = found.some(
      (entity) => entity.type === wanted.type && (!wanted.wikidata || entity.wikidata === wanted.wikidata),
    );
    const got = found.map((entity) => `${entity.name} (${entity.type} ${entity.wikidata ?? 'unlinked'})`).join(', ');
    return { expected: `${wanted.name} (${wanted.type})`, fault: right ? '' : got || 'not found' };
  });
}

/** People and countries that the article does not name. */
export function invented(gold: Gold, entities: readonly EntityRecord[]): string[] {
  return entities
    .filter(({ type }) => type === 'person' || type === 'country')
    .filter((entity) => !gold.entities.some((wanted) => wanted.type === entity.type && means(entity, wanted)))
    .map(({ name, type }) => `${name} (${type})`);
}

export function scoreEvents(gold: Gold, { events, entities }: Extraction): Row[] {
  const names = new Map(entities.map((entity) => [entity.id, entity.name]));
  return gold.events.map((wanted) => {
    const faults = events
      .filter(({ trigger }) => trigger.text.toLowerCase() === wanted.trigger.toLowerCase())
      .map((event) => eventFaults(event, wanted, names))
      .sort((a, b) => a.length - b.length);
    return { expected: wanted.what, fault: faults[0]?.join('; ') ?? `no event at "${wanted.trigger}"` };
  });
}

function eventFaults(
  event: EventMention,
  wanted: Gold['events'][number],
  names: ReadonlyMap<string, string>,
): string[] {
  const faults: string[] = [];
  const date = `${event.time?.earliest ?? ''}/${event.time?.latest ?? ''}`;
  if (wanted.date === null ? event.time?.earliest && event.time.basis !== 'publication' : date !== days(wanted.date)) {
    faults.push(`date ${date}`);
  }
  if (event.status !== wanted.status) faults.push(`status ${event.status}`);
  const found = [...event.participants, ...(event.place ? [event.place] : [])].map(
    ({ entity, text }) => names.get(entity ?? '') ?? text,
  );
  const missing = wanted.participants.filter((name) => !found.includes(name));
  if (missing.length > 0) faults.push(`without ${missing.join(', ')}`);
  return faults;
}

function days(edtf: string): string {
  const [first = '', last = first] = edtf.split('/');
  return `${dayRange(first)?.earliest}/${dayRange(last)?.latest}`;
}

const means = (entity: EntityRecord, wanted: Gold['entities'][number]): boolean =>
  (wanted.wikidata !== undefined && entity.wikidata === wanted.wikidata) ||
  [entity.name, ...entity.aliases].some((name) => name === wanted.name || wanted.mentions.includes(name));
