import { llama } from './llama.mjs';

/** Qwen3 as modeling_qwen3.py defines it: Llama with every query and key head normed before it is rotated. */
export const qwen3 = { ...llama, headNorms: ['q_norm', 'k_norm'], prepare: (head, { norm, rotate }) => rotate(norm(head)) };
