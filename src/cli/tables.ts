import Table from 'cli-table3';
import type { Entity } from '../../schemas/entity.ts';
import type { Event, EventDate, EventSummary } from '../../schemas/event.ts';
import type { EventStatus, Extraction } from '../../schemas/extraction.ts';

const marks: Readonly<Record<EventStatus, string>> = {
  happened: '✓',
  ongoing: '●',
  planned: '○',
  cancelled: '✗',
  denied: '⊘',
  hypothetical: '?',
  unknown: '·',
};

/** The widest a table gets: longer lines tire the eye. */
const WIDEST = 120;
const NARROWEST = 80;

/** A table as wide as the terminal, whose column without a width takes what the others leave. */
function makeTable(head: readonly string[], widths: readonly (number | undefined)[], columns: number): Table.Table {
  const width = Math.max(NARROWEST, Math.min(columns || WIDEST, WIDEST));
  const taken = widths.reduce<number>((sum, each) => sum + (each ?? 0), widths.length + 1);
  return new Table({
    head: [...head],
    colWidths: widths.map((each) => each ?? width - taken),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
}

/** Events as a table: when, whether it happened, what, and who reports it. */
export function eventTable(events: readonly EventSummary[], columns: number): string {
  const table = makeTable(['date', '', 'what', 'sources'], [25, 3, undefined, 24], columns);
  for (const event of events) table.push([dateOf(event.time), marks[event.status], event.title, sourcesOf(event)]);
  const used = [...new Set(events.map(({ status }) => status))];
  return `${table}\n${used.map((status) => `${marks[status]} ${status}`).join('   ')}\n`;
}

export function entityTable(entities: readonly Entity[], columns: number): string {
  const table = makeTable(['name', 'type', 'country', 'wikidata', 'events'], [undefined, 14, 9, 12, 8], columns);
  for (const { name, type, iso, country, wikidata, events } of entities) {
    table.push([name, type, iso ?? country ?? '', wikidata ?? '', events]);
  }
  return `${table}\n`;
}

/** One event with everything that is claimed about it: what won, how it came about, and who says what. */
export function eventDetails(event: Event, columns: number): string {
  const { corroboration, statusHistory, edited = [], partOf, parts = [] } = event;
  const { documents, copies, publishers, sources, conflicts } = corroboration;
  const rows: [name: string, value: string][] = [
    ['date', dateOf(event.time)],
    ['status', `${marks[event.status]} ${event.status}`],
    ['type', [event.type, event.mode].filter(Boolean).join(', ')],
    ['participants', event.participants.map(({ name, role }) => `${name} (${role})`).join('\n')],
    ['place', [event.place?.name, event.place?.country].filter(Boolean).join(', ')],
    ['history', statusHistory.map(({ asOf, status }) => `${asOf ?? 'undated'}: ${status}`).join('\n')],
    [
      'conflicts',
      conflicts.map(({ field, value, claims }) => `${field}: ${value} (${counted(claims.length, 'claim')})`).join('\n'),
    ],
    [
      'sources',
      [
        counted(documents, 'text'),
        counted(copies, 'copy', 'copies'),
        counted(publishers, 'publisher'),
        counted(sources, 'speaker'),
      ].join(', '),
    ],
    ['part of', partOf ? `${partOf.title} (${partOf.id})` : ''],
    ['parts', parts.map(({ id, title }) => `${title} (${id})`).join('\n')],
    ['set by hand', edited.map(({ field, author, reason }) => `${field}, by ${author}: ${reason}`).join('\n')],
  ];
  const about = makeTable(['', event.title], [16, undefined], columns);
  about.push(...rows.filter(([, value]) => value !== ''));
  const claims = makeTable(
    ['published', 'publisher', '', 'date', 'in these words'],
    [12, 16, 3, 14, undefined],
    columns,
  );
  for (const { publishedAt = '', publisher = '', status, time, sentence, attribution } of event.claims) {
    const words = attribution ? `${sentence.text}\n– ${attribution.text}` : sentence.text;
    claims.push([publishedAt.slice(0, 10), publisher, marks[status], dateOf(time), words]);
  }
  return `${about}\n${claims}\n`;
}

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** What was found in one text. */
export function extractionTables({ times, entities, events, warnings }: Extraction, columns: number): string {
  const when = makeTable(['times', 'value', 'days'], [undefined, 26, 27], columns);
  for (const { text, value, mod, earliest, latest } of times) {
    const days = earliest === latest ? (earliest ?? '') : `${earliest ?? '…'} – ${latest ?? '…'}`;
    when.push([text, [value, mod].filter(Boolean).join(' '), days]);
  }
  const who = makeTable(['names', 'type', 'wikidata', 'role'], [undefined, 14, 12, 34], columns);
  for (const { name, type, wikidata = '', role = '' } of entities) who.push([name, type, wikidata, role]);
  const what = makeTable(['events', '', 'what', 'by'], [25, 3, undefined, 24], columns);
  for (const { time, status, title, attribution, prominent } of events) {
    if (prominent) what.push([dateOf(time), marks[status], title, attribution?.text ?? '']);
  }
  return `${when}\n${who}\n${what}\n${warnings.map((warning) => `${warning}\n`).join('')}\n`;
}

function dateOf(time: Pick<EventDate, 'edtf' | 'earliest' | 'latest'> | null): string {
  if (time === null) return 'undated';
  if (time.edtf !== null) return time.edtf;
  if (time.earliest === null && time.latest === null) return 'undated';
  return `${time.earliest ?? '…'} – ${time.latest ?? '…'}`;
}

function sourcesOf({ corroboration: { documents, publishers, conflicts }, evidence }: EventSummary): string {
  const who = publishers > 1 ? `${publishers} publishers` : (evidence.publisher ?? '');
  const many = documents > 1 ? `${documents} texts` : '';
  const disagree = conflicts.length > 0 ? 'they disagree' : '';
  return [who, many, disagree].filter(Boolean).join(', ');
}
