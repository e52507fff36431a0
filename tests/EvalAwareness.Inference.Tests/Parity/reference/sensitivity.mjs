// Prints how far each wrong definition moves the last hidden states of the longest case, and fails where float32 could
// be taken for it: rounding moves them by 1e-6 at most.
import { decode } from './decoder.mjs';
import { changes } from './changes.mjs';
import { checkpoints } from './checkpoints.mjs';
import { relativeError } from './errors.mjs';
import { load } from './model.mjs';
import { readSafetensors } from './safetensors.mjs';

const least = 1e-4;

for (const { name, folder, prefix } of checkpoints) {
  const model = load(folder, prefix);
  const expected = readSafetensors(`${folder}/expected.safetensors`);
  const tokens = [...expected['case3.tokens'].data];
  const right = expected[`case3.hidden.${model.config.num_hidden_layers - 1}`].data;
  for (const [wrong, change] of Object.entries(changes[name])) {
    const error = relativeError(decode(change(model), tokens).hidden.at(-1), right);
    console.log(`${name.padEnd(18)}${wrong.padEnd(40)}${error.toExponential(1)}`);
    if (!(error >= least)) process.exitCode = 1;
  }
}
