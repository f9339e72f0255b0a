import type { Event, EventParticipant, EventPlace, EventSummary } from '../../schemas/event.ts';
import { conflictsOf } from './conflicts.ts';
import { backingOf } from './corroboration.ts';
import { compareCanonical, compareRichness, compareText } from './order.ts';
import { same } from './parties.ts';
import { salienceOf } from './salience.ts';
import { statusHistory, statusOf } from './status.ts';
import { mostVoted } from './tally.ts';
import type { Party, Report, ReportGroup } from './types.ts';

/** An event as its reports make it. */
export interface Voted {
  readonly event: Event;
  readonly summary: EventSummary;
  /** It has a date of its own, from more than publication. */
  readonly dated: boolean;
  /** Belongs on a timeline. */
  readonly prominent: boolean;
}

/**
 * What the reports of one event say together: of times the most specific, then the one of most texts; of statuses the
 * latest; of titles the one of that status that names most. What lost the vote stays in the claims and is named in the conflicts.
 * Copies of a text have one voice. Pure, and the same for the reports in any order.
 */
export function vote(group: ReportGroup): Voted {
  const reports = [...group.reports].sort(compareCanonical);
  const backing = backingOf(reports);
  const originals = new Set(backing.originals.map(({ document }) => document));
  const voices = reports.filter(({ document }) => originals.has(document));
  const richest = [...voices].sort(compareShown)[0]!;
  const dated = bestDated(voices);
  const status = statusOf(voices);
  const type = mostVoted(
    voices.map(({ type }) => ({ value: type, key: type, weight: 1 })),
    (a, b) => Number(isVague(a)) - Number(isVague(b)) || first(richest.type)(a, b),
  )!;
  const modes = voices.flatMap(({ mode }) => (mode ? { value: mode, key: mode, weight: 1 } : []));
  const mode = mostVoted(modes);
  const place = placeOf(voices);
  const shared = {
    id: group.id,
    // A title tells the status: "takes office", "to take office".
    title: (voices.filter((voice) => voice.status === status).sort(compareShown)[0] ?? richest).title,
    type,
    ...(mode && { mode }),
    time: dated.time,
    status,
    participants: participantsOf(voices, richest),
    ...(place && { place }),
    topics: topicsOf(voices),
    corroboration: {
      documents: backing.originals.length,
      copies: backing.copies,
      publishers: backing.publishers,
      sources: backing.sources,
      conflicts: conflictsOf(voices, { dated, richest, status }),
    },
    salience: salienceOf(type, voices, backing),
  };
  const claims = reports.flatMap((report) => report.claims);
  return {
    event: { ...shared, statusHistory: statusHistory(voices), claims },
    summary: {
      ...shared,
      evidence: evidenceOf(isDated(dated) ? bestShown(voices, dated) : richest, status),
    },
    dated: isDated(dated),
    prominent: reports.some(({ prominent }) => prominent),
  };
}

/** Categories that take what no other does: of as many texts, the one that says more is right. */
const isVague = (type: Event['type']): boolean => type === 'STATEMENT' || type === 'OTHER';

const first =
  <T>(preferred: T) =>
  (a: T, b: T): number =>
    Number(b === preferred) - Number(a === preferred);

/** What readers should see first: made for a timeline, naming most. */
const compareShown = (a: Report, b: Report): number =>
  Number(b.prominent) - Number(a.prominent) || compareRichness(a, b);

/** The report whose date the event takes: the latest that moves it, else the most specific, then that of most texts. */
function bestDated(voices: readonly Report[]): Report {
  const exact = voices.filter(({ exactness }) => exactness !== 'open');
  const dated = exact.length > 0 ? exact : voices.filter(isDated);
  const movers = dated.filter(({ moved }) => moved !== undefined);
  if (movers.length > 0 && movers.length < dated.length) {
    const latest = Math.max(...movers.map(({ published }) => published ?? Number.NEGATIVE_INFINITY));
    return mostSpecific(movers.filter(({ published }) => (published ?? Number.NEGATIVE_INFINITY) === latest));
  }
  return dated.length > 0 ? mostSpecific(dated) : tightest(voices);
}

/** Has days of its own, from more than publication. */
const isDated = ({ time, days }: Report): boolean =>
  time !== null && time.basis !== 'publication' && days.from !== undefined && days.to !== undefined;

function mostSpecific(dated: readonly Report[]): Report {
  const length = ({ days: { from, to } }: Report) => to! - from!;
  const shortest = Math.min(...dated.map(length));
  const specific = dated.filter((report) => length(report) === shortest);
  const votes = specific.map((value) => ({ value, key: `${value.days.from}/${value.days.to}`, weight: 1 }));
  const days = mostVoted(votes, compareCanonical)!.days.from;
  const agreeing = specific.filter((report) => report.days.from === days);
  const confidence = ({ time }: Report) => time?.confidence ?? 0;
  return [...agreeing].sort((a, b) => confidence(b) - confidence(a) || compareCanonical(a, b))[0]!;
}

/** Of events on or before a publication the one published first says most; of coming ones the last. */
function tightest(voices: readonly Report[]): Report {
  const bound = ({ days: { from, to } }: Report) => to ?? (from === undefined ? Number.MAX_SAFE_INTEGER : -from);
  return voices.reduce((best, each) => (bound(each) < bound(best) ? each : best));
}

function bestShown(voices: readonly Report[], dated: Report): Report {
  const agreeing = voices.filter(({ time }) => time?.edtf === dated.time?.edtf);
  return [...agreeing].sort(compareShown)[0] ?? dated;
}

function evidenceOf({ claims, time }: Report, status: Event['status']): EventSummary['evidence'] {
  const says = (claim: Event['claims'][number]) =>
    2 * Number(claim.time?.edtf !== undefined && claim.time?.edtf === time?.edtf) + Number(claim.status === status);
  const best = claims.reduce((a, b) => (says(b) > says(a) ? b : a));
  const { id, document, publishedAt, publisher, url, sentence } = best;
  return {
    claim: id,
    document,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publisher !== undefined && { publisher }),
    ...(url !== undefined && { url }),
    ...sentence,
  };
}

/** Everybody whom a report names, those of most reports first; the unnamed of the report that names most. */
function participantsOf(voices: readonly Report[], richest: Report): EventParticipant[] {
  const parties: { party: Party; roles: Party['role'][] }[] = [];
  const takesPart = ({ role }: Party) => role !== 'place' && role !== 'topic';
  for (const report of [richest, ...voices.filter((each) => each !== richest)]) {
    for (const party of report.parties.filter((each) => takesPart(each) && (each.named || report === richest))) {
      const known =
        parties.find((other) => other.party.key === party.key) ?? parties.find((other) => same(other.party, party));
      if (known) known.roles.push(party.role);
      else parties.push({ party, roles: [party.role] });
    }
  }
  return parties
    .sort((a, b) => b.roles.length - a.roles.length)
    .map(({ party: { entity, name, type, wikidata }, roles }) => ({
      ...(entity !== undefined && { entity }),
      name,
      ...(type !== undefined && { type }),
      ...(wikidata !== undefined && { wikidata }),
      role: mostVoted(
        roles.map((role) => ({ value: role, key: role, weight: 1 })),
        first(roles[0]!),
      ) as EventParticipant['role'],
    }));
}

/** The place of most texts; of those that agree the narrower: a city before its country. */
function placeOf(voices: readonly Report[]): EventPlace | undefined {
  const places = voices.flatMap(({ parties }) => parties.filter(({ role }) => role === 'place'));
  const broad = ({ named, type }: Party) => (named ? (type === 'country' ? 1 : 0) : 2);
  const narrowest = Math.min(...places.map(broad));
  const place = mostVoted(
    places.filter((each) => broad(each) === narrowest).map((value) => ({ value, key: value.key, weight: 1 })),
  );
  return (
    place && {
      ...(place.entity !== undefined && { entity: place.entity }),
      name: place.name,
      ...(place.country !== undefined && { country: place.country }),
    }
  );
}

function topicsOf(voices: readonly Report[]): string[] {
  const counts = new Map<string, number>();
  for (const { parties } of voices) {
    for (const { role, entity } of parties)
      if (role === 'topic' && entity) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).map(([entity]) => entity);
}
