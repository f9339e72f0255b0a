import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldOf, LinearModel } from '../../src/learn/linear.ts';
import { train } from '../../src/learn/train.ts';

const examples = ['rain', 'sun'].flatMap((label) =>
  Array.from({ length: 20 }, (_, i) => ({
    features: [`sky=${label === 'rain' ? 'grey' : 'blue'}`, `day=${i}`],
    label,
  })),
);

test('a model learns what its features say', () => {
  const model = train(examples);
  assert.equal(model.best(['sky=grey']).label, 'rain');
  assert.equal(model.best(['sky=blue']).label, 'sun');
});

test('probabilities sum to one, and unknown features change nothing', () => {
  const model = train(examples);
  const p = model.probabilities(['unheard of']);
  assert.ok(Math.abs(p.reduce((sum, x) => sum + x, 0) - 1) < 1e-9);
  assert.deepEqual(p, model.probabilities([]));
});

test('the same examples and seed give the same file', () =>
  assert.deepEqual(train(examples).pack(), train(examples).pack()));

test('a packed model decides as the model it was packed from', () => {
  const model = train(examples);
  const read = LinearModel.unpack(model.pack());
  for (const { features, label } of examples) assert.equal(read.best(features).label, label);
  assert.ok(Math.abs(read.best(['sky=grey']).probability - model.best(['sky=grey']).probability) < 0.02);
});

test('a document always falls into the same of five folds', () => {
  const folds = new Set(Array.from({ length: 100 }, (_, i) => foldOf(`document ${i}`)));
  assert.deepEqual([...folds].sort(), [0, 1, 2, 3, 4]);
  assert.equal(foldOf('document 1'), foldOf('document 1'));
});
