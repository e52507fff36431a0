import { margin } from '../cases.mjs';
import { hiddenStates } from '../decoder.mjs';
import { normal } from '../random.mjs';
import { atNorm, contract } from './contract.mjs';
import { injectionScale } from './pairs.mjs';
import { fidelity, promptOf, reconstruct, variance } from './reconstructor.mjs';
import { embeddings, explain, prompt } from './verbalizer.mjs';

/** Of unlike lengths: with a full stop that merges into the suffix, with white space around it, one word, other scripts. */
export const explanations = [
  'It is the last text.',
  ' \n The model describes a test of the following system.\n\nThe last token is "the", in a summary of words.  \n',
  'No',
  'Größe 模型 😀 — 42',
];

const steps = 8;

// As shares of the injection scale: nothing of a vector's length is left behind the injection.
const lengths = [1, 0.02, 40, 3000];

// Of what the activation has in common with what is read back.
const likeness = [0.9, 0.5, 0.2, -0.4];

// Of the explanations the one that ends by itself, with the last of the stop tokens.
const stopping = 1;

/** An activation for each explanation, drawn anew until what the verbalizer writes of it is clear at every step and no mere repetition. */
export function activations(pair, av, ar, random) {
  return reconstruct(ar, explanations, contract).map(({ prediction }, index) => {
    for (;;) {
      const drawn = activation(prediction, likeness[index], lengths[index] * injectionScale(pair), random);
      if (isGood(av, explain(av, drawn, steps, contract), index === stopping)) return drawn;
    }
  });
}

function activation(prediction, share, length, random) {
  const other = atNorm(prediction.map(() => normal(random)), 1);
  const direction = atNorm(prediction, share).map((value, i) => value + 0.5 * other[i]);
  return atNorm(direction, length).map(Math.fround);
}

const isGood = ({ stopIds }, { tokens, scores }, stops) =>
  stopIds.includes(tokens.at(-1)) === stops && new Set(tokens).size > 2 && scores.every(row => margin(row) > 0.02);

/** Everything between an activation and its explanation, and between an explanation and its score, as tensors. */
export function expected(av, ar, vectors) {
  return { ...ofVerbalizer(av, vectors), ...ofReconstructor(ar, vectors) };
}

function ofVerbalizer(av, vectors) {
  const tensors = { 'av.prompt': ids(prompt(av, contract).ids) };
  vectors.forEach((vector, index) => {
    const embedded = embeddings(av, vector, [], contract);
    const { tokens, scores } = explain(av, vector, steps, contract);
    tensors[`av.${index}.embedded`] = matrix(embedded);
    hiddenStates(av.model, embedded).forEach((states, block) => tensors[`av.${index}.hidden.${block}`] = matrix(states));
    tensors[`av.${index}.tokens`] = ids(tokens);
    tensors[`av.${index}.logits`] = matrix(scores);
  });
  return tensors;
}

function ofReconstructor(ar, vectors) {
  const read = reconstruct(ar, explanations, contract);
  const baseline = variance(vectors, contract);
  const scores = read.map(({ prediction }, index) => fidelity(prediction, vectors[index], baseline, contract));
  return {
    activations: matrix(vectors),
    ...Object.fromEntries(explanations.map((explanation, index) => [`ar.${index}.prompt`, ids(promptOf(ar, explanation, contract))])),
    'ar.states': matrix(read.map(({ state }) => state)),
    'ar.predictions': matrix(read.map(({ prediction }) => prediction)),
    'ar.cosines': matrix([scores.map(score => score.cosine)]),
    'ar.errors': matrix([scores.map(score => score.mse)]),
    'ar.fve': matrix([scores.map(score => score.fve)]),
  };
}

const ids = data => ({ dtype: 'I64', shape: [data.length], data });

const matrix = rows => ({ dtype: 'F32', shape: [rows.length, rows[0].length], data: rows.flatMap(row => [...row]) });
