import { geluTanh, unitRootMeanSquare } from './arithmetic.mjs';

/** The text model of Gemma 3 as modeling_gemma3.py and configuration_gemma3.py define it. */
export const gemma3 = {
  defaults: {
    head_dim: 256,
    query_pre_attn_scalar: 256,
    rms_norm_eps: 1e-6,
    rope_theta: 1e6,
    rope_local_base_freq: 1e4,
    sliding_window_pattern: 6,
    tie_word_embeddings: true,
  },
  biased: [],
  headNorms: ['q_norm', 'k_norm'],
  blockNorms: ['input_layernorm', 'post_attention_layernorm', 'pre_feedforward_layernorm', 'post_feedforward_layernorm'],
  neutralNorm: 0,
  embed: (rows, config) => rows.map(row => row.map(value => value * Math.sqrt(config.hidden_size))),
  norm: (row, weight, epsilon) => unitRootMeanSquare(row, epsilon).map((value, i) => value * (1 + weight[i])),
  activation: geluTanh,
  ropeParameters: (config, block) => ropeOf(config)[layerType(config, block)],
  prepare: (head, { norm, rotate }) => rotate(norm(head)),
  window: (config, block) => layerType(config, block) === 'sliding_attention' ? config.sliding_window : Infinity,
  attentionScale: config => config.query_pre_attn_scalar ** -0.5,
  block: (states, { add, attend, feedForward, norm }) => {
    const attended = add(states, norm('post_attention_layernorm', attend(norm('input_layernorm', states))));
    return add(attended, norm('post_feedforward_layernorm', feedForward(norm('pre_feedforward_layernorm', attended))));
  },
};

const layerType = (config, block) =>
  config.layer_types?.[block] ?? ((block + 1) % config.sliding_window_pattern ? 'sliding_attention' : 'full_attention');

/** Global blocks take the scaling, local ones a base of their own. */
const ropeOf = config => config.rope_parameters ?? {
  full_attention: { rope_theta: config.rope_theta, ...config.rope_scaling },
  sliding_attention: { rope_theta: config.rope_local_base_freq },
};
