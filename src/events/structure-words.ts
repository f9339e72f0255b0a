import { readData } from '../data.ts';

type List =
  | 'leaders'
  | 'carriers'
  | 'states'
  | 'one'
  | 'thing'
  | 'many'
  | 'around'
  | 'loosely'
  | 'where'
  | 'nowhere'
  | 'plural';

const words = readData<Readonly<Record<List, readonly string[]>> & { meetings: Readonly<Record<string, string>> }>(
  'en/events/structurewords.json',
);

/** The words of a list of `structurewords.json`. */
export const wordsOf = (list: List): ReadonlySet<string> => new Set(words[list]);

/** What a title calls the meeting that a verb tells. */
export const meetings: ReadonlyMap<string, string> = new Map(Object.entries(words.meetings));
