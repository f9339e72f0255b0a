import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { NewDocument } from '../../schemas/document.ts';
import { packageRoot } from '../../src/data.ts';
import { compile } from '../../src/validation.ts';

const folder = join(packageRoot, 'data', 'en', 'samples');
const check = compile(NewDocument, 'json');

for (const file of readdirSync(folder)) {
  test(`${file} is a document with a date, a headline and a publisher`, () => {
    const sample = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    assert.deepEqual(check(sample), []);
    assert.ok(file.startsWith(sample.publishedAt));
    assert.ok(sample.title && sample.publisher);
  });
}
