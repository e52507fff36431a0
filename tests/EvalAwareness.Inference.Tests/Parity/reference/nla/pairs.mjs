import { fileURLToPath } from 'node:url';
import { chats } from './chats.mjs';

/**
 * The pairs: K, the injection scale, and what is their own beyond it. As released, Qwen has no BOS, Llama and Gemma have
 * one, which the chat template writes for the verbalizer and the tokenizer for the reconstructor.
 */
export const pairs = [
  {
    name: 'qwen2', seed: 13, layer: 1, scale: 15, marker: '㈎', stops: ['<|im_end|>', '<|endoftext|>'], headType: 'BF16',
    shape: { num_hidden_layers: 4, num_attention_heads: 3, tie_word_embeddings: false, use_sliding_window: false },
  },
  {
    name: 'qwen3', seed: 1, layer: 2, scale: 'sqrt_d_model', marker: '㈎', stops: ['<|im_end|>', '<|endoftext|>'], headType: 'F32',
    shape: { num_hidden_layers: 4, num_attention_heads: 2, head_dim: 16, tie_word_embeddings: true, use_sliding_window: false },
  },
  {
    name: 'llama', seed: 7, layer: 2, scale: 3, marker: '㎡', stops: ['<|end_of_text|>', '<|eot_id|>'], headType: 'BF16', bos: '<|begin_of_text|>', legacy: true,
    shape: {
      num_hidden_layers: 4, num_attention_heads: 3, tie_word_embeddings: false, rope_theta: 500,
      rope_scaling: { factor: 8, high_freq_factor: 4, low_freq_factor: 1, original_max_position_embeddings: 32, rope_type: 'llama3' },
    },
  },
  {
    name: 'gemma3', type: 'gemma3_text', seed: 4, layer: 3, scale: 60, marker: '㈜', stops: ['<eos>', '<end_of_turn>'], headType: 'F32', bos: '<bos>',
    shape: {
      num_hidden_layers: 5, num_attention_heads: 2, head_dim: 16, query_pre_attn_scalar: 20, sliding_window: 8, sliding_window_pattern: 3,
      rope_theta: 1e6, rope_local_base_freq: 1e4, tie_word_embeddings: true, hidden_activation: 'gelu_pytorch_tanh',
    },
  },
].map(pair => ({ ...pair, chat: chats[pair.name], folder: fileURLToPath(new URL(`../../pairs/${pair.name}`, import.meta.url)) }));

/** Width of every pair. */
export const width = 24;

/** The norm that vectors are injected at. */
export const injectionScale = ({ scale }) => scale === 'sqrt_d_model' ? Math.sqrt(width) : scale;
