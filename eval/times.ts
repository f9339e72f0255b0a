import Table from 'cli-table3';
import { sharedFolder } from './shared.ts';
import { corpora, type Difference, scoreCorpus } from './times-corpora.ts';
import { declinedIds, writeDeclined } from './times-declined.ts';
import { found, type PeerCase, passes, readSuite, suites } from './times-peers.ts';

/**
 * Temporal expressions: three corpora by the scorer of the evaluation data, accuracy by kind of expression, and the test
 * suites of three other libraries.
 *
 *   node dist/eval/times.js               the tables
 *   node dist/eval/times.js --failures    the ids of the peers' cases that fail, one a line
 *   node dist/eval/times.js --declined    writes times-declined.json anew
 */
function scores(folder: string): void {
  const table = new Table({
    head: ['corpus', 'expressions', 'strict F1', 'relaxed F1', 'type F1', 'value F1'],
    style: { head: [], border: [] },
  });
  const kinds = new Map<string, { gold: number; wrong: number }>();
  for (const set of corpora) {
    const { scores: s, differences, expressions } = scoreCorpus(folder, set);
    table.push([set, s.gold, s.strict.F1, s.relaxed.F1, s.type_F1, s.value_F1]);
    for (const text of expressions) count(kinds, kindOf(text)).gold++;
    for (const row of differences) if (isWrong(row)) count(kinds, kindOf(row[2]!)).wrong++;
  }
  process.stdout.write(`${table.toString()}\n\nExpressions of the three corpora with the right value, by kind:\n`);
  const byKind = new Table({ head: ['kind', 'expressions', 'right %'], style: { head: [], border: [] } });
  for (const [kind, { gold, wrong }] of [...kinds].sort(([, a], [, b]) => b.gold - a.gold))
    byKind.push([kind, gold, ((100 * (gold - wrong)) / gold).toFixed(1)]);
  process.stdout.write(`${byKind.toString()}\n\n`);
}

function count(kinds: Map<string, { gold: number; wrong: number }>, kind: string): { gold: number; wrong: number } {
  const entry = kinds.get(kind) ?? { gold: 0, wrong: 0 };
  kinds.set(kind, entry);
  return entry;
}

const isWrong = ([kind = '']: Difference): boolean => kind === 'MISS' || kind.includes('VALUE');

/** The first that fits names the kind of a gold expression. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['clock time, part of the day', /\d:\d|[ap]\.?m\b|noon|midnight|morning|afternoon|evening|night|o'clock/i],
  ['set', /^(?:every|each|per)\b|\b(?:daily|weekly|monthly|yearly|annual(?:ly)?|quarterly|hourly)$/i],
  [
    'anaphoric',
    /\b(?:earlier|later|following|previous|that (?:same )?(?:day|week|month|year)|the same|before|after|year-ago)\b/i,
  ],
  ['N units ago', /\bago\b/i],
  ['fiscal year, quarter', /quarter|fiscal|nine months|period|half of/i],
  ['today, yesterday, tomorrow', /today|tomorrow|yesterday|tonight/i],
  [
    'anchored duration',
    /\b(?:last|past|next|first|coming)\b.*\b(?:seconds|minutes|hours|days|weeks|months|years|decades)\b/i,
  ],
  ['this, last, next unit', /\b(?:this|last|next|coming|current)\b/i],
  ['weekday', /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i],
  [
    'month and day',
    /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*,? ?\d|\d(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
  ],
  ['month', /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*\b/i],
  ['season', /spring|summer|autumn|fall|winter/i],
  ['year, decade, century', /\d{4}|'?\d0s|century|nineteen|nineties|eighties/i],
  [
    'counted duration',
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundred|a|an)\b.*\b(?:second|minute|hour|day|week|month|year|decade|centur)/i,
  ],
  ['vague duration', /second|minute|hour|days|week|month|year|decade|centur/i],
  ['vague reference', /now|recent|current|present|past|future|soon|time|moment|former|previously/i],
];
const kindOf = (text: string): string => kinds.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';

/** The suites of other libraries: what is asked of Dateline, what is declined, and how much of the whole agrees. */
function peers(folder: string): void {
  const table = new Table({
    head: [
      'suite',
      'cases',
      'other parts',
      'declined',
      'compared',
      'positive %',
      'negative %',
      'whole suite %',
      'needless',
    ],
    style: { head: [], border: [] },
  });
  const under = new Map<string, number>();
  const declined = declinedIds();
  const known = new Set<string>();
  for (const suite of suites) {
    const cases = readSuite(folder, suite);
    for (const { id } of cases) known.add(id);
    const asked = cases.filter(({ outside }) => outside === undefined);
    const left = asked.filter(({ id }) => declined.has(id));
    const compared = asked.filter(({ id }) => !declined.has(id));
    const right = new Set(asked.filter(passes));
    const share = (part: readonly PeerCase[]) =>
      part.length === 0 ? '–' : ((100 * part.filter((each) => right.has(each)).length) / part.length).toFixed(1);
    const isNegative = (each: PeerCase) => each.negative || each.expected.length === 0;
    for (const each of compared) for (const name of found(each) ?? []) under.set(name, (under.get(name) ?? 0) + 1);
    table.push([
      suite,
      cases.length,
      cases.length - asked.length,
      `${left.length} (${((100 * left.length) / cases.length).toFixed(1)} %)`,
      compared.length,
      share(compared.filter((each) => !isNegative(each))),
      share(compared.filter(isNegative)),
      ((100 * right.size) / cases.length).toFixed(1),
      left.filter((each) => right.has(each)).length,
    ]);
  }
  const unknown = [...declined.keys()].filter((id) => !known.has(id));
  process.stdout.write(`Test suites of other libraries:\n${table.toString()}\n`);
  if (unknown.length > 0) process.stdout.write(`Declined, but in no suite: ${unknown.join(', ')}\n`);
  const byConvention = new Table({
    head: ['agrees under the convention', 'expressions'],
    style: { head: [], border: [] },
  });
  for (const row of [...under].sort(([, a], [, b]) => b - a)) byConvention.push(row);
  process.stdout.write(`${byConvention.toString()}\n`);
}

function failures(folder: string): void {
  const declined = declinedIds();
  for (const suite of suites)
    for (const each of readSuite(folder, suite))
      if (each.outside === undefined && !declined.has(each.id) && !passes(each)) process.stdout.write(`${each.id}\n`);
}

const shared = sharedFolder();
if (shared !== undefined) {
  if (process.argv.includes('--failures')) failures(shared);
  else if (process.argv.includes('--declined')) writeDeclined(shared);
  else {
    scores(shared);
    peers(shared);
  }
}
