import { firstDay, lastDay } from '../calendar.ts';
import type { Draft, Period, Resolved } from '../types.ts';

/** The expression that a range or an enumeration as a whole is, from its resolved parts; `text` is that of the document. */
export function joined(
  { start, end, mod, meaning }: Draft,
  joint: 'range' | 'and',
  parts: readonly Resolved[],
  text: string,
): Resolved {
  const drafts = meaning.kind === 'list' ? meaning.parts : [];
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const apart = joint === 'and' ? daysApart(parts, text.slice(start, end).includes(' or ')) : undefined;
  const [from, to] = [first.edtf?.split('/')[0], last.edtf?.split('/').at(-1)];
  const known = first.earliest !== null && last.latest !== null && !isBackwards(first, last);
  // From eleven at night to one is no interval of its day.
  const overnight = from?.includes('T') === true && to?.includes('T') === true && from > to;
  const edges = known && from !== undefined && to !== undefined;
  const plain = (edtf: string | undefined, digit: string) => edtf?.replaceAll('X', digit);
  return {
    type: first.type,
    value: `${first.value}/${last.value}`,
    // From a day to itself is that day.
    edtf:
      !edges || overnight
        ? null
        : apart !== undefined
          ? apart
          : first.edtf === last.edtf
            ? first.edtf
            : `${plain(from, '0')}/${plain(to, '9')}`,
    earliest: edges ? first.earliest : null,
    latest: edges ? last.latest : null,
    precision: last.precision,
    approximate: first.approximate || last.approximate,
    basis: last.basis,
    parts: drafts.map((part, i) => ({ start: part.start, end: part.end, value: parts[i]!.value })),
    explanation: () =>
      `${joint === 'range' ? 'from' : 'both'} ${first.value} ${joint === 'range' ? 'to' : 'and'} ${last.value}`,
    ...(last.period && { period: last.period }),
    ...(mod && { mod }),
  };
}

/** "July 7 and 15" are two days, not those between: EDTF has sets, of all and of one of them. */
function daysApart(parts: readonly Resolved[], isChoice: boolean): string | undefined {
  const plain = parts.every(({ edtf, period }) => period !== undefined && /^-?\d{4}(?:-\d\d){0,2}$/.test(edtf ?? ''));
  const touch = parts.every(({ period }, i) => i === 0 || touches(parts[i - 1]!.period, period));
  if (!plain || touch) return undefined;
  const members = parts.map(({ edtf }) => edtf).join(',');
  return isChoice ? `[${members}]` : `{${members}}`;
}

/** What ends before it begins was misread: a score, two decades of different centuries. */
const isBackwards = ({ period: first }: Resolved, { period: last }: Resolved): boolean =>
  first !== undefined && last !== undefined && firstDay(first) > lastDay(last);

const touches = (before: Period | undefined, after: Period | undefined): boolean =>
  before !== undefined && after !== undefined && firstDay(after) <= lastDay(before) + 1;
