import type { Analysis } from '../../src/analysis.ts';
import type { FoundAttribution } from '../../src/events/attribution.ts';
import { type SentenceView, viewSentences } from '../../src/events/features.ts';
import { readSpeech } from '../../src/events/speech.ts';
import type { DateRelation, StatusDecision } from '../../src/events/status.ts';
import { defaultReader } from '../../src/events/triggers.ts';
import type { Trigger } from '../../src/events/types.ts';
import { namesStage } from '../../src/names/stage.ts';
import { textStage } from '../../src/text/stage.ts';
import { timesStage } from '../../src/times/stage.ts';

function read(text: string): { reading: Analysis; views: SentenceView[] } {
  const start = { document: { id: 'd', text, timezone: 'UTC' }, warnings: [] } as unknown as Analysis;
  const reading = [textStage, timesStage, namesStage].reduce((before, stage) => stage.apply(before), start);
  return { reading, views: viewSentences(reading) };
}

export const viewsOf = (text: string): SentenceView[] => read(text).views;

/** A text read up to its names, and the judgement on the word marked with asterisks: "They *met* in Rome." */
export function judge(
  marked: string,
  relation?: DateRelation,
): { status: StatusDecision; attribution: FoundAttribution | undefined } {
  const at = marked.indexOf('*');
  const text = marked.replaceAll('*', '');
  const { reading, views } = read(text);
  const token = reading.text.tokens.find((candidate) => candidate.start === at)!;
  const view: SentenceView = views[token.sentence]!;
  const reader = defaultReader();
  const found = reader.findTriggers(reading, views).find((trigger) => trigger.token === token.index);
  const trigger: Trigger = found ?? { token: token.index, lemma: token.lemma, kind: 'verb', score: 1 };
  const acts = readSpeech(text, views);
  return {
    status: reader.status(trigger, view, relation),
    attribution: reader.attribution(trigger, view, acts[token.sentence]!),
  };
}
