import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../src/analysis.ts';
import { entitiesStage } from '../../src/entities/stage.ts';
import { candidatesFor } from '../../src/events/attribution.ts';
import { attributionFeatures } from '../../src/events/attribution-features.ts';
import { findSupport, isCandidate, type SentenceView, viewSentences } from '../../src/events/features.ts';
import { governorsOf } from '../../src/events/governors.ts';
import { lookUp } from '../../src/events/lexicon.ts';
import { lexicon } from '../../src/events/lexicon-entries.ts';
import type { EventModels } from '../../src/events/models.ts';
import { readSpeech } from '../../src/events/speech.ts';
import { statusFeatures } from '../../src/events/status-features.ts';
import { screenFeatures, triggerFeatures } from '../../src/events/trigger-features.ts';
import { modeFeatures, prominenceFeatures, typeFeatures } from '../../src/events/type-features.ts';
import { foldOf } from '../../src/learn/linear.ts';
import { type Example, train } from '../../src/learn/train.ts';
import { namesStage } from '../../src/names/stage.ts';
import { textStage } from '../../src/text/stage.ts';
import { timesStage } from '../../src/times/stage.ts';

export interface GoldEvent {
  readonly start: number;
  readonly end: number;
  readonly cls: string;
  readonly mode?: string | null;
  readonly top?: boolean;
  readonly status?: string | null;
  readonly attribution?: { readonly source: string | null } | null;
  /** False where only some of its properties are annotated. */
  readonly full?: boolean;
}
export interface GoldDocument {
  readonly id: string;
  readonly text: string;
  /** Day of publication. */
  readonly dct?: string;
  readonly events: readonly GoldEvent[];
  /** Triggers are annotated in full up to here. */
  readonly exhaustive_until?: number;
}
interface Decided {
  readonly screen: Example[];
  readonly trigger: Example[];
  readonly type: Example[];
  readonly mode: Example[];
  readonly prominence: Example[];
  readonly status: Example[];
  readonly attribution: Example[];
}
/** A document read, with the views of its sentences. */
export interface ReadDocument {
  readonly gold: GoldDocument;
  readonly views: readonly SentenceView[];
  readonly reading: Analysis;
  readonly examples: Decided;
  /** Whether it carries type, mode and prominence besides triggers. */
  readonly typed: boolean;
}

/** Modes are rare among consultations; a weight keeps them from being drowned. */
const MODE_WEIGHT = 20;

const readingStages = [textStage, timesStage, namesStage, entitiesStage];

export function readSet(shared: string, set: string, typed: boolean): ReadDocument[] {
  const file = join(shared, 'eval', 'events', 'data', `${set}.json`);
  const { docs } = JSON.parse(readFileSync(file, 'utf8')) as { docs: GoldDocument[] };
  return docs.map((gold) => readDocument(gold, typed));
}

function readDocument(gold: GoldDocument, typed: boolean): ReadDocument {
  const { id, text, dct } = gold;
  const document = { id, text, timezone: 'UTC', ...(dct !== undefined && { publishedAt: dct }) };
  const start = { document, warnings: [] } as unknown as Analysis;
  const reading = readingStages.reduce((analysis, stage) => stage.apply(analysis), start);
  const views = viewSentences(reading);
  return {
    gold,
    views,
    reading,
    typed,
    examples: { ...decide(gold, views, 1, typed), ...judge(gold, views, typed ? 1 : 0.5) },
  };
}

/** A second copy of each example, without the word itself, teaches what to do with words never seen. */
const GENERAL_WEIGHT = 0.3;
type Classified = Omit<Decided, keyof Judged>;
function decide(gold: GoldDocument, views: readonly SentenceView[], weight: number, typed: boolean): Classified {
  const decided: Classified = { screen: [], trigger: [], type: [], mode: [], prominence: [] };
  for (const view of views) {
    view.tokens.forEach((token, i) => {
      const event = gold.events.find(({ start, end }) => token.start < end && start < token.end);
      if (!event && token.start >= (gold.exhaustive_until ?? Number.POSITIVE_INFINITY)) return;
      if (isCandidate(view, i)) {
        const label = event ? 'yes' : 'no';
        decided.screen.push({ features: screenFeatures(view, i), label, weight });
        decided.trigger.push({ features: triggerFeatures(view, i), label, weight });
      }
      if (!event || !typed) return;
      const { all, general } = typeFeatures(view, i);
      decided.type.push({ features: all, label: event.cls });
      decided.type.push({ features: general, label: event.cls, weight: GENERAL_WEIGHT });
      if (event.cls === 'CONSULT')
        decided.mode.push({
          features: modeFeatures(view, i),
          label: event.mode ?? 'none',
          weight: event.mode ? MODE_WEIGHT : 1,
        });
      const mode = event.mode ?? undefined;
      decided.prominence.push({
        features: prominenceFeatures(view, i, event.cls, mode),
        label: event.top ? 'yes' : 'no',
      });
    });
  }
  return decided;
}

/** Names of statuses in other sets; `generic` events have none. */
const STATUSES: Readonly<Record<string, string>> = { negated: 'denied', cancelled: 'denied' };
/** Denials and plans are rare; a weight keeps them from being drowned. */
const STATUS_WEIGHTS: Readonly<Record<string, number>> = { denied: 3, planned: 1.5 };

type Judged = Pick<Decided, 'status' | 'attribution'>;
/** Examples of status and attribution, for every annotated event of one word that has them. */
function judge(gold: GoldDocument, views: readonly SentenceView[], weight: number): Judged {
  const judged: Judged = { status: [], attribution: [] };
  const speech = readSpeech(gold.text, views);
  views.forEach((view, n) => {
    view.tokens.forEach((token, i) => {
      const event = gold.events.find(({ start, end }) => token.start < end && start < token.end);
      const several = event !== undefined && event.end - event.start > token.end - token.start + 2;
      if (event === undefined || several || event.full === false) return;
      if (event.status && event.status !== 'generic') {
        const label = STATUSES[event.status] ?? event.status;
        const features = statusFeatures(view, i, findSupport(view, i));
        judged.status.push({ features, label, weight: weight * (STATUS_WEIGHTS[label] ?? 1) });
      }
      const source = event.attribution?.source?.toLowerCase();
      if (event.attribution && source === undefined) return;
      const path = governorsOf(view, i);
      candidatesFor(speech[n]!, i).forEach((act, rank) => {
        const found = act.source.text.toLowerCase();
        const right = source !== undefined && (found.includes(source) || source.includes(found));
        const features = attributionFeatures(view, i, path, act, rank);
        judged.attribution.push({ features, label: right ? 'yes' : 'no', weight });
      });
    });
  });
  return judged;
}

interface CodedSentence {
  readonly id: string;
  readonly text: string;
  readonly plover: string;
  readonly mode: string | null;
  readonly eventText: string;
}
/** Older PLOVER names of categories merged in 2021. */
const MERGED: Readonly<Record<string, string>> = {
  DEMAND: 'REQUEST',
  DISAPPROVE: 'ACCUSE',
  INVESTIGATE: 'ACCUSE',
  FIGHT: 'ASSAULT',
};

/** The sentences of the PLOVER gold standard: the type of the first word of each coded event. */
export function readCoded(shared: string): ReadDocument[] {
  const file = join(shared, 'eval', 'events', 'data', 'coding_plover_gsr_dev.json');
  const { records } = JSON.parse(readFileSync(file, 'utf8')) as { records: CodedSentence[] };
  return records.map(({ id, text, plover, eventText }) => {
    const word = (eventText ?? '').split(/\s+/)[0]!;
    const at = word === '' ? -1 : text.indexOf(word);
    const events = at < 0 ? [] : [{ start: at, end: at + word.length, cls: MERGED[plover] ?? plover }];
    const document = readDocument({ id, text, events }, false);
    const type = decide(document.gold, document.views, 1, true).type;
    return {
      ...document,
      examples: { screen: [], trigger: [], type, mode: [], prominence: [], status: [], attribution: [] },
    };
  });
}

/** The examples of the curated lexicon, of which every fold learns the types of the entries. */
function lexiconExamples(): Example[] {
  return Object.entries(lexicon).flatMap(([name, examples]) =>
    Object.entries(examples).flatMap(([entry, text]) =>
      readDocument({ id: entry, text, events: [] }, false).views.flatMap((view) =>
        view.tokens.flatMap((_, i) =>
          lookUp(view, i)?.entry === entry && isCandidate(view, i)
            ? { features: typeFeatures(view, i).all, label: name.split('/')[0]! }
            : [],
        ),
      ),
    ),
  );
}
let ofLexicon: Example[] | undefined;

/** Thresholds were chosen for F1 out of fold; see `eval/events.ts`. */
export const thresholds = {
  screenThreshold: 0.08,
  triggerThreshold: 0.34,
  prominenceThreshold: 0.45,
  attributionThreshold: 0.3,
};

export function trainModels(documents: readonly ReadDocument[]): EventModels {
  const all = (kind: keyof Decided) => documents.flatMap((document) => document.examples[kind]);
  ofLexicon ??= lexiconExamples();
  return {
    screen: train(all('screen'), { epochs: 8, average: true }),
    trigger: train(all('trigger'), { epochs: 8, average: true }),
    type: train([...all('type'), ...ofLexicon], { epochs: 12, penalty: 5e-3, minimum: 1, average: true }),
    mode: train(all('mode'), { epochs: 15, penalty: 1e-3 }),
    prominence: train(all('prominence'), { epochs: 10, penalty: 1e-3, average: true }),
    status: train(all('status'), { epochs: 16, penalty: 3e-2, rate: 0.07, average: true }),
    attribution: train(all('attribution'), { epochs: 10, penalty: 1e-3, average: true }),
    ...thresholds,
  };
}

/** For each fold, its documents and the models of all the others. */
export function* outOfFold(documents: readonly ReadDocument[]): Generator<[ReadDocument[], EventModels]> {
  for (let fold = 0; fold < 5; fold++) {
    const held = (document: ReadDocument) => foldOf(document.gold.id) === fold;
    yield [documents.filter(held), trainModels(documents.filter((document) => !held(document)))];
  }
}
