import { existsSync, readFileSync } from 'node:fs';
import { gemma3 } from './gemma3.mjs';
import { llama } from './llama.mjs';
import { qwen2 } from './qwen2.mjs';
import { qwen3 } from './qwen3.mjs';
import { readSafetensors } from './safetensors.mjs';

const families = { llama, qwen2, qwen3, gemma3, gemma3_text: gemma3 };

/** The family a config names and the config of its text model, with the defaults of transformers. */
export function described(folder) {
  const whole = readJson(`${folder}/config.json`);
  const family = families[whole.model_type];
  const config = { ...family.defaults, ...(whole.text_config ?? whole) };
  config.head_dim ??= config.hidden_size / config.num_attention_heads;
  return { family, config, dtype: whole.dtype ?? whole.torch_dtype };
}

/** The checkpoint in a folder as decode takes it: names lose the prefix of the text model, other tensors are left out. */
export function load(folder, prefix) {
  const { family, config } = described(folder);
  const tensors = {};
  for (const file of weightFiles(folder)) {
    for (const [name, tensor] of Object.entries(readSafetensors(`${folder}/${file}`))) {
      if (name.startsWith(prefix)) tensors[name.slice(prefix.length)] = tensor;
      else if (name === 'lm_head.weight') tensors[name] = tensor;
    }
  }
  return { family, config, tensors };
}

function weightFiles(folder) {
  const index = `${folder}/model.safetensors.index.json`;
  return existsSync(index) ? [...new Set(Object.values(readJson(index).weight_map))] : ['model.safetensors'];
}

const readJson = path => JSON.parse(readFileSync(path, 'utf8'));
