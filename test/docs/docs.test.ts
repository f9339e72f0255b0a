import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../src/data.ts';

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');
const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(packageRoot, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** The anchor that a heading gets on the usual code hosts. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');

for (const page of pages) {
  const text = read(page);

  test(`${page}: every link into the repository leads somewhere`, () => {
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)) {
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : join(dirname(page), path);
      assert.ok(existsSync(join(packageRoot, file)), `${target} is not there`);
      if (anchor === undefined) continue;
      const anchors = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!));
      assert.ok(anchors.includes(anchor), `${file} has no heading for #${anchor}`);
    }
  });

  test(`${page}: every npm script it names exists`, () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const [, name = ''] of text.matchAll(/npm run (?:--silent )?([\w:-]+)/g)) {
      assert.ok(name in scripts, `there is no script "${name}"`);
    }
  });
}

test('docs/README.md leads to every page', () => {
  const index = read('docs/README.md');
  for (const page of pages.filter((each) => /^docs\/(?!adr|README)/.test(each))) {
    assert.ok(index.includes(`(${page.slice('docs/'.length)})`), `${page} is not in the index`);
  }
});

test('docs/cli.md says what the commands say', () => {
  execFileSync(process.execPath, [join(packageRoot, 'dist', 'scripts', 'docs.js'), '--check'], { stdio: 'pipe' });
});

test('decision records have a number of their own', () => {
  const numbers = readdirSync(join(packageRoot, 'docs', 'adr')).map((name) => name.slice(0, 4));
  assert.equal(new Set(numbers).size, numbers.length);
});

test('NOTICE accounts for every folder of data', () => {
  const notice = read('NOTICE');
  for (const name of readdirSync(join(packageRoot, 'data', 'en'))) {
    assert.ok(notice.includes(`data/en/${name}`), `NOTICE does not name data/en/${name}`);
  }
});
