import { dot } from '../arithmetic.mjs';
import { embed } from '../decoder.mjs';

/**
 * The contract of a natural language autoencoder, each of its rules a function that a wrong reading replaces. A half is
 * a model with its tokenizer, its chat template and its sidecar.
 */
export const contract = {
  // A verbalizer's prompt: one user message through the chat template, which writes the BOS itself.
  question: ({ chat, sidecar }) => chat.user(sidecar.question.replace('{injection_char}', sidecar.marker)),
  questionIds: ({ tokenizer }, text) => tokenizer.encode(text),
  place: (ids, { markerId }) => ids.indexOf(markerId),
  embedded: (half, ids) => embed(half.model, ids),
  injected: (vector, scale) => vector.map(value => value * scale / norm(vector)),
  written: (half, id) => embed(half.model, [id])[0],

  // A reconstructor's prompt: raw text, special tokens on.
  trimmed: explanation => explanation.trim(),
  template: sidecar => sidecar.template,
  promptIds: ({ tokenizer }, text) => tokenizer.encodeWithSpecials(text),
  // All prompts of a batch as they are computed, each with the index of the token to read.
  batched: prompts => prompts.map(ids => [ids, ids.length - 1]),
  blocks: half => half.model,
  read: state => state,
  headed: (state, head) => Float64Array.from({ length: state.length }, (_, row) => dot(head.subarray(row * state.length, (row + 1) * state.length), state)),

  // Both at norm √d; the variance around the mean of what is compared, and that mean as it is.
  scaled: vector => atNorm(vector, Math.sqrt(vector.length)),
  mean: vectors => meanOf(vectors),
  fve: (mse, variance) => 1 - mse / variance,
};

export const norm = vector => Math.sqrt(dot(vector, vector));

export const atNorm = (vector, length) => vector.map(value => value * length / norm(vector));

export const meanOf = vectors => vectors[0].map((_, i) => vectors.reduce((sum, vector) => sum + vector[i], 0) / vectors.length);

export const cosine = (left, right) => dot(left, right) / norm(left) / norm(right);

export const meanSquare = (left, right) => left.reduce((sum, value, i) => sum + (value - right[i]) ** 2, 0) / left.length;
