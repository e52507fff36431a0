/** Arithmetic in float64 on rows: an array with one Float64Array for each token. */

/** x Wᵀ + b; the weight is [outputs, inputs] as torch.nn.Linear stores it, the bias may be absent. */
export function linear(rows, weight, bias) {
  const [outputs, inputs] = weight.shape;
  return rows.map(row => {
    const result = new Float64Array(outputs);
    for (let output = 0; output < outputs; output++) {
      let sum = bias ? bias.data[output] : 0;
      for (let input = 0; input < inputs; input++) sum += weight.data[output * inputs + input] * row[input];
      result[output] = sum;
    }
    return result;
  });
}

export const add = (left, right) => left.map((row, token) => row.map((value, i) => value + right[token][i]));

export const rows = (table, indices) =>
  indices.map(index => table.data.slice(index * table.shape[1], (index + 1) * table.shape[1]));

/** Splits a row into consecutive heads. */
export const heads = (row, size) =>
  Array.from({ length: row.length / size }, (_, head) => row.slice(head * size, (head + 1) * size));

export const dot = (left, right) => left.reduce((sum, value, i) => sum + value * right[i], 0);

/** x / √(mean x² + ε) */
export function unitRootMeanSquare(row, epsilon) {
  const scale = 1 / Math.sqrt(dot(row, row) / row.length + epsilon);
  return row.map(value => value * scale);
}

export function softmax(scores) {
  const largest = Math.max(...scores);
  const exponentials = scores.map(score => Math.exp(score - largest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map(value => value / sum);
}

export const silu = x => x / (1 + Math.exp(-x));

/** GELU by its tanh approximation: torch's gelu(approximate='tanh'). */
export const geluTanh = x => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));
