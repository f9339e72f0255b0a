import type { ExtractRequest } from '../schemas/document.ts';
import type { Extraction } from '../schemas/extraction.ts';
import type { SourceDocument } from './analysis.ts';
import { extract } from './pipeline.ts';
import { readHtml } from './text/html.ts';

/** What a caller hands in to be read, validated. */
export interface ReadingTask extends ExtractRequest {
  readonly id: string;
  /** Say for each time and event how it was derived. */
  readonly explain?: boolean;
}

/** A document as it was understood (HTML turned to text, its own dates filled in), and what was found in it. */
export interface Reading {
  readonly document: SourceDocument;
  readonly extraction: Extraction;
}

/** Reads one text from beginning to end, in the thread that calls it. Pure. */
export function read(task: ReadingTask): Reading {
  const document = toSource(task);
  const extraction = extract(document);
  // The offsets into a page are offsets into its text, which the caller has not seen.
  return {
    document,
    extraction: task.contentType === 'text/html' ? { ...extraction, text: document.text } : extraction,
  };
}

/** What the caller says about a page goes before what the page says about itself. */
function toSource({ contentType, timezone = 'UTC', text, ...about }: ReadingTask): SourceDocument {
  const source = contentType === 'text/html' ? readHtml(text) : { text };
  return { ...source, ...about, timezone };
}
