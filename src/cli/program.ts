import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { packageRoot } from '../data.ts';

/**
 * The commands, their options and their help. What a command does lies in a file of its own, imported only when it is
 * called, so that help and `extract` start at once. docs/cli.md lists the same, which a test checks.
 */
const { version, description } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));

export const program = new Command('dateline')
  .description(description)
  .version(version)
  .showSuggestionAfterError()
  .showHelpAfterError('(--help says more)')
  .addHelpText('after', '\nStart with:\n  dateline demo\n  dateline extract article.txt --published 2017-05-04');

const server = () => new Option('--server <url>', 'ask a running service instead of opening the database');
const json = () => new Option('--json', 'JSON even on a terminal');
const published = () =>
  new Option('--published <date>', 'publication date: the reference of "Tuesday" and "last week"');
const timezone = () => new Option('--timezone <zone>', 'IANA zone of the publication date');

program
  .command('extract')
  .summary('read texts and print what is in them; nothing is stored')
  .description(
    'Reads texts and prints their times, names, entities and events. Nothing is stored.\n\n' +
      'With --ndjson each line of the input is a document, {"id","text","publishedAt"?,"timezone"?,"title"?,"contentType"?},\n' +
      'and each line of the output its extraction, in the same order, as soon as it is there. A line that cannot be read\n' +
      'gives {"line":n,"error":{…}} in its place, and the run goes on.',
  )
  .argument('[file...]', 'what to read; standard input, as --ndjson, without one')
  .option('--ndjson', 'one document a line in, one extraction a line out')
  .option('-j, --jobs <count>', 'texts read at a time; 1 stays in one thread (default: one a core)', natural)
  .option('--explain', 'say for each time and event how it was derived')
  .addOption(new Option('--offsets <unit>', 'what offsets count').choices(['utf16', 'codepoint']).default('utf16'))
  .addOption(published())
  .addOption(timezone())
  .addOption(json())
  .addHelpText(
    'after',
    '\nExamples:\n' +
      '  dateline extract article.txt --published 2017-05-04\n' +
      '  dateline extract --ndjson < documents.ndjson > extractions.ndjson',
  )
  .action(async (files, options) => (await import('./extract.ts')).extractCommand(files, options));

program
  .command('add')
  .summary('read texts and keep them with everything found in them')
  .description(
    'Reads texts and keeps them. A .json file holds one document, a .ndjson file one a line, as POST /v1/documents takes\n' +
      'them: {"text","publishedAt"?,"publisher"?,"title"?,"url"?,…}. Any other file is itself the text; .html is read as HTML.\n' +
      'A text that is known already changes nothing.',
  )
  .argument('[file...]', 'what to read; documents a line from standard input without one')
  .addOption(published())
  .addOption(timezone())
  .option('--publisher <name>', 'who published the texts')
  .option('--title <headline>', 'headline, when it is not part of the text')
  .option('--url <url>', 'where it was published')
  .addOption(server())
  .option('--json', 'one result a line')
  .addHelpText(
    'after',
    '\nExamples:\n' +
      '  dateline add briefs/*.json\n' +
      '  dateline add article.html --publisher "Example News" --published 2017-05-04',
  )
  .action(async (files, options) => (await import('./add.ts')).addCommand(files, options));

program
  .command('timeline')
  .summary('print the events of a window, in order')
  .description(
    'Prints dated events in order: when, whether it happened, what, and who reports it. The options are the parameters of\n' +
      'GET /v1/timeline. Dates are days, months, years or decades in EDTF: 2017-05-04, 2017-05, 2017, 201X.',
  )
  .option('--from <date>', 'first day of the window')
  .option('--to <date>', 'last day of the window')
  .option('--match <how>', 'overlap, or within: whether an event may reach beyond the window')
  .option(
    '--entity <key...>',
    'only events it takes part in: a name, an id, a Wikidata id (Q7747), a country code (RU)',
  )
  .option('--country <code>', 'only events in it, or with it or its people')
  .option('--type <type...>', 'only events of this type, for example CONSULT')
  .option('--status <status...>', 'only events with this status, for example planned')
  .option('--place <name>', 'only events at this place')
  .option('--publisher <name>', 'only events that it reports')
  .option('-q, --q <words>', 'only events with these words')
  .option('--recurring <date>', 'only events dated without a year, on this day (MM-DD) or in this month (MM)')
  .option('--undated <what>', 'exclude, include or only: events without a date of their own')
  .option('--sort <order>', 'date, -date or salience')
  .option('--bucket <unit>', 'also count by day, week, month, quarter, year or decade (JSON)')
  .option('--limit <count>', 'how many events at most, up to 200', natural)
  .option('--cursor <cursor>', '"next" of the page before')
  .option('--format <format>', 'json, csv or ndjson')
  .addOption(server())
  .addOption(json())
  .addHelpText(
    'after',
    '\nExamples:\n' +
      '  dateline timeline --from 2017-04 --to 2017-07 --entity "Vladimir Putin"\n' +
      '  dateline timeline --country FR --format csv > france.csv',
  )
  .action(async (options) => (await import('./timeline.ts')).timelineCommand(options));

program
  .command('entities')
  .summary('find people, countries, organisations and places')
  .description('Lists who and what the documents name. The options are the parameters of GET /v1/entities.')
  .option('-q, --q <name>', 'a name, its beginning, or nearly: putn finds Vladimir Putin')
  .option('--type <type...>', 'person, country, organisation, place or people')
  .option('--country <code>', 'only entities of this country')
  .option('--from <date>', 'only entities of documents published on this day or later')
  .option('--to <date>', 'only entities of documents published on this day or earlier')
  .option('--limit <count>', 'how many at most, up to 200', natural)
  .option('--cursor <cursor>', '"next" of the page before')
  .addOption(server())
  .addOption(json())
  .addHelpText('after', '\nExample:\n  dateline entities --type person -q putn')
  .action(async (options) => (await import('./entities.ts')).entitiesCommand(options));

program
  .command('event')
  .summary('show an event with everything that is claimed about it')
  .description('Shows an event: its date, status, participants, conflicts, and the sentences it rests on.')
  .argument('<id>', 'id of the event (evt_…), as "timeline --json" lists it')
  .addOption(server())
  .addOption(json())
  .action(async (id, options) => (await import('./event.ts')).eventCommand(id, options));

program
  .command('serve')
  .summary('start the HTTP service')
  .description(
    'Starts the service: Swagger UI at /docs, the contract at /openapi.json. Environment variables configure it;\n' +
      'docs/configuration.md lists them.',
  )
  .option('--host <address>', 'address to listen on (default: HOST, or 127.0.0.1)')
  .option('--port <number>', 'port to listen on; 0 for any free one (default: PORT, or 3000)', port)
  .action(async (options) => (await import('./serve.ts')).serveCommand(options));

program
  .command('demo')
  .summary('load ten sample briefs, print their timeline, start the service')
  .description(
    'Loads the sample briefs into a fresh database in a temporary folder, prints their timeline and leaves the service\n' +
      'running on them, with Swagger UI at /docs.',
  )
  .option('--exit', 'stop after printing')
  .option('--port <number>', 'port to listen on (default: PORT, or 3000)', port)
  .action(async (options) => (await import('./demo.ts')).demoCommand(options));

program
  .command('doctor')
  .summary('check that everything needed is there and works')
  .description('Checks the version of Node, the settings, the language data, the database and the port.')
  .addOption(json())
  .action(async (options) => (await import('./doctor.ts')).doctorCommand(options));

function natural(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It must be a whole number from 1.');
  return count;
}

function port(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new InvalidArgumentError('It must be a whole number from 0 to 65535.');
  }
  return number;
}
