import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { packageRoot } from '../../src/data.ts';
import { cli, dateline } from './run.ts';

const lines = (...documents: unknown[]) => documents.map((each) => `${JSON.stringify(each)}\n`).join('');
const answers = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

for (const jobs of ['1', '2']) {
  test(`extract --jobs ${jobs}: an answer a line, in the order of the input, a problem in place of a bad line`, async () => {
    const long = 'The minister spoke on Monday. '.repeat(500);
    const input = `${lines({ id: 'a', text: long }, { text: 'No id.' })}{"id":"b","text":\n\n${lines({ id: 'c', text: 'It rained.', publishedAt: 'May' }, { id: 'd', text: 'It rained.', publishedAt: '2017-05-04' })}`;
    const { code, stdout, stderr } = await dateline(['extract', '--ndjson', '--jobs', jobs], { input });
    assert.equal(stderr, '');
    assert.equal(code, 0);
    const [a, second, broken, c, d, ...rest] = answers(stdout);
    assert.deepEqual(rest, []);
    assert.equal(a.id, 'a');
    assert.equal(second.id, '2');
    assert.deepEqual([broken.id, broken.line, broken.error.type], [undefined, 3, '/problems/malformed-line']);
    assert.deepEqual([c.id, c.line, c.error.errors[0].pointer], ['c', 5, '/publishedAt']);
    assert.deepEqual([d.id, d.publishedAt, d.error], ['d', '2017-05-04', undefined]);
  });
}

test('extract answers a line before the next one comes', async (t) => {
  const child = spawn(process.execPath, [cli, 'extract', '--ndjson', '--jobs', '1']);
  t.after(() => child.kill());
  const out = createInterface({ input: child.stdout });
  for (const id of ['a', 'b']) {
    child.stdin.write(lines({ id, text: 'They met.' }));
    const [line] = await once(out, 'line');
    assert.equal(JSON.parse(line).id, id);
  }
  child.stdin.end();
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
});

test('extract: null is read as absent, an unknown field is named in a warning', async () => {
  const input = lines({ id: 'a', text: 'They met.', title: null, publishedat: '2017-05-04' });
  const [answer] = answers((await dateline(['extract', '--ndjson', '--jobs', '1'], { input })).stdout);
  assert.match(answer.warnings[0], /"publishedat".*"publishedAt"/);
});

test('a file that is not there ends the run with an error that names it', async () => {
  const { code, stderr } = await dateline(['extract', '--ndjson', 'no-such-file.ndjson']);
  assert.equal(code, 1);
  assert.match(stderr, /no-such-file\.ndjson/);
});

test('a file that cannot be read as it is described makes the exit code 1', async () => {
  const path = join(packageRoot, 'README.md');
  const { code, stdout } = await dateline(['extract', '--published', '2017-02-30', path]);
  assert.equal(code, 1);
  const [answer] = answers(stdout);
  assert.deepEqual([answer.id, answer.error.errors[0].pointer], [path, '/publishedAt']);
});

test('an option that does not exist is refused with the one that was meant', async () => {
  const { code, stderr } = await dateline(['extract', '--ndjson', '--explane']);
  assert.equal(code, 1);
  assert.match(stderr, /Did you mean --explain/);
});
