import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Config, loadConfig } from '../config.ts';
import { packageRoot } from '../data.ts';
import { inlineExtractor } from '../extractor.ts';
import { openClient } from './client.ts';
import { linesOf } from './failure.ts';
import { type OutputOptions, print } from './output.ts';

interface Finding {
  readonly what: string;
  readonly ok: boolean;
  /** What was found; when that is not well, what to do about it. */
  readonly detail: string;
}

/** `dateline doctor`: each check says what it found; exit code 1 when one of them failed. */
export async function doctorCommand(options: OutputOptions): Promise<void> {
  const findings: Finding[] = [];
  for (const [what, check] of checks) {
    try {
      findings.push({ what, ok: true, detail: await check() });
    } catch (error) {
      findings.push({ what, ok: false, detail: linesOf(error).join(' ') });
    }
  }
  print(findings, options, (all) =>
    all.map(({ what, ok, detail }) => `${ok ? '✓' : '✗'} ${what.padEnd(12)} ${detail}\n`).join(''),
  );
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
}

const checks: readonly [what: string, check: () => string | Promise<string>][] = [
  ['Node', checkNode],
  ['settings', () => `${Object.keys(settings()).length} settings are valid`],
  ['data', checkData],
  ['reading', checkReading],
  ['database', checkDatabase],
  ['port', checkPort],
];

const settings = (): Config => loadConfig(process.env);

function checkNode(): string {
  const { engines } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  const [wanted, found] = [engines.node.replace('>=', ''), process.versions.node];
  if (found.localeCompare(wanted, 'en', { numeric: true }) < 0) {
    throw new Error(`Node ${found} is too old. Install Node ${wanted} or newer.`);
  }
  return `${found}, needs ${wanted} or newer`;
}

function checkData(): string {
  const folder = join(packageRoot, 'data', 'en');
  if (!existsSync(folder)) throw new Error(`${folder} is missing. Install the package anew.`);
  return folder;
}

async function checkReading(): Promise<string> {
  const text = 'Angela Merkel met Emmanuel Macron in Berlin on Monday.';
  const { extraction } = await inlineExtractor().read({ id: 'doctor', text, publishedAt: '2017-05-16' });
  const { times, mentions, events } = extraction;
  return `${times.length} time, ${mentions.length} names and ${events.length} event in "${text}"`;
}

async function checkDatabase(): Promise<string> {
  const client = await openClient({});
  await client.close();
  const { DATABASE_URL, DATELINE_DATA } = settings();
  return DATABASE_URL === undefined ? `embedded, in ${DATELINE_DATA}` : 'PostgreSQL, as DATABASE_URL says';
}

function checkPort(): Promise<string> {
  const { HOST, PORT } = settings();
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(PORT, HOST, () => probe.close(() => resolve(`${HOST}:${PORT} is free`)));
  });
}
