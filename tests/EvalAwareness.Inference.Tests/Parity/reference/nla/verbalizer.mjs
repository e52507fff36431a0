import { hiddenStates, logits } from '../decoder.mjs';

/** The ids of the prompt, and where the marker stands in it. */
export function prompt(half, contract) {
  const ids = contract.questionIds(half, contract.question(half));
  return { ids, at: contract.place(ids, half.sidecar) };
}

/** What the first block reads: the prompt's embeddings with the vector in the marker's row, and what was written since. */
export function embeddings(half, vector, written, contract) {
  const { ids, at } = prompt(half, contract);
  const rows = contract.embedded(half, ids);
  rows[at] = contract.injected(vector, half.sidecar.scale, rows[at]);
  return [...rows, ...written.map(id => contract.written(half, id))];
}

/** The most probable tokens one after the other, a stop token the last, with the scores of each step. */
export function explain(half, vector, steps, contract) {
  const [tokens, scores] = [[], []];
  while (tokens.length < steps && !half.stopIds.includes(tokens.at(-1))) {
    const states = hiddenStates(half.model, embeddings(half, vector, tokens, contract)).at(-1);
    const row = logits(half.model, states.slice(-1))[0];
    scores.push(row);
    tokens.push(row.indexOf(Math.max(...row)));
  }
  return { tokens, scores };
}

/** The scores of each step where the tokens are given. */
export function scoresOf(half, vector, tokens, contract) {
  const states = hiddenStates(half.model, embeddings(half, vector, tokens.slice(0, -1), contract)).at(-1);
  return logits(half.model, states.slice(-tokens.length));
}
