import type { NameMention, Stage } from '../analysis.ts';
import type { TextLayer } from '../text/types.ts';
import { readModel } from './model.ts';
import { refine } from './refine.ts';
import { Tagger } from './tagger.ts';
import { Words } from './words.ts';

type Find = (source: string, text: TextLayer) => NameMention[];

/** Names as `tagger` sees them, put right by what holds for a whole document. */
export const namesWith =
  (tagger: Tagger): Find =>
  (source, text) => {
    const reading = tagger.read(text);
    return refine(tagger.tag(reading), source, reading, tagger.words);
  };

/** Finds names with the model that ships. */
export const findNames: Find = namesWith(new Tagger(readModel(), new Words()));

/** Mentions of people, countries, organisations, places and peoples. */
export const namesStage: Stage = {
  name: 'names',
  requires: ['text'],
  adds: ['names'],
  apply: (analysis) => ({ ...analysis, names: findNames(analysis.document.text, analysis.text) }),
};
