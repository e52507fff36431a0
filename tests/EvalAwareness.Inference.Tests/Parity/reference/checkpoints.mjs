import { fileURLToPath } from 'node:url';

/** The checkpoints: where the text model's names begin, and how the weights are stored beyond what config.json says. */
export const checkpoints = [
  { name: 'qwen2-tied', prefix: 'model.' },
  { name: 'qwen2-untied', prefix: 'model.', shards: 2 },
  { name: 'qwen3', prefix: 'model.' },
  { name: 'llama3', prefix: 'model.' },
  { name: 'llama-unscaled', prefix: 'model.' },
  { name: 'gemma3-text', prefix: 'model.' },
  { name: 'gemma3-wrapper', prefix: 'language_model.model.', tower: '' },
  { name: 'gemma3-wrapper-5', prefix: 'model.language_model.', tower: 'model.' },
  { name: 'qwen2-calm', prefix: 'model.', calm: true },
  { name: 'qwen3-calm', prefix: 'model.', calm: true },
  { name: 'llama3-calm', prefix: 'model.', calm: true },
  { name: 'gemma3-calm', prefix: 'model.', calm: true },
].map((checkpoint, number) => ({ ...checkpoint, seed: number + 1, folder: folderOf(checkpoint.name) }));

function folderOf(name) {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
}
