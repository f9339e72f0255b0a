import type { Precision, TimeExpression } from '../../schemas/extraction.ts';
import type { Sentence, Span, Token } from '../text/types.ts';

/** Units that a period of the calendar can have. */
export type Unit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'season'
  | 'quarter'
  | 'half'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

/** What a counted expression can count; the short ones never make a period of the calendar. */
export type CountedUnit = Unit | 'second' | 'minute' | 'hour' | 'night' | 'fortnight';

/** The n-th period of its unit since the year 0 (days and weeks: since 1970-01-01). */
export interface Period {
  readonly unit: Unit;
  readonly n: number;
}

/** What the text says of a date. What it does not say is for the resolver to imply. */
export interface Fields {
  readonly year?: number;
  /** Years from the year of reference: -1 in "June last year". */
  readonly yearShift?: number;
  readonly month?: number;
  readonly day?: number;
  /** 1 Monday to 7 Sunday. */
  readonly weekday?: number;
  /** Which of the month's days of that name; -1 the last. */
  readonly nth?: number;
  /** The n-th part of the period that the other fields name, -1 its last one: "the last week of May". */
  readonly part?: { readonly unit: Unit; readonly nth: number; readonly weekday?: number };
  readonly quarter?: number;
  readonly half?: number;
  /** 0 spring, 1 summer, 2 autumn, 3 winter. */
  readonly season?: number;
  /** Years divided by ten; below 10 the century is left out ("the nineties"). */
  readonly decade?: number;
  readonly century?: number;
  /** Of a fiscal year, whose beginning only its owner knows; that of the United States begins in October. */
  readonly fiscal?: 'unknown' | 'federal';
  /** The week of the day, not the day. */
  readonly weekOf?: boolean;
  /** A movable feast or a day by its name, worked out for a year. */
  readonly feast?: string;
  /** "last", "this" and "next" before a name: -1, 0, 1. */
  readonly direction?: number;
  /** Day and month may be the other way round. */
  readonly ambiguous?: boolean;
}

/** A clock time or a part of the day, `T22:00` or `TMO`. `zone` as ISO 8601 writes it. */
export interface TimeOfDay {
  readonly code: string;
  readonly zone?: string;
}

/** Where an offset is counted from: the publication, what the text spoke of last, or that only within its sentence. */
export type Anchor = 'publication' | 'context' | 'sentence';

/** So many units ahead, or back where the count is negative. */
export interface Step {
  readonly unit: Unit;
  readonly count: number;
}

/** What a rule understood, unresolved. */
export type Meaning =
  | { readonly kind: 'calendar'; readonly fields: Fields; readonly time?: TimeOfDay }
  | {
      readonly kind: 'offset';
      readonly unit: Unit;
      readonly count: number;
      readonly from: Anchor;
      readonly time?: TimeOfDay;
      /** A name within the period: "Monday of last week", "the second quarter of last year". */
      readonly fields?: Fields;
      /** The quarter or fiscal period named last decides the unit, as in "a year earlier". */
      readonly elastic?: boolean;
      /** Where the expression stands that dates the event it is counted from. */
      readonly anchor?: number;
      /** What it is counted from, in place of an anchor: "three days after Easter". */
      readonly of?: Meaning;
      /** Larger units before the one counted: "1 month and 21 days ago". */
      readonly steps?: readonly Step[];
    }
  | { readonly kind: 'duration'; readonly value: string }
  | { readonly kind: 'set'; readonly value: string }
  | { readonly kind: 'reference'; readonly value: string }
  | { readonly kind: 'list'; readonly joint: 'range' | 'and'; readonly parts: readonly Draft[] };

/** A proposal: a span and what it means. */
export interface Draft extends Span {
  readonly rule: string;
  readonly meaning: Meaning;
  readonly mod?: string;
  /** The article before it belongs to it, as in "the 1990s". */
  readonly article?: boolean;
  /** "since 2014" has no end, "until Friday" no beginning. */
  readonly open?: 'start' | 'end' | 'before';
  /** No such day: it keeps others from reading its parts, and is then dropped. */
  readonly impossible?: boolean;
  /** The day that the page's markup gives it, as a day number. */
  readonly marked?: number;
  /** The day on which "the quarter ended Sept. 30" ended. */
  readonly ended?: Draft;
}

/** The text as the rules read it; see working-text.ts. */
export interface Reading {
  /** The document's text. */
  readonly source: string;
  /** The same, lower-cased, with uniform blanks, dashes and apostrophes; every offset is the same. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Of the document's numeric dates, how many can only be read with the day or the month first. */
  readonly dayFirst: boolean | undefined;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** What a rule's production may look at beside its groups. */
export interface Match extends Span {
  readonly reading: Reading;
  readonly groups: Groups;
}

/** What a production yields: the meaning, with what it wants to say beyond it. */
export type Produced =
  | Meaning
  | (Pick<Draft, 'mod' | 'article' | 'impossible'> & {
      readonly meaning: Meaning;
      readonly start?: number;
      readonly end?: number;
    });

export interface Rule {
  readonly name: string;
  /** Names of word lists, words, or `#` for a digit: what the first word may be. */
  readonly starts: readonly string[];
  /** A number alone may be one, whatever follows it. */
  readonly alone?: true;
  /** Word lists or words of which one must be in it, as in `starts`: without one near, its pattern is not tried. */
  readonly needs?: readonly string[];
  /** The list of phrases that it begins with, where its words alone say little ("in", "at", "the"). */
  readonly phrases?: string;
  /** A regular expression with {lists}, {group:lists}, a blank for white space and ~ for a blank or a hyphen. */
  readonly pattern: string;
  readonly produce: (match: Match) => Produced | undefined;
  /** Sentence, the expression in it, its value, read on Wednesday 2019-06-12. */
  readonly examples: readonly (readonly [sentence: string, expression: string, value: string])[];
  /** Sentences in which this rule must find nothing. */
  readonly negatives: readonly string[];
}

/** A draft with its place in time. */
export type Resolved = Omit<TimeExpression, 'id' | 'text' | 'start' | 'end' | 'rule' | 'explanation'> & {
  readonly precision: Precision;
  /** Written only when somebody asks for it. */
  readonly explanation: () => string;
  /** What later expressions may be counted from. */
  readonly period?: Period;
};
