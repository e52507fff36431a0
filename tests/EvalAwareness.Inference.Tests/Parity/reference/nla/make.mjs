// Writes every pair anew: both folders, and what the contract makes of them.
import { seeded } from '../random.mjs';
import { writeSafetensors } from '../safetensors.mjs';
import { activations, expected, explanations } from './cases.mjs';
import { contract } from './contract.mjs';
import { write, writeHalf } from './folders.mjs';
import { reconstructor, verbalizer } from './halves.mjs';
import { pairs } from './pairs.mjs';
import { variance } from './reconstructor.mjs';
import { writeSidecars } from './sidecars.mjs';

for (const pair of pairs) {
  const random = seeded(pair.seed);
  writeHalf(pair, 'av', random);
  writeHalf(pair, 'ar', random);
  // Read back, so that the expectation is that of the stored values.
  const [av, ar] = [verbalizer(pair), reconstructor(pair)];
  const vectors = activations(pair, av, ar, random);
  writeSidecars(pair, av, ar, variance(vectors, contract));
  const tensors = expected(av, ar, vectors);
  const responses = vectors.map((_, index) => av.tokenizer.decode(tensors[`av.${index}.tokens`].data));
  writeSafetensors(`${pair.folder}/expected.safetensors`, tensors);
  write(pair.folder, 'texts.json', JSON.stringify({ explanations, responses }, null, 2));
  console.log(pair.name);
}
