import { civil, containing, firstDay, lastDay, shift } from '../calendar.ts';
import { stepsOf } from '../refine/counted.ts';
import { tokenAt } from '../rules/guards.ts';
import type { Anchor, Draft, Fields, Meaning, Period, Reading, Resolved, Step } from '../types.ts';
import { calendarDate, type Frame } from './calendar-date.ts';
import { directionOf, isQuery } from './direction.ts';
import { fiscalBounds, quarterTo } from './fiscal.ts';
import { joined } from './joined.ts';
import { type Course, courseOf, isNarrative } from './narrative.ts';
import { daysOf, dayText, describe, periodValue, precisionOf, timePrecision } from './notation.ts';
import { partOf } from './parts.ts';
import { ReportedQuarter } from './reported-quarter.ts';
import { shapeOf, unresolvedValue } from './underspecified.ts';
import { undated, unitOfFields, unresolved } from './without-days.ts';

/** Walks through a document's drafts with the references that they are read against. */
export class Resolver {
  readonly #reading: Reading;
  readonly #publication: number | undefined;
  readonly #narrative: boolean;
  readonly #course: Course;
  readonly #isQuery: boolean;
  /** What the text spoke of last, whatever its unit, and the last day and quarter. */
  #last: Period | undefined;
  #lastDay: Period | undefined;
  #lastSentence: number | undefined;
  /** The periods of the expressions by where they stand. */
  readonly #dated = new Map<number, Period>();
  /** The day that a story has come to, as a day number. */
  #story: number | undefined;
  readonly #quarter: ReportedQuarter;

  constructor(reading: Reading, drafts: readonly Draft[], publication: number | undefined) {
    this.#reading = reading;
    this.#publication = publication;
    this.#quarter = new ReportedQuarter(publication);
    this.#narrative = isNarrative(drafts, publication);
    this.#isQuery = isQuery(reading, drafts);
    this.#course = courseOf(this.#narrative ? drafts : []);
  }

  resolve(draft: Draft): Resolved {
    const resolved = draft.marked === undefined ? this.#meaning(draft) : this.#marked(draft, draft.marked);
    if (resolved.period !== undefined) this.#dated.set(draft.start, resolved.period);
    const { meaning } = draft;
    // "a year earlier" looks back from the period that is reported on, and does not take its place.
    if (
      meaning.kind === 'offset' &&
      draft.ended === undefined &&
      (meaning.elastic || (meaning.count < 0 && this.#narrative))
    )
      return resolved;
    if (meaning.kind === 'duration' && draft.rule === 'anchored-duration' && /^P[369]M$/.test(meaning.value))
      this.#quarter.yearly = true;
    if (!this.#course.asides.has(draft)) {
      this.#remember(resolved.period, draft);
      if (resolved.period !== undefined) this.#lastSentence = this.#sentenceOf(draft);
    }
    return resolved;
  }

  #sentenceOf = ({ start }: Draft): number | undefined => this.#reading.tokens[tokenAt(this.#reading, start)]?.sentence;

  #remember(period: Period | undefined, draft: Draft): void {
    if (period === undefined || period.unit === 'decade' || period.unit === 'century') return;
    const [first, last] = daysOf(period, draft.mod);
    // "In 1941" said again does not take the story back to January.
    const within = this.#story !== undefined && first <= this.#story && this.#story <= last;
    if (!within) this.#story = first;
    this.#last = period;
    if (period.unit === 'day') this.#lastDay = period;
    if (period.unit === 'quarter') {
      const of = draft.meaning.kind === 'calendar' ? draft.meaning.fields.fiscal : undefined;
      this.#quarter.remember(period, { end: this.#end(draft), fiscal: of }, this.#narrative);
    }
  }

  /** The period of its unit that holds the day which the page gives it. */
  #marked(draft: Draft, day: number): Resolved {
    const read = this.#meaning(draft);
    const { meaning } = draft;
    const unit = read.period?.unit ?? 'day';
    if ((meaning.kind !== 'calendar' && meaning.kind !== 'offset') || !MARKED_UNITS.has(unit)) return read;
    const period = containing(unit, day);
    if (read.period?.n === period.n) return { ...read, basis: 'explicit' };
    return describe(period, draft, meaning.time, 'explicit', () => `${periodValue(period)}, as the page marks it`);
  }

  #meaning(draft: Draft): Resolved {
    const { meaning } = draft;
    switch (meaning.kind) {
      case 'duration': {
        const ahead = this.#ahead(draft);
        return ahead === undefined ? undated(draft, meaning) : this.#offset(draft, ahead);
      }
      case 'set':
      case 'reference':
        return undated(draft, meaning);
      case 'calendar':
        return this.#calendar(draft, meaning);
      case 'offset':
        return this.#offset(draft, meaning);
      case 'list':
        return this.#list(draft, meaning.parts, meaning.joint);
    }
  }

  /** "They will vote in three weeks" says when; "he did it in three weeks" says how long it took. */
  #ahead(draft: Draft): Extract<Meaning, { kind: 'offset' }> | undefined {
    const { article, mod, start } = draft;
    if (this.#narrative || this.#publication === undefined || article || (mod !== undefined && mod !== 'APPROX'))
      return undefined;
    const preceding = this.#reading.text.slice(Math.max(0, start - 80), start);
    if (!IN.test(preceding) || RECORD.test(preceding)) return undefined;
    if (directionOf(this.#reading, draft) <= 0 && !this.#isQuery) return undefined;
    const steps = stepsOf(draft);
    const last = steps?.at(-1);
    if (steps === undefined || last === undefined || steps.some(({ unit }) => /second|minute|hour/.test(unit)))
      return undefined;
    const { unit, count } = last as Step;
    return { kind: 'offset', unit, count, from: 'publication', steps: steps.slice(0, -1) as Step[] };
  }

  #frame(draft: Draft, after?: Period): Frame {
    if (after !== undefined) return { reference: firstDay(after), narrative: true, direction: 1 };
    // "in May 1918, again on the 20th"
    if (isBareDay(draft) && this.#last !== undefined && this.#sentenceOf(draft) === this.#lastSentence)
      return { reference: firstDay(this.#last), narrative: true, direction: 0 };
    if (this.#narrative)
      return { reference: this.#story, narrative: true, direction: 0, nextYear: this.#course.nextYear.get(draft) };
    // A date with its year lies where it lies.
    const said = draft.meaning.kind === 'calendar' && draft.meaning.fields.year !== undefined;
    const direction = said ? 0 : directionOf(this.#reading, draft) || (this.#isQuery ? 1 : 0);
    return { reference: this.#publication, narrative: false, direction, query: this.#isQuery };
  }

  #calendar(draft: Draft, { fields, time }: Extract<Meaning, { kind: 'calendar' }>, after?: Period): Resolved {
    if (Object.keys(fields).length === 0) return this.#timeAlone(draft, time!);
    const frame = this.#frame(draft, after);
    const found = calendarDate(fields, frame);
    const named = found !== undefined && fields.part !== undefined ? partOf(found, fields.part) : found;
    const period = named !== undefined && fields.weekOf ? containing('week', firstDay(named)) : named;
    const ended = this.#end(draft);
    if (period === undefined) {
      const { value, edtf } = unresolvedValue(fields);
      return unresolved(
        draft,
        `${value}${time?.code ?? ''}`,
        edtf,
        time === undefined ? 'DATE' : 'TIME',
        unitOfFields(fields),
      );
    }
    const explicit = fields.year !== undefined || fields.century !== undefined || (fields.decade ?? 0) >= 10;
    const basis = fields.ambiguous
      ? 'inferred'
      : explicit
        ? 'explicit'
        : this.#narrative || after !== undefined
          ? 'anaphoric'
          : 'publication';
    const why = () => explain(period, basis, frame, fields.ambiguous ?? false);
    return describe(period, draft, time, basis, why, ended === undefined ? fiscal(period, fields) : quarterTo(ended));
  }

  /** The last day of "the quarter ended Sept. 30". */
  #end({ ended }: Draft): number | undefined {
    if (ended?.meaning.kind !== 'calendar') return undefined;
    const day = calendarDate(ended.meaning.fields, this.#frame(ended));
    return day?.unit === 'day' ? day.n : undefined;
  }

  /** A clock time belongs to the last day of its sentence's story, else to the day of publication. */
  #timeAlone(draft: Draft, time: NonNullable<Extract<Meaning, { kind: 'calendar' }>['time']>): Resolved {
    const day =
      this.#lastDay ??
      (this.#publication === undefined || this.#narrative ? undefined : { unit: 'day' as const, n: this.#publication });
    if (day === undefined) return unresolved(draft, `XXXX-XX-XX${time.code}`, null, 'TIME', timePrecision(time));
    const basis = this.#lastDay === undefined ? 'publication' : 'anaphoric';
    return describe(day, draft, time, basis, () => `${time.code} of ${periodValue(day)}`);
  }

  #offset(draft: Draft, meaning: Extract<Meaning, { kind: 'offset' }>): Resolved {
    const { unit, count, from, fields, time, elastic, of, anchor, steps = [] } = meaning;
    const base =
      anchor !== undefined
        ? this.#dated.get(anchor)
        : of === undefined
          ? this.#base(from, unit, draft, count)
          : this.#meaning({ ...draft, meaning: of }).period;
    if (base === undefined) {
      const inner = fields === undefined ? undefined : unresolvedValue(fields).value;
      return unresolved(
        draft,
        `${inner ?? shapeOf(unit)}${time?.code ?? ''}`,
        null,
        time === undefined ? 'DATE' : 'TIME',
        precisionOf({ unit, n: 0 }),
      );
    }
    const ended = this.#end(draft);
    const start = steps.reduce((at, step) => shift(at, step.unit, step.count), { ...base });
    let period = shift(containing(unit, firstDay(start)), unit, count);
    if (ended !== undefined && unit === 'quarter') period = this.#quarter.endedOn(ended);
    else if (elastic && fields?.year !== undefined && this.#quarter.yearly) period = { unit: 'year', n: fields.year };
    else if (elastic && unit === 'quarter' && from === 'context')
      period = this.#quarter.at(count, fields?.year, this.#publication ?? firstDay(base));
    else if (elastic && unit === 'year') period = this.#quarter.yearsOn(count) ?? period;
    else if (fields?.part !== undefined) period = partOf(period, fields.part) ?? period;
    else if (fields !== undefined) {
      const inner = calendarDate(
        { ...fields, ...(unit === 'year' && { year: civil(firstDay(period)).year }) },
        { reference: lastDay(period), narrative: from === 'context', direction: -1 },
      );
      if (inner !== undefined) period = inner;
    }
    const basis =
      from === 'publication' && !(this.#narrative && this.#last !== undefined) ? 'publication' : 'anaphoric';
    const reason = () => {
      const far = count === 0 && steps.length > 0 ? steps : [...steps, { unit, count }];
      const words = far.map((step) => (step.count === 0 ? 'the same' : `${step.count > 0 ? '+' : ''}${step.count}`));
      return `${words.map((word, i) => `${word} ${far[i]!.unit}`).join(', ')} from ${periodValue(base)}`;
    };
    const why = () => `${reason()} → ${periodValue(period)}`;
    const within =
      ended !== undefined ? quarterTo(ended) : elastic ? this.#quarter.bounds(period) : fiscal(period, fields);
    return describe(period, draft, time, basis, why, within);
  }

  /** The period that an offset is counted from. */
  #base(from: Anchor, unit: string, draft: Draft, count: number): Period | undefined {
    const publication =
      this.#publication === undefined || this.#narrative ? undefined : ({ unit: 'day', n: this.#publication } as const);
    if (from === 'sentence' && this.#sentenceOf(draft) === this.#lastSentence)
      return this.#context(unit) ?? publication;
    if (from !== 'context') return publication ?? (this.#narrative ? this.#context(unit) : undefined);
    const context = this.#context(unit);
    // "One year later" is counted from what the text told, and that may have no date.
    if (context !== undefined || count <= 0 || directionOf(this.#reading, draft) > 0) return context ?? publication;
    return undefined;
  }

  #context(unit: string): Period | undefined {
    if (unit === 'day' || unit === 'week')
      return this.#last?.unit === 'day' || this.#last?.unit === 'week' ? this.#last : this.#lastDay;
    return this.#last;
  }

  #list(draft: Draft, parts: readonly Draft[], joint: 'range' | 'and'): Resolved {
    const resolved: Resolved[] = [];
    for (const part of parts) {
      const before = resolved.at(-1)?.period;
      if (before?.unit === 'day' && isHour(part)) {
        const { time } = part.meaning as Extract<Meaning, { kind: 'calendar' }>;
        resolved.push(
          describe(before, part, time, resolved.at(-1)!.basis, () => `${time!.code} of ${periodValue(before)}`),
        );
        continue;
      }
      const needsBefore =
        before !== undefined && part.meaning.kind === 'calendar' && part.meaning.fields.year === undefined;
      resolved.push(
        needsBefore && part.meaning.kind === 'calendar' && Object.keys(part.meaning.fields).length > 0
          ? this.#calendar(part, part.meaning, before)
          : this.#meaning(part),
      );
    }
    return joined(draft, joint, resolved, this.#reading.text);
  }
}

const fiscal = (period: Period, fields: Fields | undefined) =>
  fields?.fiscal === undefined ? undefined : fiscalBounds(period, fields.fiscal);

const IN = /(?:^|[^a-z])in (?:about |around |exactly |just )?$/;
/** "the first election to be held in forty years" looks back. */
const RECORD =
  /(?:^|[^a-z])(?:first|second|third|fourth|fifth|sixth|once|twice|times?|most|least|only|worst|best|(?:high|low|bigg|larg|small|great|strong|weak|fast|few|long|short|deadli|bloodi|hott|cold|wett|dri)est)(?![a-z])[^.;]*$/;
const isHour = ({ meaning }: Draft): boolean =>
  meaning.kind === 'calendar' && meaning.time !== undefined && Object.keys(meaning.fields).length === 0;
const MARKED_UNITS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'half', 'year']);

const isBareDay = ({ meaning }: Draft): boolean =>
  meaning.kind === 'calendar' && meaning.fields.day !== undefined && meaning.fields.month === undefined;

function explain(
  period: Period,
  basis: Resolved['basis'],
  { reference, direction }: Frame,
  ambiguous: boolean,
): string {
  const value = periodValue(period);
  if (ambiguous) return `${value}: month before day, because nothing in the text says otherwise`;
  if (basis === 'explicit' || reference === undefined) return `${value}, as written`;
  const side = direction > 0 ? ', looking ahead' : direction < 0 ? ', looking back' : '';
  return `${value}, read against ${dayText(reference)}${side}`;
}
