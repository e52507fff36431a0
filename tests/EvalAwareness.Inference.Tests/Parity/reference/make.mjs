// Writes weights and expected results of every checkpoint anew; the configs in the fixtures are its input.
import { checkpoints } from './checkpoints.mjs';
import { expected } from './cases.mjs';
import { described, load } from './model.mjs';
import { seeded } from './random.mjs';
import { writeSafetensors } from './safetensors.mjs';
import { draw, writeWeights } from './weights.mjs';

for (const checkpoint of checkpoints) {
  const { folder, prefix, seed, shards } = checkpoint;
  const random = seeded(seed);
  writeWeights(folder, draw(described(folder), checkpoint, random), shards);
  // Read back, so that the expectation is that of the stored values.
  writeSafetensors(`${folder}/expected.safetensors`, expected(load(folder, prefix), random));
  console.log(checkpoint.name);
}
