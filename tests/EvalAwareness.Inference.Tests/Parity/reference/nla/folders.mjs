import { mkdirSync, writeFileSync } from 'node:fs';
import { described } from '../model.mjs';
import { normal } from '../random.mjs';
import { writeSafetensors } from '../safetensors.mjs';
import { draw, writeWeights } from '../weights.mjs';
import { width } from './pairs.mjs';
import { tokenizer } from './tokenizer.mjs';
import { vocabularies } from './vocabularies.mjs';

// Embeddings are padded to a round number of rows.
const rows = 16;

/** A half without its sidecar as a Hugging Face folder of random weights: all blocks, or those up to K and a head. */
export function writeHalf(pair, half, random) {
  const folder = `${pair.folder}/${half}`;
  const file = vocabularies[pair.name](pair);
  mkdirSync(folder, { recursive: true });
  write(folder, 'tokenizer.json', JSON.stringify(file));
  write(folder, 'tokenizer_config.json', pretty({ bos_token: pair.bos ?? null, add_bos_token: Boolean(pair.bos), chat_template: pair.chat.jinja }));
  write(folder, 'config.json', pretty(config(pair, half, file)));
  write(folder, 'generation_config.json', pretty({ do_sample: true, eos_token_id: pair.stops.map(tokenizer(file).idOf) }));
  const tensors = draw(described(folder), { prefix: 'model.' }, random);
  if (half === 'ar') {
    delete tensors['model.norm.weight'];
    delete tensors['lm_head.weight'];
    writeSafetensors(`${folder}/value_head.safetensors`, { weight: head(pair, random) });
  } else {
    likeToStop(tensors, tokenizer(file).idOf(pair.stops.at(-1)));
  }
  writeWeights(folder, tensors);
}

/** Doubles the row of scores of the last stop token: random weights would hardly ever write one. */
function likeToStop(tensors, id) {
  const { data } = tensors['lm_head.weight'] ?? tensors['model.embed_tokens.weight'];
  for (let i = id * width; i < (id + 1) * width; i++) data[i] *= 2;
}

/** Near the identity, as trained ones are, and not symmetric. */
function head({ headType }, random) {
  const data = Float32Array.from({ length: width * width }, (_, i) => (i % (width + 1) ? 0 : 1) + 0.2 * normal(random));
  return { dtype: headType, shape: [width, width], data };
}

function config({ name, type, layer, shape }, half, file) {
  const highest = Math.max(...Object.values(file.model.vocab), ...file.added_tokens.map(({ id }) => id));
  return {
    model_type: type ?? name,
    hidden_size: width, intermediate_size: 40, num_key_value_heads: 1, rms_norm_eps: 1e-6, rope_theta: 1e4, max_position_embeddings: 256,
    vocab_size: Math.ceil((highest + 1) / rows) * rows, torch_dtype: 'bfloat16',
    ...shape,
    ...half === 'ar' && { num_hidden_layers: layer + 1 },
  };
}

export const write = (folder, name, text) => writeFileSync(`${folder}/${name}`, text + '\n');

const pretty = value => JSON.stringify(value, null, 2);
