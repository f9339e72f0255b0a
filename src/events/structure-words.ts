import { readData } from '../data.ts';

type List =
  | 'leaders'
  | 'states'
  | 'one'
  | 'thing'
  | 'many'
  | 'carriers'
  | 'around'
  | 'loosely'
  | 'long ago'
  | 'earlier'
  | 'beginnings'
  | 'talking'
  | 'meeting'
  | 'bodies'
  | 'nowhere';

const words = readData<Readonly<Record<List, readonly string[]>>>('en/events/structurewords.json');

/** The words of a list of `structurewords.json`. */
export const wordsOf = (list: List): ReadonlySet<string> => new Set(words[list]);
