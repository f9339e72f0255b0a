import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../eval/shared.ts';
import { packageRoot } from '../src/data.ts';

/** Writes the kinds of nouns and the models of who, where and when; the same data gives the same bytes. */
const shared = sharedFolder();
if (shared !== undefined) {
  const folder = join(packageRoot, 'data', 'en', 'events');
  const { writeNounKinds } = await import('./train-events/noun-kinds.ts');
  writeNounKinds(join(folder, 'noun-kinds.json'));
  // Imported only now: the features read the kinds just written.
  const { readSet } = await import('./train-events/recipe.ts');
  const { trainStructure } = await import('./train-events/structure.ts');
  const { packStructure } = await import('../src/events/structure-models.ts');
  const { defaultReader } = await import('../src/events/triggers.ts');
  const documents = [...readSet(shared, 'news-events', true), ...readSet(shared, 'meantime_apple', false)];
  const models = trainStructure(documents, defaultReader());
  const file = JSON.stringify(packStructure(models));
  writeFileSync(join(folder, 'structure.json'), `${file}\n`);
  process.stdout.write(`data/en/events/structure.json: ${file.length} bytes\n`);
}
