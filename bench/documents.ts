import type { EntityRecord, EventMention, EventTime, Extraction, Mention } from '../schemas/extraction.ts';
import type { ReadDocument } from '../src/records.ts';

/**
 * Documents as the reader hands them to the store, made up. They come at a steady rate, so a larger store covers more
 * years; who is in the news follows Zipf's law, as names do; three in ten events are those of a story that other documents
 * of the day tell as well. The same number gives the same document.
 */
const PEOPLE = 20_000;
const COUNTRIES = 200;
const PUBLISHERS = 40;
const FIRST_DAY = Date.UTC(2008, 0, 1) / 86_400_000;
/** Documents a day. */
export const RATE = 25;
const STORIES_A_DAY = 4;
const EVENTS = 6;
const PLACES = 3000;
const VERBS = 600;
const types = 'STATEMENT CONSULT OTHER AGREE OTHER ASSAULT OTHER SANCTION ACCUSE OTHER PROTEST OTHER ELECT OTHER'.split(
  ' ',
) as EventMention['type'][];
const filler =
  'Officials gave few details of what had been agreed, and observers said that much would depend on the weeks to come. ';

/** Mulberry32: a small generator whose stream depends on nothing but its seed. */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A rank from 0 with a probability that falls as 1/rank. */
const zipf = (next: () => number, count: number): number => Math.floor(count ** next()) - 1;

/** The Wikidata ids of the made-up people by how often they are in the news. */
export const personId = (rank: number): string => `Q${1_000_000 + rank}`;
export const drawPerson = (next: () => number): number => zipf(next, PEOPLE);
/** The day, since 1970-01-01, on which document number `n` is published. */
export const dayOf = (n: number): number => FIRST_DAY + Math.floor(n / RATE);
export const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

interface Who {
  readonly name: string;
  readonly record: Omit<EntityRecord, 'id'>;
}

function person(rank: number): Who {
  const last = `${word(rank, 3)}`;
  const name = `${word(rank * 7 + 3, 2)} ${last}`;
  const country = countryCode(rank % COUNTRIES);
  return { name, record: { name, type: 'person', aliases: [last], wikidata: personId(rank), country } };
}

function country(rank: number): Who {
  const name = `${word(rank * 13 + 5, 2)}ia`;
  return {
    name,
    record: { name, type: 'country', aliases: [], wikidata: `Q${900_000 + rank}`, iso: countryCode(rank) },
  };
}

function city(rank: number): Who {
  const name = `${word(rank * 11 + 1, 2)}ton`;
  const code = countryCode(rank % COUNTRIES);
  return { name, record: { name, type: 'place', aliases: [], geonames: 1_000_000 + rank, country: code } };
}

const countryCode = (rank: number): string => String.fromCharCode(65 + (Math.floor(rank / 26) % 26), 65 + (rank % 26));

const syllables =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo za bren dal gor hel mar nor pol sten tor vik'.split(' ');
function word(number: number, length: number): string {
  let rest = Math.imul(number + 1, 2_654_435_761) >>> 0;
  let text = '';
  for (let i = 0; i < length; i++) {
    text += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length) + number;
  }
  return text[0]!.toUpperCase() + text.slice(1);
}

interface Happening {
  readonly kind: number;
  readonly day: number;
  readonly who: readonly Who[];
  readonly place: Who | undefined;
  readonly precision: 'day' | 'month' | 'year' | 'none';
}

/** Drawn from its own number: two documents that draw the same story tell of the same event. */
function happening(seed: number, day: number): Happening {
  const next = random(seed);
  const [precision, company, where] = [next(), next(), next()];
  const actor = person(zipf(next, PEOPLE));
  const other = company < 0.4 ? person(zipf(next, PEOPLE)) : company < 0.6 ? country(zipf(next, COUNTRIES)) : undefined;
  return {
    kind: zipf(next, VERBS),
    day: day - Math.floor(next() * 4),
    who: other === undefined ? [actor] : [actor, other],
    place: where < 0.3 ? city(zipf(next, PLACES)) : where < 0.4 ? country(zipf(next, COUNTRIES)) : undefined,
    precision: precision < 0.5 ? 'day' : precision < 0.55 ? 'month' : precision < 0.58 ? 'year' : 'none',
  };
}

/** Document number `n` of the corpus with this seed. */
export function documentOf(n: number, seed = 1): ReadDocument {
  const next = random(Math.imul(n + 1, 7919) ^ seed);
  const published = dayOf(n);
  const id = `doc_${seed}x${n}`;
  const publisher = `Publisher ${zipf(next, PUBLISHERS)}`;
  const paper = new Paper(id, published);
  for (let i = 0; i < EVENTS; i++) {
    const isStory = next() < 0.3;
    const story = published * STORIES_A_DAY + Math.floor(next() * STORIES_A_DAY);
    paper.tell(happening(isStory ? story : Math.imul(n * EVENTS + i, 40_503) ^ 0x5bd1e995, published), i < 4);
  }
  return paper.finish(publisher);
}

/** Report number `n` of one story, with two events that no other document tells. */
export function reportOfStory(n: number, precision: 'day' | 'none'): ReadDocument {
  const paper = new Paper(`doc_${precision}x${n}`, FIRST_DAY);
  paper.tell({ ...happening(1, FIRST_DAY), precision }, true);
  for (const i of [0, 1]) paper.tell(happening(Math.imul(n * 2 + i + 1, 48_271), FIRST_DAY), true);
  return paper.finish(`Publisher ${n % PUBLISHERS}`);
}

class Paper {
  readonly #id: string;
  readonly #published: number;
  readonly #entities = new Map<string, EntityRecord>();
  readonly #mentions: Mention[] = [];
  readonly #events: EventMention[] = [];
  #text = '';

  constructor(id: string, published: number) {
    this.#id = id;
    this.#published = published;
  }

  tell({ kind, day, who, place, precision }: Happening, prominent: boolean): void {
    const start = this.#text.length;
    const [first, second] = who as [Who, Who?];
    const actor = this.#name(first);
    const lemma = word(kind, 2).toLowerCase();
    const trigger = { start: this.#text.length + 1, end: this.#text.length + 1 + lemma.length, text: lemma, lemma };
    this.#text += ` ${lemma} `;
    const other = second && this.#name(second);
    this.#text += ' in ';
    const where = place && this.#name(place);
    this.#text += '.';
    const sentence = { start, end: this.#text.length };
    this.#text += ` ${filler.repeat(2)}\n\n`;
    this.#events.push({
      id: `v${this.#events.length + 1}`,
      trigger,
      sentence,
      type: types[kind % types.length]!,
      title: `${first.name} ${lemma} ${second?.name ?? ''}`.trim(),
      time: timeOf(day, precision, this.#published),
      status: 'happened',
      participants: [{ role: 'actor', ...actor }, ...(other ? [{ role: 'recipient' as const, ...other }] : [])],
      ...(where && { place: where }),
      topics: [],
      prominent,
      cluster: `c${this.#events.length + 1}`,
    });
  }

  finish(publisher: string): ReadDocument {
    const about = { id: this.#id, publishedAt: iso(this.#published) };
    const extraction: Extraction = {
      ...about,
      times: [],
      mentions: this.#mentions,
      entities: [...this.#entities.values()],
      events: this.#events,
      warnings: [],
    };
    return {
      id: this.#id,
      source: { ...about, text: this.#text, timezone: 'UTC' },
      contentType: 'text/plain',
      publisher,
      addedAt: '2024-01-01T00:00:00.000Z',
      extraction,
    };
  }

  #name({ name, record }: Who): { start: number; end: number; text: string; entity: string } {
    if (!this.#entities.has(name)) this.#entities.set(name, { id: `e${this.#entities.size + 1}`, ...record });
    const entity = this.#entities.get(name)!.id;
    const span = { start: this.#text.length, end: this.#text.length + name.length, text: name };
    this.#mentions.push({ id: `m${this.#mentions.length + 1}`, ...span, type: record.type, entity });
    this.#text += name;
    return { ...span, entity };
  }
}

function timeOf(day: number, precision: Happening['precision'], published: number): EventTime {
  const shared = { approximate: false, basis: 'clause' as const, confidence: 0.9 };
  const text = iso(day);
  if (precision === 'day') return { ...shared, edtf: text, earliest: text, latest: text, precision };
  if (precision === 'none') {
    return { ...shared, edtf: null, earliest: null, latest: iso(published), precision, basis: 'publication' };
  }
  const edtf = text.slice(0, precision === 'month' ? 7 : 4);
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
  const last = precision === 'month' ? Date.UTC(year, month, 0) : Date.UTC(year, 12, 0);
  return {
    ...shared,
    edtf,
    earliest: `${edtf}-01-01`.slice(0, 10),
    latest: iso(last / 86_400_000),
    precision,
  };
}
