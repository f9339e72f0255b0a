import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadConfig } from '../../src/config.ts';
import { DatelineError } from '../../src/errors.ts';

test('without any setting every default holds', () => {
  const config = loadConfig({ PATH: '/bin' });
  assert.equal(config.PORT, 3000);
  assert.equal(config.HOST, '127.0.0.1');
  assert.equal('PATH' in config, false);
});

test('values are read as what they are', () => {
  const config = loadConfig({ PORT: '0', DATELINE_TRUST_PROXY: 'true', DATELINE_DATA: '/data', LOG_LEVEL: '' });
  assert.deepEqual([config.PORT, config.DATELINE_TRUST_PROXY, config.DATELINE_DATA], [0, true, '/data']);
  assert.equal(config.LOG_LEVEL, 'info');
});

const bad: [name: string, environment: Record<string, string>, detail: RegExp][] = [
  ['a port that is none', { PORT: 'http' }, /"PORT" must be integer/],
  ['a port out of range', { PORT: '70000' }, /"PORT" must be <= 65535/],
  ['a word that is not a level', { LOG_LEVEL: 'loud' }, /"LOG_LEVEL" must be one of fatal, /],
  ['another database', { DATABASE_URL: 'mysql://localhost/x' }, /"DATABASE_URL" .*postgres/],
  ['no workers', { DATELINE_JOBS: '0' }, /"DATELINE_JOBS" must be >= 1/],
  ['an origin with a path', { DATELINE_CORS_ORIGIN: 'https://a.example/b' }, /"DATELINE_CORS_ORIGIN"/],
  ['a misspelt name', { DATELINE_JOB: '2' }, /"DATELINE_JOB" is not known here; did you mean "DATELINE_JOBS"\?/],
];
for (const [name, environment, detail] of bad) {
  test(`refused: ${name}`, () => {
    assert.throws(
      () => loadConfig(environment),
      (error) => error instanceof DatelineError && error.code === 'invalid-setting' && detail.test(error.message),
    );
  });
}

test('the folder of the evaluation data is no setting and no mistake', () => {
  assert.equal('DATELINE_SHARED' in loadConfig({ DATELINE_SHARED: '/data' }), false);
});
