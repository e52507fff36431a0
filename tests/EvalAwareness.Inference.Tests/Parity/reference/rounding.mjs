// Prints how far coarser arithmetic moves hidden states and logits over all cases: every intermediate row is rounded.
import { fromBfloat16, toBfloat16 } from './bfloat16.mjs';
import { checkpoints } from './checkpoints.mjs';
import { decode } from './decoder.mjs';
import { changedArgMaxes, relativeError } from './errors.mjs';
import { load } from './model.mjs';
import { rounded } from './rounded.mjs';
import { readSafetensors } from './safetensors.mjs';

const precisions = { float32: Math.fround, bfloat16: value => fromBfloat16(toBfloat16(value)) };

for (const { name, folder, prefix } of checkpoints) {
  const model = load(folder, prefix);
  const expected = readSafetensors(`${folder}/expected.safetensors`);
  for (const [precision, round] of Object.entries(precisions)) {
    const { family } = model;
    const { error, changed } = compared({ ...model, family: rounded(family, value => value.map(round), round) }, expected);
    console.log(`${name.padEnd(18)}${precision.padEnd(10)}${error.toExponential(1)}  arg-max changed at ${changed}`);
  }
}

function compared(model, expected) {
  let [error, changed] = [0, 0];
  for (let number = 0; `case${number}.tokens` in expected; number++) {
    const { hidden, logits } = decode(model, [...expected[`case${number}.tokens`].data]);
    const errors = hidden.map((rows, block) => relativeError(rows, expected[`case${number}.hidden.${block}`].data));
    error = Math.max(error, ...errors, relativeError(logits, expected[`case${number}.logits`].data));
    changed += changedArgMaxes(logits, expected[`case${number}.logits`].data);
  }
  return { error, changed };
}
