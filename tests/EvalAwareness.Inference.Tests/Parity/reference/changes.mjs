import { silu, unitRootMeanSquare } from './arithmetic.mjs';
import { llama } from './llama.mjs';

/** Definitions that an engine could get wrong, each as a function from the model to the wrong model. */

const defined = change => model => ({ ...model, family: { ...model.family, ...change(model.family) } });
const configured = change => model => ({ ...model, config: { ...model.config, ...change(model.config) } });
const tensors = change => model =>
  ({ ...model, tensors: Object.fromEntries(Object.entries(model.tensors).flatMap(change)) });

const rope = change => defined(family =>
  ({ ropeParameters: (config, block) => change(family.ropeParameters(config, block)) }));
const norms = norm => defined(() => ({ norm }));
const activation = wrong => defined(() => ({ activation: wrong }));
const window = wrong => defined(() => ({ window: wrong }));
const scale = attentionScale => defined(() => ({ attentionScale }));
const block = wrong => defined(() => ({ block: wrong }));
const swap = (one, other) => ({ [one]: 'kept', [other]: one, kept: other });
const prepare = wrong => defined(() => ({ prepare: wrong }));
const renamed = (name, pairs) => Object.entries(pairs).reduce((all, [from, to]) => all.replace(from, to), name);
const named = pairs => tensors(([name, tensor]) => [[renamed(name, pairs), tensor]]);

const common = {
  'no norm weights': norms((row, _, epsilon) => unitRootMeanSquare(row, epsilon)),
  'rope base doubled': rope(parameters => ({ ...parameters, rope_theta: parameters.rope_theta * 2 })),
  'no rotation': prepare(head => head),
  'attention scores not scaled': scale(() => 1),
  'exact GELU': activation(gelu),
};

const llamaLike = {
  ...common,
  'norms multiply by 1 + w': norms((row, weight, epsilon) => llama.norm(row, weight.map(w => 1 + w), epsilon)),
  'scale of d, not of a head': scale(config => config.hidden_size ** -0.5),
  'pairs (2i, 2i + 1) rotated': defined(({ prepare: right }) => ({
    prepare: (head, { norm, rotate }) => right(head, { norm, rotate: neighbours(rotate) }),
  })),
  'norms after the sublayers': block((states, { add, attend, feedForward, norm }) => {
    const attended = add(states, norm('input_layernorm', attend(states)));
    return add(attended, norm('post_attention_layernorm', feedForward(attended)));
  }),
};

const headNormed = {
  'no head norms': prepare((head, { rotate }) => rotate(head)),
  'head norms after rotation': prepare((head, { norm, rotate }) => norm(rotate(head))),
};

const gemma = {
  ...common,
  ...headNormed,
  'norms multiply by w': norms(llama.norm),
  'embedding not times √d': defined(() => ({ embed: rows => rows })),
  'SiLU': activation(silu),
  'scale of a head': scale(config => config.head_dim ** -0.5),
  'window one longer': configured(config => ({ sliding_window: config.sliding_window + 1 })),
  'window one shorter': configured(config => ({ sliding_window: config.sliding_window - 1 })),
  'global blocks have a window': window(config => config.sliding_window),
  'local blocks have no window': window(() => Infinity),
  'global blocks not rescaled': rope(({ rope_theta }) => ({ rope_theta })),
  'local blocks rescaled': rope(parameters => ({ factor: 8, ...parameters, rope_type: 'linear' })),
  'global base in local blocks': defined(family => ({
    ropeParameters: config => family.ropeParameters(config, globalBlock(family, config)),
  })),
  'no norms after the sublayers': block((states, { add, attend, feedForward, norm }) => {
    const attended = add(states, attend(norm('input_layernorm', states)));
    return add(attended, feedForward(norm('pre_feedforward_layernorm', attended)));
  }),
  'feed-forward norms swapped': named(swap('pre_feedforward', 'post_feedforward')),
  'norm before feed-forward as in Llama': named(swap('pre_feedforward', 'post_attention')),
};

const epsilon = { 'epsilon of 1e-6': configured(() => ({ rms_norm_eps: 1e-6 })) };
const biases = { 'no biases': tensors(([name, tensor]) => name.endsWith('.bias') ? [] : [[name, tensor]]) };
const groups = { 'key heads tiled, not repeated': tiled };

/** { checkpoint: { what is wrong: change } } */
export const changes = {
  'qwen2-tied': { ...llamaLike, ...biases, ...groups, 'window that is switched off': window(config => config.sliding_window) },
  'qwen2-untied': { ...llamaLike, ...biases, ...groups },
  'qwen3': { ...llamaLike, ...headNormed, ...groups },
  'llama3': {
    ...llamaLike,
    'no rescaling': rope(({ rope_theta }) => ({ rope_theta })),
    'all frequencies rescaled': rope(parameters => ({ ...parameters, rope_type: 'linear' })),
    'no blend at medium frequencies': rope(parameters => ({ ...parameters, high_freq_factor: parameters.low_freq_factor })),
  },
  'llama-unscaled': { ...llamaLike, ...epsilon },
  'gemma3-text': { ...gemma, ...groups },
  'gemma3-wrapper': gemma,
  'gemma3-wrapper-5': { ...gemma, ...epsilon },
};

const globalBlock = (family, config) =>
  Array.from({ length: config.num_hidden_layers }, (_, index) => index).find(index => family.window(config, index) === Infinity);

/** Query head i reads key head i mod n, not i div (heads / n). */
function tiled(model) {
  const { num_attention_heads, num_key_value_heads } = model.config;
  const times = num_attention_heads / num_key_value_heads;
  const repeated = ({ shape: [rows, ...width], data }) =>
    ({ shape: [rows * times, ...width], data: Array(times).fill([...data]).flat() });
  const wide = tensors(([name, tensor]) => [[name, /[kv]_proj/.test(name) ? repeated(tensor) : tensor]]);
  return configured(() => ({ num_key_value_heads: num_attention_heads }))(wide(model));
}

/** A rotation of halves made one of neighbouring pairs. */
function neighbours(rotate) {
  const halves = head => head.map((_, i) => head[i < head.length / 2 ? 2 * i : 2 * i - head.length + 1]);
  const pairs = head => head.map((_, i) => head[i % 2 ? (head.length + i - 1) / 2 : i / 2]);
  return head => pairs(rotate(halves(head)));
}

function gelu(x) {
  return x * 0.5 * (1 + errorFunction(x / Math.SQRT2));
}

/** By its power series, good to 1e-9 up to 4.5 (its terms cancel); beyond, 1 to nine digits. */
function errorFunction(x) {
  if (Math.abs(x) > 4.5) return Math.sign(x);
  let [sum, term] = [x, x];
  for (let n = 1; Math.abs(term) > 1e-17; n++) {
    term *= -x * x / n;
    sum += term / (2 * n + 1);
  }
  return 2 / Math.sqrt(Math.PI) * sum;
}
