// Prints how far each wrong reading of the contract moves what a test compares, and fails where one could go unseen.
import { relativeError } from '../errors.mjs';
import { rounded } from '../rounded.mjs';
import { readSafetensors } from '../safetensors.mjs';
import { explanations } from './cases.mjs';
import { contract } from './contract.mjs';
import { reconstructor, verbalizer } from './halves.mjs';
import { pairs } from './pairs.mjs';
import { readings } from './readings.mjs';
import { fidelity, reconstruct, variance } from './reconstructor.mjs';
import { scoresOf } from './verbalizer.mjs';

// A test allows 1e-5: a wrong reading must be far above, arithmetic in float32 below.
const [least, most] = [1e-3, 1e-5];

for (const pair of pairs) {
  const [av, ar] = [verbalizer(pair), reconstructor(pair)];
  const halves = { av, ar: { ...ar, other: av.model } };
  const expected = readSafetensors(`${pair.folder}/expected.safetensors`);
  const show = (name, error, good) => {
    console.log(`${pair.name.padEnd(8)}${name.padEnd(42)}${error.toExponential(1)}`);
    if (!good) process.exitCode = 1;
  };
  const rounding = errorOf(inFloat32(halves), contract, expected);
  show('(float32)', rounding, rounding < most);
  for (const [name, rules] of Object.entries(readings[pair.name])) {
    const error = errorOf(halves, { ...contract, ...rules }, expected);
    show(name, error, error > least);
  }
}

/** The largest error of anything that is compared: scores, reconstructions, and what is made of them. */
function errorOf({ av, ar }, contract, expected) {
  const vectors = rowsOf(expected.activations);
  const predictions = reconstruct(ar, explanations, contract).map(({ prediction }) => prediction);
  const baseline = variance(vectors, contract);
  const fidelities = predictions.map((prediction, index) => fidelity(prediction, vectors[index], baseline, contract));
  return Math.max(
    ...vectors.map((vector, index) => scoringError(av, vector, index, contract, expected)),
    ...predictions.map((prediction, index) => relativeError([prediction], rowsOf(expected['ar.predictions'])[index])),
    relativeError([fidelities.map(({ cosine }) => cosine)], expected['ar.cosines'].data),
    relativeError([fidelities.map(({ mse }) => mse)], expected['ar.errors'].data),
    relativeError([fidelities.map(({ fve }) => fve)], expected['ar.fve'].data));
}

function scoringError(av, vector, index, contract, expected) {
  const tokens = [...expected[`av.${index}.tokens`].data];
  return relativeError(scoresOf(av, vector, tokens, contract), expected[`av.${index}.logits`].data);
}

function rowsOf({ shape: [rows, width], data }) {
  return Array.from({ length: rows }, (_, row) => data.slice(row * width, (row + 1) * width));
}

function inFloat32({ av, ar }) {
  const coarse = half => ({ ...half, model: { ...half.model, family: rounded(half.model.family, row => row.map(Math.fround), Math.fround) } });
  return { av: coarse(av), ar: coarse(ar) };
}
