import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { readData } from '../data.ts';
import { findPublished, isPublishedName, isTitleName, toPublished } from './html-metadata.ts';
import { Region } from './html-region.ts';
import { HtmlText, type MarkedTime } from './html-text.ts';

/** What an HTML page says, and what it says about itself. */
export interface HtmlDocument {
  /** Its paragraphs, with a blank line between them. */
  readonly text: string;
  readonly title?: string;
  /** An ISO 8601 date or date-time from the page's metadata. */
  readonly publishedAt?: string;
  /** The `<time datetime>` elements, as spans of `text`. */
  readonly markedTimes: readonly MarkedTime[];
}

const elements = readData<{ dropped: string[]; main: string[]; blocks: string[] }>('html.json');
const dropped = new Set(elements.dropped);
const blocks = new Set(elements.blocks);
/** A part of the page stands for the page when at least this share of the text is in it. */
const MAIN_SHARE = 0.5;
/** Characters of a JSON-LD script that are looked at. */
const LONGEST_JSON = 1_000_000;

type Attributes = Map<string, string>;

/**
 * Reads HTML in one pass. It keeps no tree and no stack of open elements, only whether it is inside an element whose
 * text is left out, or inside the article, so that neither depth nor broken nesting costs anything: linear in the page.
 */
export function readHtml(html: string): HtmlDocument {
  const whole = new HtmlText();
  /** The parts that may hold the article alone, the most specific first. */
  const parts = ['articleBody', ...elements.main].map((kind) => ({ kind, region: new Region(), text: new HtmlText() }));
  const metadata: Partial<Record<'metaTitle' | 'title' | 'published' | 'jsonLd', string | undefined>> = {};
  let name = '';
  let attributes: Attributes = new Map();
  let attribute = '';
  let value = '';
  const skipped = new Region();
  /** Text that is kept apart: of a title, or of a JSON-LD script. */
  let apart: { name: string; pieces: string[] } | undefined;

  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
      attributes = new Map();
    },
    onattribname(start, end) {
      attribute = html.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      value += html.slice(start, end);
    },
    onattribentity(code) {
      value += String.fromCodePoint(code);
    },
    onattribend(quote) {
      if (!attributes.has(attribute)) attributes.set(attribute, quote === QuoteType.NoValue ? '' : value);
    },
    onopentagend: () => open(),
    onselfclosingtag: () => open(),
    onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
    ontext: (start, end) => add(html.slice(start, end)),
    ontextentity: (code) => add(String.fromCodePoint(code)),
    oncdata() {},
    oncomment() {},
    ondeclaration() {},
    onend() {},
    onprocessinginstruction() {},
  };

  function open(): void {
    if (name === 'title' && !skipped.inside && metadata.title === undefined) apart = { name, pieces: [] };
    if (name === 'script' && attributes.get('type')?.toLowerCase() === 'application/ld+json')
      apart = { name, pieces: [] };
    if (name === 'meta') readMeta();
    skipped.open(name, dropped.has(name));
    if (skipped.inside) return;
    for (const { kind, region } of parts) region.open(name, name === kind || attributes.get('itemprop') === kind);
    if (name === 'br') each((text) => text.breakLine());
    else if (blocks.has(name)) each((text) => text.breakParagraph());
    else if (name === 'time') openTime();
  }

  function close(closed: string): void {
    if (apart?.name === closed) {
      keepApart(closed, apart.pieces.join(''));
      apart = undefined;
    }
    const wasSkipped = skipped.inside;
    skipped.close(closed);
    if (wasSkipped) return;
    if (closed === 'time') each((text) => text.closeTime());
    else if (blocks.has(closed)) each((text) => text.breakParagraph());
    for (const { region } of parts) region.close(closed);
  }

  function add(piece: string): void {
    if (apart !== undefined) apart.pieces.push(piece);
    else if (!skipped.inside) each((text) => text.add(piece));
  }

  /** The texts that the place belongs to. */
  function each(act: (text: HtmlText) => void): void {
    act(whole);
    for (const { region, text } of parts) if (region.inside) act(text);
  }

  function readMeta(): void {
    const content = attributes.get('content') ?? '';
    const about = (
      attributes.get('property') ??
      attributes.get('name') ??
      attributes.get('itemprop') ??
      ''
    ).toLowerCase();
    if (isPublishedName(about)) metadata.published ??= toPublished(content);
    if (isTitleName(about) && content.trim() !== '') metadata.metaTitle ??= tidy(content);
  }

  function openTime(): void {
    const datetime = attributes.get('datetime');
    if (datetime !== undefined && datetime.trim() !== '') each((text) => text.openTime(datetime.trim()));
    const published = attributes.get('itemprop')?.toLowerCase() === 'datepublished' || attributes.has('pubdate');
    if (published && datetime !== undefined) metadata.published ??= toPublished(datetime);
  }

  function keepApart(from: string, content: string): void {
    if (from === 'title') metadata.title = tidy(content);
    else if (content.length <= LONGEST_JSON) metadata.jsonLd ??= findPublished(content);
  }

  const tokenizer = new Tokenizer({}, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  const title = metadata.metaTitle || metadata.title;
  const publishedAt = metadata.published ?? metadata.jsonLd;
  const main = parts.find(({ text }) => text.length > 0 && text.length >= MAIN_SHARE * whole.length);
  return { ...(main?.text ?? whole).finish(), ...(title && { title }), ...(publishedAt && { publishedAt }) };
}

/** Titles beyond this are no titles. */
const LONGEST_TITLE = 1000;
const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE);
