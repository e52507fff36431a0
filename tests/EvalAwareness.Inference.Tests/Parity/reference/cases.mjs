import { decode } from './decoder.mjs';

const lengths = [1, 7, 19, 48];

/** Sequences for a model, with hidden states and logits, as the tensors of expected.safetensors. */
export function expected(model, random) {
  const tensors = {};
  lengths.forEach((length, number) => {
    const tokens = decidedTokens(model, length, random);
    const { hidden, logits } = decode(model, tokens);
    tensors[`case${number}.tokens`] = { dtype: 'I64', shape: [length], data: tokens };
    hidden.forEach((states, block) => tensors[`case${number}.hidden.${block}`] = matrix(states));
    tensors[`case${number}.logits`] = matrix(logits);
  });
  return tensors;
}

/** Random tokens, each drawn anew until the next token's arg-max is clear: coarser arithmetic must find the same one. */
function decidedTokens(model, length, random) {
  const tokens = [];
  while (tokens.length < length) {
    const longer = [...tokens, Math.floor(random() * model.config.vocab_size)];
    if (margin(decode(model, longer).logits.at(-1)) > 0.1) tokens.push(longer.at(-1));
  }
  return tokens;
}

/** Lead of the largest logit over the second, as a share of the largest magnitude. */
export function margin(logits) {
  const [first, second] = [...logits].sort((a, b) => b - a);
  return (first - second) / Math.max(...logits.map(Math.abs));
}

const matrix = states => ({ dtype: 'F32', shape: [states.length, states[0].length], data: states.flatMap(row => [...row]) });
