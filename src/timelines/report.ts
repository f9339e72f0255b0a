import type { Claim, EventDate } from '../../schemas/event.ts';
import type { EntityRecord, EventMention, EventTime } from '../../schemas/extraction.ts';
import type { ReadDocument } from '../records.ts';
import { dayNumber } from './days.ts';
import { fingerprint } from './fingerprint.ts';
import { groupBy } from './group-by.ts';
import { entityIdOf, hashId, identityOf } from './identity.ts';
import { partiesOf } from './parties.ts';
import { partsOf } from './parts.ts';
import { storyOf } from './story.ts';
import type { Days, Exactness, Report } from './types.ts';
import { unite } from './within.ts';
import { familyOf, saysMoved, sensesOf } from './words.ts';

/** UTF-16 code units from the beginning within which a first paragraph is a lead. */
const LEAD = 600;

type Source = Pick<ReadDocument, 'id' | 'source' | 'extraction' | 'publisher' | 'url'>;

/** What a document reports: one report an event, in the order of their first triggers. Pure. */
export function reportsOf(document: Source): Report[] {
  const { extraction, source } = document;
  const entities = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  const shared = {
    document: document.id,
    ...(source.publishedAt !== undefined && {
      publishedAt: source.publishedAt,
      published: dayNumber(source.publishedAt),
    }),
    ...(document.publisher !== undefined && { publisher: document.publisher }),
    story: storyOf(source.text),
    print: fingerprint(source.text),
  };
  const parts = partsOf(extraction.events, source.text);
  const clusters = clustersOf(extraction.events, parts);
  const reportFor = (mentions: readonly EventMention[]): Report => {
    const inOrder = [...mentions].sort((a, b) => a.trigger.start - b.trigger.start);
    return { ...shared, ...reportOf(inOrder, document, entities) };
  };
  const mentionsOf = new Map(clusters.map((mentions) => [reportFor(mentions), mentions]));
  const united = unite([...mentionsOf.keys()]).map((same) => same.flatMap((report) => mentionsOf.get(report)!));
  const reports = new Map(
    united.flatMap((mentions) => {
      const report = reportFor(mentions);
      return mentions.map((mention) => [mention, report] as const);
    }),
  );
  return [...new Set(reports.values())]
    .map((report) => {
      const wholes = [...parts].filter(
        ([part, whole]) => reports.get(part) === report && reports.get(whole) !== report,
      );
      return wholes.length === 0 ? report : { ...report, partOf: reports.get(wholes[0]![1])!.id };
    })
    .sort((a, b) => a.position - b.position);
}

/** The mentions of each cluster; what the text calls a part of something is not the same as that. */
function clustersOf(
  mentions: readonly EventMention[],
  parts: ReadonlyMap<EventMention, EventMention>,
): EventMention[][] {
  const wholes = new Set(
    [...parts].filter(([part, whole]) => part.cluster === whole.cluster).map(([, whole]) => whole),
  );
  const keyOf = (mention: EventMention) => (wholes.has(mention) ? `whole ${mention.id}` : mention.cluster);
  return [...groupBy(mentions, keyOf).values()];
}

type OwnPart = Omit<Report, 'document' | 'publishedAt' | 'published' | 'publisher' | 'story' | 'print'>;

function reportOf(
  mentions: readonly EventMention[],
  document: Source,
  entities: ReadonlyMap<string, EntityRecord>,
): OwnPart {
  const { text, title = '' } = document.source;
  const first = mentions[0]!;
  const best = bestDated(mentions);
  const exactness = exactnessIn(document, best.time);
  const stems = [...new Set(mentions.map(({ trigger }) => familyOf(trigger.lemma)))].sort();
  const parties = partiesOf(mentions, entities);
  const mode = best.mode ?? mentions.find((mention) => mention.mode)?.mode;
  const headlineWords = new Set((title.toLowerCase().match(/\p{L}{2,40}/gu) ?? []).map(familyOf));
  return {
    id: hashId('evt', document.id, first.trigger.start),
    position: first.trigger.start,
    type: best.type,
    ...(mode && { mode }),
    stems,
    senses: [...new Set(mentions.flatMap(({ trigger }) => sensesOf(trigger.lemma)))].sort(),
    title: best.title,
    time: best.time && dateOf(best.time),
    exactness,
    days: daysOf(best.time),
    status: best.status,
    parties,
    ...(saysMoved(text.slice(best.sentence.start, best.sentence.end)) && {
      moved: { from: otherDays(best, document) },
    }),
    prominent: mentions.some(({ prominent }) => prominent),
    headline: stems.some((stem) => headlineWords.has(stem)),
    lead: first.trigger.start < Math.min(LEAD, firstParagraph(text)),
    claims: mentions.map((mention) => claimOf(mention, document, entities)),
  };
}

const firstParagraph = (text: string): number => {
  const end = text.indexOf('\n', text.search(/\S/));
  return end < 0 ? text.length : end;
};

/** The days that a sentence names beside that of the event. */
function otherDays({ sentence, time }: EventMention, { extraction: { times } }: Source): Days[] {
  return times
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .filter(({ earliest, latest }) => earliest !== time?.earliest || latest !== time?.latest)
    .flatMap(({ earliest, latest }) =>
      earliest && latest ? { from: dayNumber(earliest), to: dayNumber(latest) } : [],
    );
}

/** The mention that says best when: with a date of its own, the shortest, the most reliable, the first. */
function bestDated(mentions: readonly EventMention[]): EventMention {
  const rank = ({ time }: EventMention): readonly number[] => {
    const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = daysOf(time);
    const exact = ['day', 'span', 'open'].indexOf(exactnessOf(time));
    return [exact, Number.isFinite(to - from) ? to - from : Number.MAX_SAFE_INTEGER, -(time?.confidence ?? 0)];
  };
  return mentions.reduce((best, mention) => (compareRanks(rank(mention), rank(best)) < 0 ? mention : best));
}

const compareRanks = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((order, value, i) => order || value - b[i]!, 0);

/** A date that the text only carries on from before names no event: it counts like a bound, and dates where nothing does. */
export function exactnessOf(time: EventDate | EventTime | null): Exactness {
  if (
    !time ||
    time.basis === 'publication' ||
    time.basis === 'discourse' ||
    time.earliest === null ||
    time.latest === null
  )
    return 'open';
  return time.earliest === time.latest ? 'day' : 'span';
}

/** Days: what a text that is not dated itself dates more vaguely, it dates by no news of any day. */
const LONG = 31;

/** In a text of no date, all but a day or a month is a bound: nothing else ties together what it tells of. */
function exactnessIn({ source }: Source, time: EventTime | null): Exactness {
  const exactness = exactnessOf(time);
  const { from = 0, to = 0 } = daysOf(time);
  return exactness === 'span' && source.publishedAt === undefined && to - from > LONG ? 'open' : exactness;
}

const daysOf = (time: EventTime | null): Report['days'] => ({
  ...(time?.earliest && { from: dayNumber(time.earliest) }),
  ...(time?.latest && { to: dayNumber(time.latest) }),
});

const dateOf = ({ mention: _, ...date }: EventTime): EventDate => date;

function claimOf(
  { trigger, sentence, type, title, time, status, attribution, explanations }: EventMention,
  { id, source, publisher, url }: Source,
  entities: ReadonlyMap<string, EntityRecord>,
): Claim {
  const quote = ({ start, end }: { start: number; end: number }) => ({
    start,
    end,
    text: source.text.slice(start, end),
  });
  const speaker = attribution?.entity === undefined ? undefined : entities.get(attribution.entity);
  return {
    id: hashId('clm', id, trigger.start),
    document: id,
    ...(source.publishedAt !== undefined && { publishedAt: source.publishedAt }),
    ...(publisher !== undefined && { publisher }),
    ...(url !== undefined && { url }),
    sentence: quote(sentence),
    trigger: quote(trigger),
    type,
    title,
    time: time && dateOf(time),
    status,
    ...(attribution && {
      attribution: {
        text: attribution.text,
        cue: attribution.cue,
        kind: attribution.kind,
        ...(speaker && { entity: entityIdOf(identityOf(speaker)) }),
      },
    }),
    ...(explanations && { explanations }),
  };
}
