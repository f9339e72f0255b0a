import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { sharedFolder } from '../eval/shared.ts';
import { modelFile } from '../src/names/model.ts';
import { writeLists } from './train-names/lists.ts';
import { readTrainingData, train } from './train-names/recipe.ts';

/** Trains the name tagger and writes `data/en/names/model.br`; the same data gives the same bytes. */
const shared = sharedFolder();
if (shared !== undefined) {
  writeLists(join(shared, 'facts'));
  const packed = train(readTrainingData(join(shared, 'eval')));
  const file = brotliCompressSync(packed);
  writeFileSync(modelFile, file);
  process.stdout.write(`${modelFile}: ${packed.length} bytes, ${file.length} compressed\n`);
}
