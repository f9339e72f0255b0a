import type { EntityType, QuotedSpan } from '../../schemas/extraction.ts';
import type { NameMention } from '../analysis.ts';
import type { Known } from './known.ts';
import type { Fact } from './offices.ts';

/** The mentions of a document that mean one entity, and what the document says of it. */
export interface Group {
  type: EntityType;
  /** Indexes of its mentions. */
  readonly mentions: number[];
  /** Its distinct texts, the longest name first found last. */
  readonly texts: Set<string>;
  readonly facts: Fact[];
  readonly references: QuotedSpan[];
  known?: Known;
  /** ISO code of the country that the text gives an organisation: "Iraqi Interior Ministry". */
  owner?: string;
  /** Whether that country stands in front of the name and not in it. */
  ownerBefore?: boolean;
  candidates?: readonly Scored[];
}

export interface Scored {
  readonly known: Known;
  /** Share of belief, 0 to 1. */
  readonly score: number;
}

export const newGroup = (type: EntityType): Group => ({
  type,
  mentions: [],
  texts: new Set(),
  facts: [],
  references: [],
});

export function addMention(group: Group, index: number, { text }: NameMention): void {
  group.mentions.push(index);
  group.texts.add(text);
}

/** The longest of its texts; one in capitals throughout only where there is no other. */
export function fullName({ texts }: Group): string {
  let longest = '';
  for (const text of texts) if (rank(text) > rank(longest)) longest = text;
  return longest;
}

const rank = (text: string): number => (text.length > 5 && text === text.toUpperCase() ? 1 : text.length);
