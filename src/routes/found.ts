import { DatelineError } from '../errors.ts';

/** The record, or the problem that there is none. */
export function found<T>(record: T | undefined, detail: string): T {
  if (record === undefined)
    throw new DatelineError('not-found', detail, { errors: [{ pointer: '/params/id', detail: 'is not known' }] });
  return record;
}
