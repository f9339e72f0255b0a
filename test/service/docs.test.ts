import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Settings } from '../../src/config.ts';
import { packageRoot } from '../../src/data.ts';
import { catalogue } from '../../src/errors.ts';

/** The rows of a document's table, whose first cell is a `code`, by that code. */
function rows(path: string): Map<string, string[]> {
  const lines = readFileSync(join(packageRoot, path), 'utf8').split('\n');
  const cells = lines
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(cells.map(([, code, ...rest]) => [code!.replaceAll('`', ''), rest]));
}

test('docs/errors.md lists the catalogue, no more and no less', () => {
  const documented = [...rows('docs/errors.md')].map(([code, [status]]) => [code, Number(status)]);
  assert.deepEqual(
    documented,
    Object.entries(catalogue).map(([code, { status }]) => [code, status]),
  );
});

test('docs/configuration.md lists the settings with their defaults, no more and no less', () => {
  const documented = [...rows('docs/configuration.md')].map(([name, [value]]) => [name, value]);
  const settings = Object.entries(Settings.properties).map(([name, schema]) => {
    const setting = schema as { default?: unknown };
    if (name === 'DATELINE_JOBS') return [name, 'one a core'];
    if (setting.default === undefined) return [name, 'none'];
    return [name, setting.default === '' ? 'empty' : `\`${setting.default}\``];
  });
  assert.deepEqual(documented, settings);
});

test('every title and remedy in the catalogue says something of its own', () => {
  const titles = Object.values(catalogue).map(({ title }) => title);
  assert.equal(new Set(titles).size, titles.length);
});
