/** θ^(-2i/d) for the d/2 pairs of a head: radians a pair turns from one position to the next. */
export const inverseFrequencies = (base, headSize) =>
  Float64Array.from({ length: headSize / 2 }, (_, i) => base ** (-2 * i / headSize));

/** The frequencies of rope parameters in the notation of transformers 5: rope_theta, rope_type and what the type needs. */
export function frequencies(parameters, headSize) {
  const plain = inverseFrequencies(parameters.rope_theta, headSize);
  return scalings[parameters.rope_type ?? 'default'](plain, parameters);
}

/** rope_parameters, or what stands for them before transformers 5: rope_theta beside rope_scaling. */
export const ropeParameters = config => config.rope_parameters ?? { rope_theta: config.rope_theta, ...config.rope_scaling };

/** Turns the pairs (i, i + d/2) of a head by position times frequency: the half-split layout of Hugging Face checkpoints. */
export function rotate(head, position, turning) {
  const half = head.length / 2;
  const turned = new Float64Array(head.length);
  turning.forEach((frequency, i) => {
    const [cosine, sine] = [Math.cos(position * frequency), Math.sin(position * frequency)];
    turned[i] = head[i] * cosine - head[i + half] * sine;
    turned[i + half] = head[i + half] * cosine + head[i] * sine;
  });
  return turned;
}

const scalings = {
  default: plain => plain,
  linear: (plain, { factor }) => plain.map(frequency => frequency / factor),
  llama3: (plain, parameters) => plain.map(frequency => llama3(frequency, parameters)),
};

/** Wavelengths the original context holds often are kept, those it holds hardly once are stretched, between them a blend. */
function llama3(frequency, { factor, low_freq_factor: low, high_freq_factor: high, original_max_position_embeddings: context }) {
  const wavelength = 2 * Math.PI / frequency;
  if (wavelength < context / high) return frequency;
  if (wavelength > context / low) return frequency / factor;
  const kept = (context / wavelength - low) / (high - low);
  return (1 - kept) * frequency / factor + kept * frequency;
}
