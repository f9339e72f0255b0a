import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { test } from 'node:test';
import { program } from '../../src/cli/program.ts';
import { Settings } from '../../src/config.ts';
import { packageRoot } from '../../src/data.ts';

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');
const dockerfile = read('Dockerfile').split('\n');
const allowed = read('.dockerignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

test('what the image copies is there and not ignored', () => {
  const copies = dockerfile.filter((line) => /^COPY (?!--from)/.test(line));
  const sources = copies.flatMap((line) => line.split(' ').slice(1, -1));
  assert.ok(sources.length > 0);
  for (const source of sources) {
    assert.ok(existsSync(join(packageRoot, source)), `${source} is not there`);
    assert.ok(allowed.includes(source), `${source} is ignored`);
  }
});

test('the image is compiled from folders that hold all they import', () => {
  const folders = ['src', 'schemas', 'scripts', 'eval', 'bench', 'test'].filter((name) =>
    dockerfile.includes(`COPY ${name} ${name}`),
  );
  assert.ok(folders.includes('src'));
  for (const folder of folders) {
    for (const file of readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      for (const [, path] of read(join(folder, file)).matchAll(/ from '(\.[^']+)';/g)) {
        const imported = normalize(join(folder, file, '..', path!));
        assert.ok(
          folders.includes(imported.split('/')[0]!),
          `${folder}/${file} imports ${imported}, which is not copied`,
        );
      }
    }
  }
});

test('the image sets settings that exist and starts a command that exists', () => {
  const names = dockerfile
    .filter((line) => line.startsWith('ENV '))
    .flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name]) => name!));
  for (const name of names) assert.ok(name === 'NODE_ENV' || name in Settings.properties, name);
  const command = JSON.parse(dockerfile.find((line) => line.startsWith('CMD '))!.slice('CMD '.length))[0];
  assert.ok(program.commands.some((each) => each.name() === command));
});

test('the image does not run as root', () => {
  const user = dockerfile.findIndex((line) => line.startsWith('USER '));
  assert.ok(user >= 0 && user < dockerfile.findIndex((line) => line.startsWith('ENTRYPOINT')));
  assert.notEqual(dockerfile[user], 'USER root');
});
