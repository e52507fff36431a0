import { add, dot, heads, linear, rows, softmax } from './arithmetic.mjs';
import { frequencies, rotate } from './rotary.mjs';

/**
 * Hidden states after every block, before the final norm, and logits: [blocks][tokens][d] and [tokens][vocabulary].
 * A model is a family (its definition), a config and its tensors by name, without the prefix of the text model.
 */
export function decode(model, tokens) {
  const hidden = hiddenStates(model, embed(model, tokens));
  return { hidden, logits: logits(model, hidden.at(-1)) };
}

/** What the first block reads of tokens. */
export const embed = ({ family, config, tensors }, tokens) => family.embed(rows(tensors['embed_tokens.weight'], tokens), config);

/** The outputs of all blocks over embedded tokens. */
export function hiddenStates(model, embedded) {
  const hidden = [];
  for (let block = 0; block < model.config.num_hidden_layers; block++) {
    hidden.push(model.family.block(hidden.at(-1) ?? embedded, partsOf(model, block)));
  }
  return hidden;
}

/** Scores over the vocabulary of the last block's outputs. */
export function logits(model, states) {
  const { config, tensors } = model;
  const head = config.tie_word_embeddings ? tensors['embed_tokens.weight'] : tensors['lm_head.weight'];
  return linear(normed(model, states, 'norm'), head);
}

/** What a family builds its block from. */
const partsOf = (model, block) => ({
  add,
  norm: (name, states) => normed(model, states, `layers.${block}.${name}`),
  attend: states => attend(model, states, block),
  feedForward: states => feedForward(model, states, `layers.${block}.mlp`),
});

/** Causal attention; query heads share the key and value heads in consecutive groups. */
function attend(model, states, block) {
  const { family, config } = model;
  const at = `layers.${block}.self_attn`;
  const split = name => project(model, states, `${at}.${name}`).map(row => heads(row, config.head_dim));
  const turning = frequencies(family.ropeParameters(config, block), config.head_dim);
  const prepared = (projection, norm) => split(projection).map((row, position) => row.map(head => family.prepare(head, {
    norm: vector => normed(model, [vector], `${at}.${norm}`)[0],
    rotate: vector => rotate(vector, position, turning),
  })));

  const [queries, keys, values] = [prepared('q_proj', 'q_norm'), prepared('k_proj', 'k_norm'), split('v_proj')];
  const group = config.num_attention_heads / config.num_key_value_heads;
  const window = family.window(config, block);
  const mixed = queries.map((row, position) => {
    const first = Math.max(0, position - window + 1);
    const seen = all => all.slice(first, position + 1);
    return concatenated(row.map((query, head) => {
      const shared = Math.floor(head / group);
      const scores = seen(keys).map(key => dot(query, key[shared]) * family.attentionScale(config));
      return mean(softmax(scores), seen(values).map(value => value[shared]));
    }));
  });
  return project(model, mixed, `${at}.o_proj`);
}

/** down(activation(gate(x)) · up(x)) */
function feedForward(model, states, at) {
  const gates = project(model, states, `${at}.gate_proj`);
  const ups = project(model, states, `${at}.up_proj`);
  const products = gates.map((row, token) => row.map((gate, i) => model.family.activation(gate) * ups[token][i]));
  return project(model, products, `${at}.down_proj`);
}

const project = ({ tensors }, states, name) => linear(states, tensors[`${name}.weight`], tensors[`${name}.bias`]);

const normed = ({ family, config, tensors }, states, name) =>
  states.map(row => family.norm(row, tensors[`${name}.weight`].data, config.rms_norm_eps));

const concatenated = vectors => Float64Array.from(vectors.flatMap(vector => [...vector]));

const mean = (weights, vectors) =>
  vectors[0].map((_, i) => weights.reduce((sum, weight, position) => sum + weight * vectors[position][i], 0));
