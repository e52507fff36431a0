import { contract } from './contract.mjs';
import { write } from './folders.mjs';
import { question, template } from './halves.mjs';
import { width } from './pairs.mjs';
import { prompt } from './verbalizer.mjs';

/** The sidecars of a pair. Those of Llama keep the older spellings, and keys that mean nothing here. */
export function writeSidecars(pair, verbalizer, reconstructor, variance) {
  write(`${pair.folder}/av`, 'nla_meta.yaml', lines(pair, 'av', verbalizer, { scale: pair.scale, suffix: 'null' }));
  const tail = template.slice(template.indexOf('}') + 1);
  // The first token of the tail may merge with the end of an explanation.
  const suffix = JSON.stringify(reconstructor.tokenizer.encode(tail).slice(1));
  write(`${pair.folder}/ar`, 'nla_meta.yaml', lines(pair, 'ar', verbalizer, { scale: 'null', suffix, variance }));
}

function lines({ marker, layer, legacy }, role, verbalizer, { scale, suffix, variance }) {
  const { ids, at } = prompt(verbalizer, contract);
  const [av, ar] = legacy ? ['actor', 'critic'] : ['av', 'ar'];
  return [
    'kind: nla_model',
    'schema_version: 2',
    `role: ${role === 'av' ? av : ar}`,
    `stage: ${role === 'av' ? 'rl' : 'sl'}`,
    `d_model: ${width}`,
    ...legacy ? ['layer: 99', 'role_aliases: {actor: av, critic: ar}'] : [`extraction_layer_index: ${layer}`],
    'extraction:',
    `  injection_scale: ${scale}`,
    ...role === 'ar' ? [`  mse_scale: ${Math.sqrt(width)}`, `  variance_baseline: ${variance}`] : [],
    'tokens:',
    `  injection_char: "${marker}"`,
    `  injection_token_id: ${ids[at]}`,
    `  injection_left_neighbor_id: ${ids[at - 1]}`,
    `  injection_right_neighbor_id: ${ids[at + 1]}`,
    `  critic_suffix_ids: ${suffix}`,
    'prompt_templates:',
    `  ${av}: "${question}"`,
    `  ${ar}: "${template}"`,
    'critic:',
    `  ${legacy ? 'num_hidden_layers' : 'extraction_layer_index'}: ${layer}`,
  ].join('\n');
}
