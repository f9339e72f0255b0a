import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document of the annotated sets; offsets are code points, which in these texts are code units. */
export interface GoldDocument {
  readonly id: string;
  readonly url?: string;
  readonly topic?: number;
  readonly dct: string | null;
  readonly text: string;
  readonly sentences: readonly (readonly [start: number, end: number])[];
  readonly events: readonly {
    readonly trigger: string;
    readonly start: number;
    readonly end: number;
    readonly instance: string;
  }[];
}

export const readGold = (shared: string, set: string): GoldDocument[] =>
  (JSON.parse(readFileSync(join(shared, 'eval', 'events', 'data', `${set}.json`), 'utf8')) as { docs: GoldDocument[] })
    .docs;

/** A tokenised document of SemEval-2015 Task 4, its text put together again. */
export interface TokenisedDocument {
  readonly id: string;
  readonly url: string;
  readonly text: string;
  readonly dct: string | undefined;
  readonly tokens: readonly {
    readonly start: number;
    readonly end: number;
    readonly sentence: number;
    readonly text: string;
  }[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const TOKEN = /<token number="\d+" sentence="(\d+)" t_id="\d+">([^<]*)<\/token>/g;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

export function readTokenised(shared: string): TokenisedDocument[] {
  const folder = join(shared, 'eval', 'events', 'data', 'semeval2015-t4-trial', 'corpus');
  return readdirSync(folder)
    .sort()
    .map((file) => detokenise(readFileSync(join(folder, file), 'utf8')));
}

function detokenise(xml: string): TokenisedDocument {
  const tokens: TokenisedDocument['tokens'][number][] = [];
  let text = '';
  for (const [, number, raw] of xml.matchAll(TOKEN)) {
    const token = raw!.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
    const sentence = Number(number);
    const before = tokens.at(-1);
    const heading = before && before.sentence < 2 && before.sentence !== sentence;
    const tight = /^(?:[.,;:!?)\]%]|'s|n't|'(?:re|ve|ll|d|m)|'')$/.test(token) || /[($[]$/.test(text);
    text += before === undefined ? '' : heading ? '\n\n' : tight ? '' : ' ';
    tokens.push({ start: text.length, end: text.length + token.length, sentence, text: token });
    text += token;
  }
  const attribute = (name: string) => new RegExp(`${name}="([^"]+)"`).exec(xml)![1]!;
  return { id: attribute('doc_id'), url: attribute('src_url'), text, tokens, dct: dateline(text) };
}

/** "June 8, 2010": the line under the headline of an article of Wikinews. */
function dateline(text: string): string | undefined {
  const [, month, day, year] = /(\w+) (\d{1,2}) ?, ?(\d{4})/.exec(text.split('\n\n')[1] ?? '') ?? [];
  const number = MONTHS.indexOf(month ?? '') + 1;
  return number === 0 ? undefined : `${year}-${String(number).padStart(2, '0')}-${day!.padStart(2, '0')}`;
}
