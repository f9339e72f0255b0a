import { kindOf, kinds, OUTSIDE } from '../../src/names/labels.ts';
import { unpackModel } from '../../src/names/model.ts';
import { Tagger } from '../../src/names/tagger.ts';
import { type Sources, Words } from '../../src/names/words.ts';
import { ANYTHING, countryNames, type GoldDocument, readSet } from './corpus.ts';
import { learn } from './learn.ts';

const OPTIONS = { rarest: 2, margin: 5, dropout: 0.3 };

/** How long to learn: rounds through the data, and models to average. */
export interface Effort {
  readonly epochs: number;
  readonly runs: number;
  /** Rounds of the models that judge the silver set, each of which has learned from what the one before agreed with. */
  readonly judges: readonly number[];
}
const FULL: Effort = { epochs: 12, runs: 3, judges: [4, 5] };
/** Enough to compare: the score of one model, within some tenths. */
export const SINGLE: Effort = { epochs: 12, runs: 1, judges: [4, 5] };
export const SHORT: Effort = { epochs: 6, runs: 1, judges: [4] };
export const NEWS = 'train/news-names.jsonl';
const GOLD = [
  'train/wikigold.jsonl',
  'train/crossner-ai.jsonl',
  'train/crossner-literature.jsonl',
  'train/crossner-music.jsonl',
  'train/crossner-politics.jsonl',
  'train/crossner-science.jsonl',
  'train/wnut17-train.jsonl',
  'train/wnut17-dev.jsonl',
];
const SILVER = 'train/gmb-silver.jsonl';

export interface Data {
  readonly news: readonly GoldDocument[];
  readonly others: readonly GoldDocument[];
  readonly silver: readonly GoldDocument[];
}

export function readTrainingData(folder: string): Data {
  const countries = countryNames(folder, NEWS);
  return {
    news: readSet(folder, NEWS, countries),
    others: GOLD.flatMap((set) => readSet(folder, set, countries)),
    silver: readSet(folder, SILVER, countries),
  };
}

/**
 * The recipe: a first model learns from what people annotated; the silver set is kept where that model agrees with it,
 * sentence by sentence, and once more where a model agrees that has learned from that as well; the final model learns from
 * everything, political news counted twice.
 *
 * @param sources what the tagger knows beside the letters, where something else than all of it
 */
export function train({ news, others, silver }: Data, sources: Partial<Sources> = {}, effort = FULL): Buffer {
  const gold = [...news, ...news, ...others];
  const words = () => new Words(sources);
  let agreed: readonly GoldDocument[] = [];
  for (const epochs of effort.judges) {
    const judge = new Tagger(
      unpackModel(learn([...gold, ...agreed], words(), { ...OPTIONS, epochs, runs: 1 })),
      words(),
    );
    agreed = silver.map((document) => whereAgreed(document, judge));
  }
  return learn([...gold, ...agreed], words(), { ...OPTIONS, ...effort });
}

/** The document with the sentences on which the tagger disagrees declared unknown. */
function whereAgreed(document: GoldDocument, tagger: Tagger): GoldDocument {
  const labels = new Int32Array(document.text.tokens.length).fill(1 << OUTSIDE);
  for (const { firstToken, lastToken, kind } of tagger.tag(tagger.read(document.text))) {
    const index = kinds.indexOf(kind);
    for (let i = firstToken; i < lastToken; i++) {
      const position = lastToken - firstToken === 1 ? 3 : i === firstToken ? 0 : i === lastToken - 1 ? 2 : 1;
      labels[i] = 1 << (1 + 4 * index + position);
    }
  }
  const allowed = document.allowed.slice();
  for (const { firstToken, lastToken } of document.text.sentences) {
    let agrees = true;
    for (let i = firstToken; i < lastToken; i++) if (!sameCoarse(allowed[i]!, labels[i]!)) agrees = false;
    if (agrees) for (let i = firstToken; i < lastToken; i++) allowed[i] = labels[i]!;
    else allowed.fill(ANYTHING, firstToken, lastToken);
  }
  return { ...document, allowed };
}

/** Country and place are told apart by the tagger, not by the silver set. */
function sameCoarse(allowed: number, label: number): boolean {
  if (allowed & label) return true;
  const swap = (kind: string): string => (kind === 'place' ? 'country' : kind === 'country' ? 'place' : '');
  const index = 31 - Math.clz32(label);
  if (index === OUTSIDE) return false;
  const other = kinds.indexOf(swap(kinds[kindOf(index)]!) as (typeof kinds)[number]);
  return other >= 0 && (allowed & (1 << (1 + 4 * other + ((index - 1) & 3)))) !== 0;
}
