import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { IANAZone } from 'luxon';
import { COUNTRY_CODE, ENTITY_KEY, POSTGRES_URL, RECURRING_DATE } from '../schemas/patterns.ts';
import { dayRange } from './day-range.ts';
import { DatelineError, type ErrorCode, type FieldError } from './errors.ts';
import { nearest } from './nearest.ts';
import { dateOf } from './timelines/curation.ts';

const isDate = standard('date');
const isDateTime = standard('date-time');

/** The string formats that schemas may name. */
const formats = {
  date: isDate,
  'date-time': isDateTime,
  'date-or-date-time': (value: string) => isDate(value) || isDateTime(value),
  'edtf-date': (value: string) => dayRange(value) !== undefined,
  'edtf-interval': (value: string) => dateOf(value) !== undefined,
  'iana-time-zone': (value: string) => IANAZone.isValidZone(value),
  /** PostgreSQL keeps every character but one. */
  'storable-text': (value: string) => !value.includes('\u0000'),
  uri: (value: string) => URL.canParse(value),
  'uri-reference': true as const,
};

/** What a format asks for, in the words of an error. */
const formatHelp: Readonly<Record<string, string>> = {
  date: 'must be a date that exists, such as 2017-05-04',
  'date-time': 'must be an RFC 3339 date-time, such as 2017-05-04T09:30:00Z',
  'date-or-date-time':
    'must be a date that exists or an RFC 3339 date-time, such as 2017-05-04 or 2017-05-04T09:30:00Z',
  'edtf-date':
    'must be a day that exists, a month, year, decade or century, such as 2017-05-04, 2017-05, 2017, 201X or 20XX',
  'edtf-interval': 'must be a date or two with a slash, such as 2017-05-04, 2017-05 or 2017-05-04/2017-05-06',
  'iana-time-zone': 'must be an IANA time zone, such as Europe/Moscow',
  'storable-text': 'must not contain the character U+0000',
  uri: 'must be an absolute URL',
};

/** What the patterns of the schemas ask for. */
const patternHelp: ReadonlyMap<unknown, string> = new Map([
  [ENTITY_KEY, 'must be an id (ent_…), a Wikidata id (Q7747) or the ISO 3166 code of a country (RU)'],
  [POSTGRES_URL, 'must begin with postgres:// or postgresql://'],
  [COUNTRY_CODE, 'must be an ISO 3166 code of two letters, such as RU'],
  [RECURRING_DATE, 'must be a day of the year (07-07) or a month (07)'],
]);
const ID_PATTERN = /^\^(?:\(\?:)?([a-z|]+)\)?_\[A-Za-z0-9\]\+\$$/;

/** Longer examples do not help in the middle of a sentence. */
const LONGEST_EXAMPLE = 60;

function standard(name: 'date' | 'date-time'): (value: string) => boolean {
  const format = fullFormats[name] as { validate: (value: string) => boolean };
  return (value) => format.validate(value);
}

const options = { formats, strict: false, allErrors: true, verbose: true, useDefaults: true, addUsedSchema: false };
const compilers = {
  /** Parameters and environment variables: converted to the type that the schema asks for. */
  text: new Ajv2020({ ...options, coerceTypes: 'array' }),
  /** JSON: its values have their types already. */
  json: new Ajv2020(options),
};

/** Compiles a schema into a check that lists the bad fields of a value. It fills in defaults, in place. */
export function compile(schema: object, source: keyof typeof compilers): (value: unknown) => FieldError[] {
  const check = compilers[source].compile(schema);
  return (value) => (check(value) ? [] : explain(check.errors!));
}

/** The error of a value with bad fields; `at` is the pointer to the value, for example `/query`. */
export function invalid(code: ErrorCode, bad: readonly FieldError[], at = ''): DatelineError {
  const errors = bad.map(({ pointer, detail }) => ({ pointer: at + pointer, detail }));
  const sentences = bad.map(
    ({ pointer, detail }) =>
      `${pointer === '' ? 'It' : `"${pointer.slice(1)}"`} ${detail}${detail.endsWith('?') ? '' : '.'}`,
  );
  return new DatelineError(code, sentences.join(' '), { errors });
}

/** One line for each field: an error inside a union says the same thing once for each branch. */
function explain(errors: readonly ErrorObject[]): FieldError[] {
  const byPointer = new Map<string, FieldError>();
  for (const error of errors) {
    const pointer = error.instancePath + missingOrUnknown(error);
    if (!byPointer.has(pointer)) byPointer.set(pointer, { pointer, detail: describe(error) });
  }
  return [...byPointer.values()];
}

function missingOrUnknown({ params }: ErrorObject): string {
  const name: string | undefined = params.additionalProperty ?? params.missingProperty;
  return name === undefined ? '' : `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function describe({ keyword, params, message, parentSchema }: ErrorObject): string {
  if (keyword === 'required') return 'is missing';
  if (keyword === 'additionalProperties') {
    return `is not known here${suggest(params.additionalProperty, Object.keys(parentSchema?.properties ?? {}))}`;
  }
  if (keyword === 'enum') return `must be one of ${params.allowedValues.join(', ')}`;
  if (keyword === 'format') return formatHelp[params.format] ?? message!;
  if (keyword === 'minLength' && params.limit === 1) return 'must not be empty';
  if (keyword === 'pattern') return describePattern(params.pattern, message!);
  const example = parentSchema?.examples?.[0];
  const tooLong = String(example).length > LONGEST_EXAMPLE;
  return example === undefined || tooLong ? message! : `${message}, for example ${example}`;
}

function describePattern(pattern: string, message: string): string {
  const kinds = ID_PATTERN.exec(pattern)?.[1]
    ?.split('|')
    .map((kind) => `${kind}_`);
  return kinds ? `must be an id that starts with ${kinds.join(' or ')}` : (patternHelp.get(pattern) ?? message);
}

function suggest(name: string, known: readonly string[]): string {
  if (known.length === 0) return '; nothing is';
  const meant = nearest(name, known);
  return meant === undefined ? `; known are ${known.join(', ')}` : `; did you mean "${meant}"?`;
}
