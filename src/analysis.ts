import type { EntityRecord, EntityType, EventMention, Mention, TimeExpression } from '../schemas/extraction.ts';
import type { Span, TextLayer } from './text/types.ts';

/** What the caller hands in, checked and with its defaults applied. */
export interface SourceDocument {
  readonly id: string;
  readonly text: string;
  /** Publication time as an RFC 3339 date or date-time; the reference time of every deictic expression. */
  readonly publishedAt?: string;
  /** IANA zone in which `publishedAt` and the text's clock times are read. */
  readonly timezone: string;
  /** A headline that is not part of `text`; its names help to resolve those of the text. */
  readonly title?: string;
  /** Dates that the markup states outright (`<time datetime>`), as spans of `text`. */
  readonly markedTimes?: readonly (Span & { readonly datetime: string })[];
  /** Say for each time and event how it was derived. */
  readonly explain?: boolean;
}

/** A name as the tagger sees it, before anybody knows whom it means. */
export interface NameMention extends Span {
  readonly text: string;
  readonly type: EntityType;
  /** Token range, `lastToken` exclusive. */
  readonly firstToken: number;
  readonly lastToken: number;
}

/** The layers that stages add to a document, each by exactly one stage. */
export interface Layers {
  readonly text: TextLayer;
  readonly times: readonly TimeExpression[];
  readonly names: readonly NameMention[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly EntityRecord[];
  readonly events: readonly EventMention[];
}
export type LayerName = keyof Layers;

/** A document on its way through the pipeline. Reading a layer that no stage has added yet is a programming error. */
export interface Analysis extends Layers {
  readonly document: SourceDocument;
  readonly warnings: readonly string[];
}

/** One step of the pipeline: a pure function that says what it needs and what it adds. */
export interface Stage {
  readonly name: string;
  readonly requires: readonly LayerName[];
  readonly adds: readonly LayerName[];
  apply(analysis: Analysis): Analysis;
}
