import { silu, unitRootMeanSquare } from './arithmetic.mjs';
import { ropeParameters } from './rotary.mjs';

/** Llama as modeling_llama.py of Hugging Face's transformers defines it. */
export const llama = {
  defaults: {},
  biased: [],
  headNorms: [],
  blockNorms: ['input_layernorm', 'post_attention_layernorm'],
  neutralNorm: 1,
  embed: rows => rows,
  norm: (row, weight, epsilon) => unitRootMeanSquare(row, epsilon).map((value, i) => value * weight[i]),
  activation: silu,
  ropeParameters,
  prepare: (head, { rotate }) => rotate(head),
  window: () => Infinity,
  attentionScale: config => config.head_dim ** -0.5,
  block: (states, { add, attend, feedForward, norm }) => {
    const attended = add(states, attend(norm('input_layernorm', states)));
    return add(attended, feedForward(norm('post_attention_layernorm', attended)));
  },
};
