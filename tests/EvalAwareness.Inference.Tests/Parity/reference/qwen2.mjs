import { llama } from './llama.mjs';

/** Qwen2 as modeling_qwen2.py defines it: Llama with biases on queries, keys and values. */
export const qwen2 = { ...llama, biased: ['q_proj', 'k_proj', 'v_proj'] };
