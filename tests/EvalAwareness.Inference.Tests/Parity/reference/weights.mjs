import { writeFileSync } from 'node:fs';
import { normal } from './random.mjs';
import { writeSafetensors } from './safetensors.mjs';

const stored = { bfloat16: 'BF16', float32: 'F32' };

/**
 * Random tensors of a checkpoint by their full names. Deviations are large enough that softmax and activation are far
 * from linear, so that a wrong definition shows.
 */
export function draw({ family, config, dtype }, { prefix, tower }, random) {
  const { hidden_size: d, intermediate_size: inner, vocab_size: vocabulary, head_dim: head } = config;
  const queries = config.num_attention_heads * head;
  const keys = config.num_key_value_heads * head;
  const tensors = {};
  const put = (name, shape, deviation, centre = 0) => {
    const data = Float32Array.from({ length: shape.reduce((a, b) => a * b) }, () => centre + deviation * normal(random));
    tensors[name] = { dtype: stored[dtype], shape, data };
  };
  const putNorm = (name, width) => put(`${name}.weight`, [width], 0.3, family.neutralNorm + 0.25);

  put(`${prefix}embed_tokens.weight`, [vocabulary, d], 0.3);
  for (let block = 0; block < config.num_hidden_layers; block++) {
    const at = `${prefix}layers.${block}`;
    for (const name of family.blockNorms) putNorm(`${at}.${name}`, d);
    const projections = [['q_proj', queries, d], ['k_proj', keys, d], ['v_proj', keys, d], ['o_proj', d, queries]];
    for (const [name, outputs, inputs] of projections) {
      put(`${at}.self_attn.${name}.weight`, [outputs, inputs], 0.2);
      if (family.biased.includes(name)) put(`${at}.self_attn.${name}.bias`, [outputs], 0.5);
    }
    for (const name of family.headNorms) putNorm(`${at}.self_attn.${name}`, head);
    for (const [name, outputs, inputs] of [['gate_proj', inner, d], ['up_proj', inner, d], ['down_proj', d, inner]]) {
      put(`${at}.mlp.${name}.weight`, [outputs, inputs], 0.2);
    }
  }
  putNorm(`${prefix}norm`, d);
  if (!config.tie_word_embeddings) put('lm_head.weight', [vocabulary, d], 0.3);
  if (tower !== undefined) putTower(put, tower, d);
  return tensors;
}

/** A few tensors of the picture side, which a reader of the text model must leave alone. */
function putTower(put, prefix, d) {
  const layer = `${prefix}vision_tower.vision_model.encoder.layers.0`;
  put(`${prefix}vision_tower.vision_model.embeddings.patch_embedding.weight`, [8, 3, 2, 2], 0.2);
  put(`${layer}.layer_norm1.weight`, [8], 0.2);
  put(`${layer}.self_attn.q_proj.weight`, [8, 8], 0.2);
  put(`${layer}.self_attn.q_proj.bias`, [8], 0.2);
  put(`${prefix}multi_modal_projector.mm_input_projection_weight`, [8, d], 0.2);
  put(`${prefix}multi_modal_projector.mm_soft_emb_norm.weight`, [8], 0.2);
}

/** Writes a checkpoint's tensors in one file, or in as many as asked for with their index. */
export function writeWeights(folder, tensors, shards = 1) {
  if (shards === 1) return writeSafetensors(`${folder}/model.safetensors`, tensors);
  const names = Object.keys(tensors);
  const each = Math.ceil(names.length / shards);
  const numbered = number => String(number).padStart(5, '0');
  const weightMap = {};
  for (let shard = 0; shard < shards; shard++) {
    const file = `model-${numbered(shard + 1)}-of-${numbered(shards)}.safetensors`;
    const part = names.slice(shard * each, (shard + 1) * each);
    writeSafetensors(`${folder}/${file}`, Object.fromEntries(part.map(name => [name, tensors[name]])));
    for (const name of part) weightMap[name] = file;
  }
  const bytes = Object.values(tensors).reduce((sum, { dtype, data }) => sum + data.length * (dtype === 'BF16' ? 2 : 4), 0);
  const index = { metadata: { total_size: bytes }, weight_map: weightMap };
  writeFileSync(`${folder}/model.safetensors.index.json`, JSON.stringify(index, null, 2) + '\n');
}
