import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/data.ts';
import { startedService } from '../started-service.ts';

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');
const commandsIn = (page: string) =>
  [...read(page).matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block]) => block!.trim().split('\n'));

const readme = commandsIn('README.md');
const guide = commandsIn('docs/http.md');
const isSetUp = (command: string) => /^npm (?:ci|test|run check|run demo)\b/.test(command);
const isCommand = (command: string) => command.startsWith('npm run --silent dateline -- ');
const isRequest = (command: string) => command.startsWith('curl -s ');

const data = mkdtempSync(join(tmpdir(), 'dateline-readme-'));
const environment = { ...process.env, DATELINE_DATA: join(data, 'database'), DATABASE_URL: '', PORT: '0' };
after(() => rmSync(data, { recursive: true, force: true }));

async function sh(command: string): Promise<string> {
  const options = { cwd: packageRoot, env: environment, maxBuffer: 1e8 };
  return (await promisify(execFile)('sh', ['-c', command], options)).stdout;
}

/** Starts the service as the README says and waits for its address. */
const serve = (command: string) =>
  startedService(command.replace('npm run --silent dateline -- ', '').split(' '), environment);

test('every command of the README and the guide is of a kind that is run', () => {
  for (const command of [...readme, ...guide]) {
    assert.ok(
      [isSetUp, isCommand, isRequest].some((is) => is(command)),
      command,
    );
  }
});

test('the set-up commands of the README are run by .ci/run', () => {
  const ci = read('.ci/run');
  for (const command of readme.filter(isSetUp).flatMap((line) => line.split(' && '))) {
    assert.ok(command === 'npm run check' || ci.includes(command), `.ci/run does not run "${command}"`);
  }
  assert.match(read('package.json'), /"check": "bash \.ci\/run"/);
});

test('the commands and requests work as they stand', { timeout: 240_000 }, async (t) => {
  const commands = readme.filter(isCommand);
  const start = commands.find((command) => command.endsWith(' serve'))!;
  for (const command of commands.filter((each) => each !== start)) {
    await t.test(command, async () => assert.notEqual(await sh(command), ''));
  }
  const service = await serve(start);
  try {
    for (const request of [...readme, ...guide].filter(isRequest)) {
      const line = request
        .replace('curl -s', 'curl -sS --fail-with-body')
        .replace('http://127.0.0.1:3000', service.address);
      await t.test(request, async () => assert.notEqual(await sh(line), ''));
    }
  } finally {
    assert.equal(await service.end('SIGTERM'), 0);
  }
});

test('the demo prints a timeline and stops', { timeout: 120_000 }, async () => {
  const table = await sh('node dist/src/cli.js demo --exit');
  assert.match(table, /Putin/);
});
