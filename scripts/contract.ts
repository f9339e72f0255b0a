import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { components, withReferences } from '../schemas/index.ts';
import { buildApp } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { packageRoot } from '../src/data.ts';
import { inlineExtractor } from '../src/extractor.ts';
import type { Records } from '../src/records.ts';

/**
 * Writes openapi.yaml and schemas/json/ from the routes and schemas; with --check it writes nothing and fails when what
 * is there differs.
 */
const files = new Map<string, string>([['openapi.yaml', await openapi()]]);
for (const component of components) {
  const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...withFileReferences(component) };
  files.set(join('schemas', 'json', `${component.$id}.json`), `${JSON.stringify(schema, null, 2)}\n`);
}

const folder = join(packageRoot, 'schemas', 'json');
const present = existsSync(folder) ? readdirSync(folder).map((name) => join('schemas', 'json', name)) : [];
const stale = present.filter((path) => !files.has(path));
const changed = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);

if (process.argv.includes('--check')) {
  const different = [...stale, ...changed];
  if (different.length > 0) {
    process.stderr.write(`The contract differs from the code; run "npm run contract": ${different.join(', ')}\n`);
    process.exitCode = 1;
  }
} else {
  mkdirSync(folder, { recursive: true });
  for (const path of stale) rmSync(join(packageRoot, path));
  for (const path of changed) writeFileSync(join(packageRoot, path), files.get(path)!);
}

/** Describing the routes asks nothing of the store. */
async function openapi(): Promise<string> {
  const app = await buildApp(loadConfig({ LOG_LEVEL: 'silent' }), {
    extractor: inlineExtractor(),
    store: {} as Records,
  });
  try {
    return app.swagger({ yaml: true });
  } finally {
    await app.close();
  }
}

/** The files refer to each other by name. */
function withFileReferences(schema: object): object {
  return JSON.parse(JSON.stringify(withReferences(schema)).replaceAll(/"\$ref":"(\w+)#"/g, '"$ref":"$1.json"'));
}

function read(path: string): string | undefined {
  const full = join(packageRoot, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
}
