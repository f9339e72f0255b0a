/** Universal part-of-speech tags, as wink-eng-lite-web-model assigns them (white-space tokens never reach a layer). */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** Offsets are UTF-16 code units into the document's text, end exclusive; slicing there gives `text`, always. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A spelling, shared by the tokens that are written so: the place to keep what follows from the letters alone. */
export interface Form {
  readonly text: string;
  readonly lower: string;
  /** What the tagger of names knows of it. */
  word?: { readonly owner: object };
  /** The names of offices that begin with it. */
  offices?: readonly object[];
}

/** One word, number or mark. `lower` is the lower-cased text, `lemma` wink's lemma in lower case. */
export interface Token extends Span {
  readonly index: number;
  readonly text: string;
  readonly form: Form;
  readonly lower: string;
  readonly lemma: string;
  readonly pos: PartOfSpeech;
  /** Index of the sentence it belongs to. */
  readonly sentence: number;
}

/** A sentence as a span of text and a range of tokens, `lastToken` exclusive. */
export interface Sentence extends Span {
  readonly index: number;
  readonly firstToken: number;
  readonly lastToken: number;
  readonly paragraph: number;
  /** A line that stands alone without a final stop: a headline, a byline, a cross-heading. */
  readonly headline: boolean;
}

/** A block of text that nothing crosses: no sentence, name, time or event. */
export interface Paragraph extends Span {
  readonly index: number;
}

/** What the text stage gives every later stage. */
export interface TextLayer {
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
}
