import { dot } from '../arithmetic.mjs';
import { embed } from '../decoder.mjs';
import { atNorm, contract, cosine, meanOf, norm } from './contract.mjs';

/** Readings of the contract that an engine could get wrong, each as what it puts in place of rules. */

const place = shift => ({ place: (ids, sidecar) => contract.place(ids, sidecar) + shift });
const injected = wrong => ({ injected: wrong });
const questionIds = wrong => ({ questionIds: (half, text) => wrong(contract.questionIds(half, text), half) });
const promptIds = wrong => ({ promptIds: (half, text) => wrong(contract.promptIds(half, text), half) });
const template = wrong => ({ template: sidecar => wrong(sidecar.template) });
const blocks = wrong => ({ blocks: half => wrong(half) });
const unscaledEmbedding = ({ model }, ids) => embed({ ...model, family: { ...model.family, embed: rows => rows } }, ids);
const padding = 0;

const common = {
  // Injection.
  'vector as it is': injected(vector => vector),
  'vector times the scale, norm left out': injected((vector, scale) => vector.map(value => value * scale)),
  'root mean square for the norm': injected((vector, scale) => atNorm(vector, scale * Math.sqrt(vector.length))),
  'norm of 1': injected(vector => atNorm(vector, 1)),
  'vector added to the marker': injected((vector, scale, row) => contract.injected(vector, scale).map((value, i) => value + row[i])),
  'marker left in place': injected((vector, scale, row) => row),
  'one token too early': place(-1),
  'one token too late': place(1),
  'no generation prompt': { question: half => contract.question(half).replace(/(<\|im_start\|>|<\|start_header_id\|>|<start_of_turn>)[^<]*(<\|end_header_id\|>)?\n+$/, '') },
  'no chat template': { question: ({ sidecar }) => sidecar.question.replace('{injection_char}', sidecar.marker) },

  // Reconstruction.
  'one block too few': blocks(({ model }) => deep(model, -1)),
  'one block too deep': blocks(({ model, other }) => deep(withTensors(model, other), 1)),
  'final norm': { read: (state, { model, other }) => model.family.norm(state, other.tensors['norm.weight'].data, model.config.rms_norm_eps) },
  'no head': { headed: state => state },
  'head transposed': { headed: (state, head) => state.map((_, column) => state.reduce((sum, value, row) => sum + head[row * state.length + column] * value, 0)) },
  'no end of the suffix': template(text => text.replace(' <summary>', '')),
  'suffix without its space': template(text => text.replace(' <', '<')),
  'explanation not trimmed': { trimmed: explanation => explanation },
  'explanation through the chat template': { promptIds: ({ tokenizer, chat }, text) => tokenizer.encode(chat.user(text)) },
  'last token of the padding': { batched: prompts => padded(prompts, (ids, fill) => [...ids, ...fill]) },
  'padded on the left': { batched: prompts => padded(prompts, (ids, fill) => [...fill, ...ids]) },
  'last but one token': { batched: prompts => contract.batched(prompts).map(([ids, last]) => [ids, last - 1]) },

  // Comparison.
  'compared as they are': { scaled: vector => vector },
  'compared at norm 1': { scaled: vector => atNorm(vector, 1) },
  'mean at norm √d': { mean: vectors => contract.scaled(meanOf(vectors)) },
  'variance around 0': { mean: vectors => meanOf(vectors).fill(0) },
  'error not divided by the variance': { fve: mse => 1 - mse },
};

const withBos = {
  'BOS left out of the question': questionIds(ids => ids.slice(1)),
  'BOS twice before the question': questionIds((ids, { tokenizer }) => [...tokenizer.bosIds, ...ids]),
  'BOS left out of what is read back': promptIds(ids => ids.slice(1)),
  'BOS twice before what is read back': promptIds((ids, { tokenizer }) => [...tokenizer.bosIds, ...ids]),
};

const scaledEmbeddings = {
  'no √d': { embedded: unscaledEmbedding, written: (half, id) => unscaledEmbedding(half, [id])[0] },
  '√d on the vector too': injected((vector, scale) => contract.injected(vector, scale * Math.sqrt(vector.length))),
  'no √d on what was written': { written: (half, id) => unscaledEmbedding(half, [id])[0] },
};

/** { pair: { what is read wrongly: the rules } } */
export const readings = {
  qwen2: { ...common, 'no default system message': { question: half => contract.question(half).replace(/^.*?<\|im_end\|>\n/s, '') } },
  qwen3: common,
  llama: { ...common, ...withBos, 'today, not the pinned day': { question: half => contract.question(half).replace('2024', '2025') } },
  gemma3: { ...common, ...withBos, ...scaledEmbeddings },
};

const deep = (model, more) => ({ ...model, config: { ...model.config, num_hidden_layers: model.config.num_hidden_layers + more } });

/** A trunk that goes on where it was cut off, with the blocks of the model it was cut from. */
const withTensors = (model, whole) => ({ ...model, tensors: { ...whole.tensors, ...model.tensors } });

function padded(prompts, fill) {
  const longest = Math.max(...prompts.map(ids => ids.length));
  return prompts.map(ids => [fill(ids, Array(longest - ids.length).fill(padding)), longest - 1]);
}
