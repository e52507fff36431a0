/** max |a - b| / max |b|, of rows against the flat data of a stored tensor. */
export function relativeError(rows, expected) {
  const differences = rows.flatMap((row, token) => [...row.map((value, i) => value - expected[token * row.length + i])]);
  return largest(differences) / largest(expected);
}

/** Positions whose largest logit is another token's. */
export const changedArgMaxes = (rows, expected) =>
  rows.filter((row, token) => argMax(row) !== argMax(expected.subarray(token * row.length, (token + 1) * row.length))).length;

const largest = values => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const argMax = row => row.indexOf(Math.max(...row));
