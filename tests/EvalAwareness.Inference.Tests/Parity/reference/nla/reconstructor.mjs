import { embed, hiddenStates } from '../decoder.mjs';
import { cosine, meanSquare } from './contract.mjs';

export const promptOf = (half, explanation, contract) =>
  contract.promptIds(half, contract.template(half.sidecar).replace('{explanation}', contract.trimmed(explanation)));

/** For each explanation the output of block K at the last token, and the activation that the head makes of it. */
export function reconstruct(half, explanations, contract) {
  const prompts = explanations.map(explanation => promptOf(half, explanation, contract));
  return contract.batched(prompts).map(([ids, last]) => {
    const model = contract.blocks(half);
    const state = contract.read(hiddenStates(model, embed(model, ids)).at(-1)[last], half);
    return { state, prediction: contract.headed(state, half.head) };
  });
}

/** Mean of (ĝ - μ)² over features and activations. */
export function variance(activations, contract) {
  const scaled = activations.map(contract.scaled);
  const mean = contract.mean(scaled);
  return scaled.reduce((sum, vector) => sum + meanSquare(vector, mean), 0) / scaled.length;
}

export function fidelity(prediction, activation, variance, contract) {
  const mse = meanSquare(contract.scaled(prediction), contract.scaled(activation));
  return { cosine: cosine(prediction, activation), mse, fve: contract.fve(mse, variance) };
}
