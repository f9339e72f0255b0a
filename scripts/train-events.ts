import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedFolder } from '../eval/shared.ts';
import { packageRoot } from '../src/data.ts';

/** Writes the word classes and the models of `data/en/events`; the same data gives the same bytes. */
const shared = sharedFolder();
if (shared !== undefined) {
  const folder = join(packageRoot, 'data', 'en', 'events');
  const { writeWordClasses } = await import('./train-events/wordnet.ts');
  writeWordClasses(join(folder, 'wordnet.json'));
  const { writeDictionary } = await import('./train-events/petrarch.ts');
  writeDictionary(shared, join(folder, 'dictionary.json'));
  // Imported only now: the features read the classes just written.
  const { readCoded, readSet, trainModels } = await import('./train-events/recipe.ts');
  const { packModels } = await import('../src/events/models.ts');
  const models = trainModels([
    ...readSet(shared, 'news-events', true),
    ...readSet(shared, 'meantime_apple', false),
    ...readCoded(shared),
  ]);
  for (const [name, packed] of Object.entries(packModels(models))) {
    const file = JSON.stringify(packed);
    writeFileSync(join(folder, name), `${file}\n`);
    process.stdout.write(`data/en/events/${name}: ${file.length} bytes\n`);
  }
}
