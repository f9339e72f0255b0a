import type { Span } from './types.ts';

/** A date that markup states outright. */
export interface MarkedTime extends Span {
  readonly datetime: string;
}

/** Gathers the text of a page: white space folded as a browser folds it, a blank line between paragraphs. */
export class HtmlText {
  #text = '';
  #gap: '' | ' ' | '\n' | '\n\n' = '';
  #time: { datetime: string; start: number } | undefined;
  readonly #times: MarkedTime[] = [];

  get length(): number {
    return this.#text.length;
  }

  add(piece: string): void {
    const folded = piece.replaceAll(/\s+/g, ' ');
    if (folded.startsWith(' ')) this.#widen(' ');
    const words = folded.trim();
    if (words === '') return;
    if (this.#text !== '') this.#text += this.#gap;
    if (this.#time?.start === -1) this.#time.start = this.#text.length;
    this.#text += words;
    this.#gap = folded.endsWith(' ') ? ' ' : '';
  }

  breakLine(): void {
    this.#widen(this.#gap === '\n' ? '\n\n' : '\n');
  }

  breakParagraph(): void {
    this.#widen('\n\n');
  }

  openTime(datetime: string): void {
    this.#time = { datetime, start: -1 };
  }

  closeTime(): void {
    if (this.#time !== undefined && this.#time.start >= 0) {
      const { datetime, start } = this.#time;
      this.#times.push({ start, end: this.#text.length, datetime });
    }
    this.#time = undefined;
  }

  finish(): { text: string; markedTimes: readonly MarkedTime[] } {
    return { text: this.#text, markedTimes: this.#times };
  }

  #widen(gap: ' ' | '\n' | '\n\n'): void {
    if (gap.length > this.#gap.length || (gap === '\n' && this.#gap === ' ')) this.#gap = gap;
  }
}
