import type { TSchema } from 'typebox';
import * as change from './change.ts';
import * as document from './document.ts';
import * as edit from './edit.ts';
import * as entity from './entity.ts';
import * as event from './event.ts';
import * as extraction from './extraction.ts';
import * as page from './page.ts';
import * as problem from './problem.ts';
import * as timeline from './timeline.ts';

interface Named extends TSchema {
  readonly $id: string;
}
const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && typeof (value as Named).$id === 'string';

/** Every schema with a name: the components of the OpenAPI document and the files of schemas/json. */
export const components: readonly Named[] = [change, document, edit, entity, event, extraction, page, problem, timeline]
  .flatMap((module) => Object.values<unknown>(module))
  .filter(isNamed)
  .sort((a, b) => a.$id.localeCompare(b.$id));

/** The schema with references to the named schemas inside it, where TypeBox nests the schemas themselves. */
export function withReferences<T>(schema: T, isRoot = true): T {
  if (Array.isArray(schema)) return schema.map((item) => withReferences(item, false)) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  if (!isRoot && isNamed(schema)) return { $ref: `${schema.$id}#` } as T;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withReferences(value, false)])) as T;
}
