import { stringify } from 'csv-stringify/sync';
import type { EventSummary } from '../../schemas/event.ts';
import type { TimelineFormat } from '../../schemas/query.ts';
import type { Timeline } from '../../schemas/timeline.ts';

export interface Rendered {
  readonly contentType: string;
  readonly body: string;
}

interface Renderer {
  readonly contentType: string;
  render(timeline: Timeline): string;
}

/** Every format a timeline can be had in. The first is what callers get who do not care. */
export const renderers: Readonly<Record<TimelineFormat, Renderer>> = {
  json: { contentType: 'application/json', render: (timeline) => JSON.stringify(timeline) },
  csv: { contentType: 'text/csv', render: ({ items }) => toCsv(items) },
  ndjson: {
    contentType: 'application/x-ndjson',
    render: ({ items }) => items.map((event) => `${JSON.stringify(event)}\n`).join(''),
  },
};

export const timelineTypes: readonly string[] = Object.values(renderers).map(({ contentType }) => contentType);

export function renderTimeline(timeline: Timeline, format: TimelineFormat): Rendered {
  const { contentType, render } = renderers[format];
  return { contentType, body: render(timeline) };
}

/** One row an event (RFC 4180). What a spreadsheet would take for a formula is written so that it does not. */
function toCsv(events: readonly EventSummary[]): string {
  const rows = events.map((event) => Object.fromEntries(columns.map(([name, value]) => [name, value(event)])));
  return stringify(rows, {
    header: true,
    columns: columns.map(([name]) => name),
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: String },
  });
}

type Cell = string | number | boolean | null | undefined;

const columns: readonly [name: string, value: (event: EventSummary) => Cell][] = [
  ['id', (event) => event.id],
  ['date', (event) => event.time?.edtf],
  ['earliest', (event) => event.time?.earliest],
  ['latest', (event) => event.time?.latest],
  ['precision', (event) => event.time?.precision],
  ['approximate', (event) => event.time?.approximate],
  ['basis', (event) => event.time?.basis],
  ['confidence', (event) => event.time?.confidence],
  ['status', (event) => event.status],
  ['type', (event) => event.type],
  ['mode', (event) => event.mode],
  ['title', (event) => event.title],
  ['participants', (event) => event.participants.map(({ name }) => name).join('; ')],
  ['place', (event) => event.place?.name],
  ['country', (event) => event.place?.country],
  ['documents', (event) => event.corroboration.documents],
  ['publishers', (event) => event.corroboration.publishers],
  ['salience', (event) => event.salience],
  ['evidence', (event) => event.evidence.text],
  ['document', (event) => event.evidence.document],
  ['published', (event) => event.evidence.publishedAt],
  ['publisher', (event) => event.evidence.publisher],
  ['url', (event) => event.evidence.url],
];
