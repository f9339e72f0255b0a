import { DateTime } from 'luxon';
import { readData } from '../data.ts';

const names = readData<{ published: string[]; titles: string[] }>('html.json');
const published = new Set(names.published);
const titles = new Set(names.titles);

/** Whether a `<meta>` of this name states when the page was published. */
export const isPublishedName = (name: string): boolean => published.has(name);
export const isTitleName = (name: string): boolean => titles.has(name);

/** Dates are no longer than this, and nothing longer is looked at. */
const LONGEST_DATE = 64;
const DAY_ONLY = /^\d{4}-?\d{2}-?\d{2}$/;
const FORMATS = ['yyyy/MM/dd', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd HH:mm:ss'];

/** An ISO 8601 date or date-time from a page's own statement of it; undefined unless it names a whole day. */
export function toPublished(stated: string): string | undefined {
  const value = stated.trim();
  if (value.length > LONGEST_DATE || value.length < 'yyyyMMdd'.length) return undefined;
  if (DAY_ONLY.test(value)) return DateTime.fromISO(value).toISODate() ?? undefined;
  // A month or a year alone is no reference for "Tuesday".
  if (!/\d{4}-?\d{2}-?\d{2}T|[/: ]/.test(value)) return undefined;
  const readings = [
    DateTime.fromISO(value, { setZone: true }),
    DateTime.fromRFC2822(value, { setZone: true }),
    ...FORMATS.map((format) => DateTime.fromFormat(value, format, { zone: 'UTC' })),
  ];
  const read = readings.find((reading) => reading.isValid);
  if (read === undefined) return undefined;
  return (value.includes(':') ? read.toISO({ suppressMilliseconds: true }) : read.toISODate()) ?? undefined;
}

/** `datePublished` of a JSON-LD script, wherever it stands in it. */
export function findPublished(json: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  const waiting: unknown[] = [parsed];
  for (let i = 0; i < waiting.length; i++) {
    const each = waiting[i];
    if (typeof each !== 'object' || each === null) continue;
    const stated = (each as { datePublished?: unknown }).datePublished;
    const date = typeof stated === 'string' ? toPublished(stated) : undefined;
    if (date !== undefined) return date;
    for (const value of Object.values(each)) waiting.push(value);
  }
  return undefined;
}
