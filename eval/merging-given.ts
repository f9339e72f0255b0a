import type { EventMention } from '../schemas/extraction.ts';
import type { Analysis } from '../src/analysis.ts';
import { viewSentences } from '../src/events/features.ts';
import { readModels } from '../src/events/models.ts';
import { eventReader } from '../src/events/triggers.ts';

interface Given {
  readonly start: number;
  readonly end: number;
}

/**
 * The events of a document where the triggers are given: those found there, and for the rest the type alone. Whoever gives
 * a trigger says that it matters.
 */
export function givenTriggers(analysis: Analysis, given: readonly Given[]): Analysis {
  const events = given.map((trigger, i) => {
    const found = analysis.events.find(
      (event) => event.trigger.start < trigger.end && trigger.start < event.trigger.end,
    );
    const event = found ?? eventAt(analysis, trigger);
    return {
      ...event,
      id: `v${i + 1}`,
      trigger: { ...event.trigger, ...spanOf(trigger) },
      cluster: found?.cluster ?? `g${i}`,
      prominent: true,
    };
  });
  return { ...analysis, events };
}

const spanOf = ({ start, end }: Given) => ({ start, end });
const reader = eventReader(readModels());

function eventAt(analysis: Analysis, { start, end }: Given): EventMention {
  const { text, document } = analysis;
  const within = text.tokens.filter((token) => token.start < end && start < token.end);
  // The last word of "went to court", the verb of "shot down": the first that is a verb, else the last.
  const head = within.find(({ pos }) => pos === 'VERB') ?? within.at(-1) ?? text.tokens[0]!;
  const sentence = text.sentences[head.sentence]!;
  const view = viewSentences({ text, names: analysis.names, times: analysis.times } as never)[head.sentence]!;
  const trigger = {
    token: head.index,
    lemma: head.lemma,
    kind: head.pos === 'NOUN' ? 'noun' : 'verb',
    score: 1,
  } as const;
  const { type, mode } = reader.classify(trigger, view);
  return {
    id: '',
    trigger: { start, end, text: document.text.slice(start, end), lemma: head.lemma },
    sentence: { start: sentence.start, end: sentence.end },
    type,
    ...(mode && { mode }),
    title: '',
    time: null,
    status: 'unknown',
    participants: [],
    topics: [],
    prominent: true,
    cluster: '',
  };
}
