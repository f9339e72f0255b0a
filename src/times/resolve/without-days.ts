import type { Draft, Meaning, Resolved } from '../types.ts';

/** A duration, a set or a vague reference: it has a value and no days. */
export function undated({ mod }: Draft, { kind, value }: Extract<Meaning, { value: string }>): Resolved {
  const type = kind === 'duration' ? 'DURATION' : kind === 'set' ? 'SET' : 'DATE';
  const why = {
    duration: 'a length of time, not a date',
    set: 'comes again and again',
    reference: 'a vague reference without a date',
  }[kind];
  return {
    type,
    value,
    ...(mod && { mod }),
    edtf: null,
    earliest: null,
    latest: null,
    precision: 'none',
    approximate: mod === 'APPROX',
    basis: 'explicit',
    explanation: () => why,
  };
}

/** A date of which the text says too little, and about which nothing is guessed. */
export function unresolved(
  { mod }: Draft,
  value: string,
  edtf: string | null,
  type: 'DATE' | 'TIME',
  precision: Resolved['precision'],
): Resolved {
  return {
    type,
    value,
    ...(mod && { mod }),
    edtf,
    earliest: null,
    latest: null,
    precision,
    approximate: false,
    basis: 'explicit',
    explanation: () => `${value}: nothing says which, and nothing is guessed`,
  };
}

/** How precise a date with these fields would be. */
export function unitOfFields(fields: object): Resolved['precision'] {
  for (const unit of ['day', 'feast', 'weekday', 'month', 'quarter', 'half', 'season'] as const)
    if (unit in fields) return unit === 'feast' || unit === 'weekday' ? 'day' : unit;
  return 'year';
}
